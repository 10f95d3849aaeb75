import { complementaryOf, costOf } from "./cost.js";
import type { Defence } from "./defence.js";

/**
 * Unsuppresses each complementary count that no target needs, most expensive first.
 *
 * @param most effort limit of the system
 * @param isTried excludes counts known to be needed
 */
export function takeBack(
  defence: Defence,
  most: number,
  isTried: (count: number) => boolean = () => true,
): void {
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
