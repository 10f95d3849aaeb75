import type { Defence } from "./defence.js";
import { lastShown } from "./targets.js";

/** Cost of suppressing a base's total, in cells: all estimates of the base go with it. */
const COST_OF_TOTAL = 50;
/** Extra cost of a cell with all interviews over an empty one. */
const COST_OF_SIZE = 4;

/**
 * Whether a count can still be suppressed. One that an earlier publication of the same interviews shows hides
 * nothing.
 */
export function isOpen({ system, pattern }: Defence, i: number): boolean {
  const count = system.counts[i];
  if (count === undefined || count.locked || count.structural || count.kind === "rest" || pattern.has(i))
    return false;
  return !lastShown(system, pattern, i)?.isSame;
}

/** The cost of suppressing a count: larger counts are worth more. */
export function costOf({ system: { counts, most } }: Defence, i: number): number {
  const { kind, value } = counts[i];
  return kind === "total" ? COST_OF_TOTAL : 1 + (COST_OF_SIZE * value) / (most + 1);
}

/** Like `costOf`, lower where the group is suppressed in a linked table that this one would reveal. */
export function costBeside(defence: Defence, i: number): number {
  const { system, pattern } = defence;
  const { table } = system.counts[i];
  const isBeside = system.rowsOf[i].some((r) =>
    system.rows[r].index.some((j) => pattern.has(j) && system.counts[j]?.table !== table),
  );
  return costOf(defence, i) - (isBeside ? 0.4 : 0);
}

/** The complementary suppressions of the current build. */
export function complementaryOf({ system: { counts }, pattern, rules }: Defence): number[] {
  return [...pattern].flatMap(([i, reason]) =>
    reason === "complementary" && counts[i]?.build === rules.length - 1 ? [i] : [],
  );
}
