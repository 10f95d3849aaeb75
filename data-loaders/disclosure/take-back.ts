import { complementaryOf, costOf } from "./cost.js";
import type { Defence } from "./defence.js";

/** Shows again each complementary count without which all targets stay protected, the dearest first. */
export function takeBack(defence: Defence): void {
  const { system } = defence;
  for (const i of complementaryOf(defence).toSorted((a, b) => costOf(defence, b) - costOf(defence, a))) {
    const tied = defence.tiedTo([i, ...(system.tables[system.counts[i]?.table ?? -1] ?? [])]);
    defence.restore(i);
    const touched = defence.targets.filter(({ form }) => form.index.some((j) => tied.has(j)));
    if (!defence.areProtected(touched)) defence.suppress(i, "complementary");
  }
}
