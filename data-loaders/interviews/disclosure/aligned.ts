import { isOpen } from "./cost.js";
import type { Count } from "./counts.js";
import type { Defence } from "./defence.js";

/** Larger sets are left to the cell-by-cell search. */
const MAX_GROUPS = 3;

/**
 * A first choice of complementary suppressions: for each dimension the cheapest set of up to three groups whose
 * suppression, in each table with an unprotected count or else in all tables of the dimension, protects all of them.
 * Nested bases limit each other's counts, so the same groups must be suppressed in each, which a cell-by-cell search
 * finds late.
 *
 * @param costOf the cost of suppressing a count
 */
export function suppressAligned(defence: Defence, costOf: (count: number) => number): void {
  const { counts, tables } = defence.system;
  const last = defence.rules.length - 1;
  const open = (members: readonly number[]) => members.filter((i) => isOpen(defence, i));
  const narrow = defence.narrow(defence.targets);
  const tableOf = (i: number) => counts[i]?.table ?? -1;
  const byDimension = grouped(
    tables.flatMap((members, t) => (counts[members[0]]?.build === last ? [t] : [])),
    (t) => groupOf(counts[tables[t][0]]).split("=")[0],
  );
  for (const all of byDimension.values()) {
    const here = new Set(all);
    const own = narrow.filter(({ form }) => form.index.some((i) => here.has(tableOf(i))));
    if (own.length === 0) continue;
    const touched = new Set(own.flatMap(({ form }) => form.index.map(tableOf)).filter((t) => here.has(t)));
    for (const members of [[...touched], all].map((of) => of.flatMap((t) => tables[t]))) {
      if (tryGroups(members)) break;
    }
  }

  function tryGroups(members: readonly number[]): boolean {
    const byGroup = [...grouped(open(members), (i) => groupOf(counts[i])).values()];
    const priced = byGroup.map((of) => ({ of, cost: of.reduce((sum, i) => sum + costOf(i), 0) }));
    const sets = subsets(priced, MAX_GROUPS).map((set) => ({
      counts: set.flatMap(({ of }) => of),
      cost: set.reduce((sum, { cost }) => sum + cost, 0),
    }));
    for (const { counts: set } of sets.toSorted((a, b) => a.cost - b.cost)) {
      for (const i of set) defence.suppress(i, "complementary");
      const inside = new Set(members);
      const targets = defence.targets.filter(({ form }) => form.index.some((i) => inside.has(i)));
      if (defence.areProtected(targets)) return true;
      for (const i of set) defence.restore(i);
    }
    return false;
  }
}

/** Dimension and group of a cell, without its base. */
const groupOf = ({ id, base }: Count) => id.slice(base.length + 1);

function grouped<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** All sets of 1 to `most` of the items. */
function subsets<T>(items: readonly T[], most: number): T[][] {
  let sets: T[][] = [[]];
  for (const item of items) sets = sets.flatMap((set) => (set.length < most ? [set, [...set, item]] : [set]));
  return sets.filter((set) => set.length > 0);
}
