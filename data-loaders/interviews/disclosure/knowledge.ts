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
 * - Of a suppressed one the attacker is taken to know whether it is below `least`. The marks do not tell, but who knows the
 *   field often does. The rule is the strictest up to the build: what that hid stays hidden under a laxer one.
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
    // A count that an earlier, stricter rule hid is still hidden by that.
    const rule = Math.max(...least.slice(0, build + 1));
    if (value < rule) high[i] = Math.min(most, rule - 1);
    else low[i] = rule;
  });
  return { low, high };

  function isShown(i: number): boolean {
    const count = counts[i];
    return count !== undefined && count.kind !== "rest" && !count.structural && !pattern.has(i);
  }
}
