import type { CountSystem } from "./counts.js";

/** Why a count is suppressed: it is small, or it would reveal another. */
export type Reason = "primary" | "complementary";

/** Suppressed counts by index. */
export type Pattern = ReadonlyMap<number, Reason>;

/** Limits of each count. */
export interface Limits {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** Possible numbers of shown but rounded counts. */
export type Boxes = ReadonlyMap<number, readonly [low: number, high: number]>;

/**
 * The attacker's knowledge of each count alone.
 *
 * - A shown count is known, or lies in its box if rounded; so does a structural zero.
 * - Of a suppressed count the attacker is assumed to know whether it is below `least`: the marks do not say, but
 *   insiders often know. The strictest rule so far applies: what it hid stays hidden under a laxer one.
 * - A table that shows nothing marks no single cell: any may be the small one.
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
    // Counts hidden by an earlier, stricter rule stay hidden.
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
