import { suppressAligned } from "./aligned.js";
import { cheapestFor } from "./cheapest.js";
import { complementaryOf, costOf, isOpen } from "./cost.js";
import type { Defence } from "./defence.js";
import type { Reason } from "./knowledge.js";
import type { Target } from "./targets.js";

/** Effort limit of each improvement step, some seconds: reached with hundreds of linked small counts. */
const MAX_EFFORT = 2e8;

/**
 * Complementary suppression: extends the pattern until every target is protected.
 *
 * A heuristic, since an optimal pattern of linked tables is infeasible to compute. First suppresses the same groups
 * in all tables of a dimension; then mends cell by cell; then removes needless suppressions; last, tries to
 * unsuppress each group in all its tables and mend again, and keeps what is cheaper. A cheaper pattern may exist.
 * Safety does not depend on the heuristic: the attack decides.
 *
 * @returns the targets that nothing protects; the pattern is not for publication unless there are none
 */
export function suppressComplementary(defence: Defence): readonly Target[] {
  if (defence.narrow(defence.targets).length === 0) return [];
  const hopeless = hopelessTargets(defence);
  if (hopeless.length > 0) return hopeless;
  suppressAligned(defence, (i) => costOf(defence, i));
  const open = mend(defence);
  if (open.length > 0) return open;
  const { spent } = defence.system.effort;
  takeBack(defence, spent + MAX_EFFORT);
  rebuild(defence, spent + 2 * MAX_EFFORT);
  return [];
}

/**
 * Suppresses counts until every target is protected; returns those that cannot be, or that remain when it is no
 * longer worth it.
 */
function mend(defence: Defence, isWorth: () => boolean = () => true): readonly Target[] {
  for (;;) {
    const narrow = defence.narrow(defence.targets);
    if (narrow.length === 0 || !isWorth()) return narrow;
    let isChanged = false;
    for (const target of narrow) {
      if (isChanged && defence.isProtected(target)) continue;
      const extra = cheapestFor(defence, target) ?? [];
      for (const i of extra) defence.suppress(i, "complementary");
      if (extra.length > 0) isChanged = true;
    }
    if (isChanged) continue;
    const withheld = narrow.map((target) => withholdMore(defence, target));
    if (!withheld.includes(true)) return narrow;
  }
}

/** A group is only unsuppressed if the replacement costs at most this share. */
const WORTH_TRYING = 0.8;

/** Tries to unsuppress a group in all tables where it is complementary; keeps the result if it is cheaper. */
function rebuild(defence: Defence, most: number): void {
  const { counts } = defence.system;
  const groups = new Map<string, number[]>();
  for (const i of complementaryOf(defence)) {
    const { id, base } = counts[i];
    const group = id.slice(base.length);
    groups.set(group, [...(groups.get(group) ?? []), i]);
  }
  const costs = (of: readonly number[]) => of.reduce((sum, i) => sum + costOf(defence, i), 0);
  const several = [...groups.values()].filter((of) => of.length > 1).toSorted((a, b) => costs(b) - costs(a));
  for (const group of several) {
    if (defence.system.effort.spent > most) return;
    const before = new Map<number, Reason>(defence.pattern);
    const cost = costs(complementaryOf(defence));
    for (const i of group) if (defence.pattern.get(i) === "complementary") defence.restore(i);
    const isHopeless = leastToMend(defence, group) >= WORTH_TRYING * costs(group);
    const open = isHopeless ? [] : mend(defence, () => costs(complementaryOf(defence)) < cost);
    if (!isHopeless && open.length === 0) takeBack(defence, most, (i) => !before.has(i));
    if (isHopeless || open.length > 0 || costs(complementaryOf(defence)) >= cost) defence.reset(before);
  }
}

/** Lower bound of the cost of replacing a group: another cell in each unprotected table. */
function leastToMend(defence: Defence, group: readonly number[]): number {
  const { counts, tables } = defence.system;
  const own = new Set(group.map((i) => counts[i]?.table ?? -1));
  const narrow = new Set(
    defence
      .narrow(defence.targets.filter(({ form }) => form.index.some((i) => own.has(counts[i]?.table ?? -1))))
      .flatMap(({ form }) => form.index.map((i) => counts[i]?.table ?? -1)),
  );
  return group.reduce((sum, i) => {
    const table = counts[i]?.table ?? -1;
    if (!narrow.has(table)) return sum;
    const others = (tables[table] ?? []).filter((j) => j !== i && isOpen(defence, j));
    return sum + Math.min(costOf(defence, i), ...others.map((j) => costOf(defence, j)));
  }, 0);
}

/** Targets that stay narrow even if everything possible is suppressed: a quick check. */
function hopelessTargets(defence: Defence): readonly Target[] {
  const before = new Map<number, Reason>(defence.pattern);
  const targets = defence.targets;
  defence.system.counts.forEach((_, i) => {
    if (isOpen(defence, i)) defence.suppress(i, "complementary");
  });
  const hopeless = targets.filter((target) => defence.isPlainlyNarrow(target));
  defence.reset(before);
  return hopeless;
}

/**
 * Unsuppresses each complementary count that no target needs, most expensive first.
 *
 * @param most effort limit of the system
 * @param isTried excludes counts known to be needed
 */
function takeBack(defence: Defence, most: number, isTried: (count: number) => boolean = () => true): void {
  const { system } = defence;
  const added = complementaryOf(defence).filter(isTried);
  for (const i of added.toSorted((a, b) => costOf(defence, b) - costOf(defence, a))) {
    if (system.effort.spent > most) return;
    const tied = defence.tiedTo([i, ...(system.tables[system.counts[i]?.table ?? -1] ?? [])]);
    defence.restore(i);
    const touched = defence.targets.filter(({ form }) => form.index.some((j) => tied.has(j)));
    if (!defence.areProtected(touched)) defence.suppress(i, "complementary");
  }
}

/**
 * Withholds a whole table when no cell helps: one with the target, else a linked one of the same groups, else the
 * base's total. A table that shows nothing does not reveal which cell is small. Returns whether one was found.
 */
function withholdMore(defence: Defence, target: Target): boolean {
  const { system } = defence;
  const last = defence.rules.length - 1;
  const seen = new Set<number>();
  let edge = [...target.form.index];
  while (edge.length > 0) {
    for (const i of edge.toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
      const { table, build } = system.counts[i];
      const open = (table < 0 || build < last ? [] : system.tables[table]).filter((j) => isOpen(defence, j));
      for (const j of open) defence.suppress(j, "complementary");
      if (open.length > 0) return true;
    }
    for (const i of edge) seen.add(i);
    const next = new Set(
      edge.flatMap((i) =>
        system.rowsOf[i].flatMap((r) =>
          system.rows[r].index.filter((j) => system.counts[j]?.kind !== "total"),
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
    return system.counts[i].value;
  }
}
