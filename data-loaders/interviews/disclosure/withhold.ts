import { entryAt } from "../../../src/model/entry-at.js";
import { isOpen } from "./cost.js";
import type { Defence } from "./defence.js";
import type { Target } from "./targets.js";

/**
 * Withholds a whole table when no cell helps: one with the target, else a linked one of the same groups, else the
 * base's total. A table that shows nothing does not reveal which cell is small. Returns whether one was found.
 */
export function withholdMore(defence: Defence, target: Target): boolean {
  const { system } = defence;
  const last = defence.rules.length - 1;
  const seen = new Set<number>();
  let edge = [...target.form.index];
  while (edge.length > 0) {
    for (const i of edge.toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
      const { table, build } = system.counts[i] as { table: number; build: number };
      const open = (table < 0 || build < last ? [] : entryAt(system.tables, table)).filter((j) =>
        isOpen(defence, j),
      );
      for (const j of open) defence.suppress(j, "complementary");
      if (open.length > 0) return true;
    }
    for (const i of edge) seen.add(i);
    const next = new Set(
      edge.flatMap((i) =>
        entryAt(system.rowsOf, i).flatMap((r) =>
          (system.rows[r] as { index: readonly number[] }).index.filter(
            (j) => system.counts[j]?.kind !== "total",
          ),
        ),
      ),
    );
    edge = [...next].filter((i) => !seen.has(i));
  }
  const bases = new Set(target.form.index.map((i) => system.counts[i]?.base));
  const total = system.counts.findIndex(
    ({ kind, base }, i) => kind === "total" && bases.has(base) && isOpen(defence, i),
  );
  if (total < 0) return false;
  defence.suppress(total, "complementary");
  return true;

  function sizeOf(i: number): number {
    return (system.counts[i] as { value: number }).value;
  }
}
