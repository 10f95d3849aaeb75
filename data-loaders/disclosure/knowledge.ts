import type { CountSystem } from "./counts.js";

/** Why a count is suppressed: it is small itself, or another could be found out from it. */
export type Reason = "primary" | "complementary";

/** The counts that are suppressed, by their place in the system. */
export type Pattern = ReadonlyMap<number, Reason>;

/** The smallest and largest number that each count can be. */
export interface Limits {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** What is shown of a count that is not suppressed, where it is rounded: the numbers that it may stand for. */
export type Boxes = ReadonlyMap<number, readonly [low: number, high: number]>;

/**
 * What the attacker knows of each count by itself.
 *
 * - A count that is shown is known, or lies in its box where it is rounded; so does a structural zero.
 * - Of a suppressed one the attacker is taken to know which of the two it is: a primary one is below `least`, a complementary
 *   one is not. The marks do not tell, but who knows the field often does.
 * - Of a complementary one that is small under a stricter rule of an earlier build nothing is known: it is there to protect
 *   the earlier publication, in which it was primary.
 * - A table that shows nothing marks no cell by itself: any of its cells may be the small one.
 * - A rest is never shown.
 *
 * @param least the rule of each build
 */
export function knowledge(
  { counts, tables, most }: CountSystem,
  pattern: Pattern,
  least: readonly number[],
  boxes: Boxes = new Map(),
): Limits {
  const low = new Int32Array(counts.length);
  const high = new Int32Array(counts.length).fill(most);
  const isMarked = tables.map((members) => members.some((i) => isShown(i)));
  counts.forEach(({ value, structural, kind, table, build }, i) => {
    if (isShown(i) || structural) {
      [low[i], high[i]] = structural ? [0, 0] : (boxes.get(i) ?? [value, value]);
      return;
    }
    if (kind === "rest" || (kind === "cell" && !isMarked[table])) return;
    const rule = least[build] as number;
    if (pattern.get(i) === "primary") high[i] = Math.min(most, rule - 1);
    else if (least.slice(0, build).every((other) => value >= other)) low[i] = rule;
  });
  return { low, high };

  function isShown(i: number): boolean {
    const count = counts[i];
    return count !== undefined && count.kind !== "rest" && !count.structural && !pattern.has(i);
  }
}
