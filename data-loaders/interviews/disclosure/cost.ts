import { entryAt } from "../../../src/model/entry-at.js";
import type { Defence } from "./defence.js";
import type { Form } from "./deviations.js";
import { lastShown } from "./targets.js";

/** What it costs to suppress the total of a base, in cells: with it go all estimates of the base. */
const COST_OF_TOTAL = 50;
/** What a cell with all interviews costs more than an empty one. */
const COST_OF_SIZE = 4;

/** Whether a count may be suppressed still. One that an earlier publication of the same interviews shows would hide nothing. */
export function isOpen({ system, pattern }: Defence, i: number): boolean {
  const count = system.counts[i];
  if (count === undefined || count.locked || count.structural || count.kind === "rest" || pattern.has(i))
    return false;
  return !lastShown(system, pattern, i)?.isSame;
}

/** What is lost with a count: a large one is worth more than a small one. */
export function costOf({ system: { counts, most } }: Defence, i: number): number {
  const { kind, value } = entryAt(counts, i);
  return kind === "total" ? COST_OF_TOTAL : 1 + (COST_OF_SIZE * value) / (most + 1);
}

/** The same, less where the group is suppressed in a table beside, which this one would otherwise tell of. */
export function costBeside(defence: Defence, i: number): number {
  const { system, pattern } = defence;
  const { table } = entryAt(system.counts, i);
  const isBeside = entryAt(system.rowsOf, i).some((r) =>
    (system.rows[r] as Form).index.some((j) => pattern.has(j) && system.counts[j]?.table !== table),
  );
  return costOf(defence, i) - (isBeside ? 0.4 : 0);
}

/** The complementary suppressions of the build that is about to be published. */
export function complementaryOf({ system: { counts }, pattern, rules }: Defence): number[] {
  return [...pattern].flatMap(([i, reason]) =>
    reason === "complementary" && counts[i]?.build === rules.length - 1 ? [i] : [],
  );
}
