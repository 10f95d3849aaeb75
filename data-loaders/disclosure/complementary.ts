import { suppressAligned } from "./aligned.js";
import { cheapestFor } from "./cheapest.js";
import { complementaryOf, costOf, isOpen } from "./cost.js";
import type { Defence } from "./defence.js";
import type { Reason } from "./knowledge.js";
import { takeBack } from "./take-back.js";
import type { Target } from "./targets.js";
import { withholdMore } from "./withhold.js";

/**
 * Complementary suppression: adds to the pattern until every target is protected.
 *
 * A heuristic, since the best pattern of linked tables is beyond an exact search. First the same groups are suppressed in the
 * tables of a dimension; what is not protected then is mended cell by cell; what proves needless is taken back; last, each
 * group that was suppressed in several tables is shown again in all of them, and the mending begins anew, which is kept where
 * less is lost. No single suppression of the pattern can be taken back; there may be another pattern that loses less. Whether
 * the pattern protects does not rest on any of this: the attack decides.
 *
 * @returns the targets that nothing protects; the pattern is not for publication unless there are none
 */
export function suppressComplementary(defence: Defence): readonly Target[] {
  if (defence.narrow(defence.targets).length === 0) return [];
  suppressAligned(defence, (i) => costOf(defence, i));
  const open = mend(defence);
  if (open.length > 0) return open;
  takeBack(defence);
  rebuild(defence);
  return [];
}

/** Suppresses further counts until every target is protected; returns those that nothing protects. */
function mend(defence: Defence): readonly Target[] {
  for (;;) {
    const narrow = defence.narrow(defence.targets);
    if (narrow.length === 0) return [];
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

/** Shows a group again in all tables in which it is a complementary suppression, and keeps what comes of it where it is cheaper. */
function rebuild(defence: Defence): void {
  const { counts } = defence.system;
  const groups = new Map<string, number[]>();
  for (const i of complementaryOf(defence)) {
    const { id, base } = counts[i] as { id: string; base: string };
    const group = id.slice(base.length);
    groups.set(group, [...(groups.get(group) ?? []), i]);
  }
  const costs = (of: readonly number[]) => of.reduce((sum, i) => sum + costOf(defence, i), 0);
  const several = [...groups.values()].filter((of) => of.length > 1).toSorted((a, b) => costs(b) - costs(a));
  for (const group of several) {
    const before = new Map<number, Reason>(defence.pattern);
    const cost = costs(complementaryOf(defence));
    const tied = defence.tiedTo(group);
    for (const i of group) if (defence.pattern.get(i) === "complementary") defence.restore(i);
    const isHopeless = leastToMend(defence, group) >= costs(group);
    const open = isHopeless ? [] : mend(defence);
    if (!isHopeless && open.length === 0) takeBack(defence, (i) => tied.has(i) || !before.has(i));
    if (isHopeless || open.length > 0 || costs(complementaryOf(defence)) >= cost) defence.reset(before);
  }
}

/** At least so much is lost again by what takes the place of a group: another cell in each table that is not protected. */
function leastToMend(defence: Defence, group: readonly number[]): number {
  const { counts, tables } = defence.system;
  const narrow = new Set(
    defence.narrow(defence.targets).flatMap(({ form }) => form.index.map((i) => counts[i]?.table ?? -1)),
  );
  return group.reduce((sum, i) => {
    const table = counts[i]?.table ?? -1;
    if (!narrow.has(table)) return sum;
    const others = (tables[table] ?? []).filter((j) => j !== i && isOpen(defence, j));
    return sum + Math.min(costOf(defence, i), ...others.map((j) => costOf(defence, j)));
  }, 0);
}
