import type { Row } from "../../../src/bounds/program.js";
import { boxesOf } from "./boxes.js";
import { countSystem } from "./count-system.js";
import type { Build, Count, CountSystem } from "./counts.js";
import { Defence } from "./defence.js";
import { breaks } from "./deviations.js";
import type { Reason } from "./knowledge.js";
import { DisclosureError, type Earlier } from "./publication.js";
import type { Rules } from "./rules.js";
import type { Tables } from "./tables.js";

/**
 * Tables under attack together with earlier publications.
 *
 * @param suppressed returns the suppressed counts of the current tables, by index
 * @throws DisclosureError where interviews were removed or changed since an earlier publication
 * @throws RangeError for unknown ids, and for reasons that a count cannot have
 */
export function defenceOf(
  tables: Tables,
  rule: Rules,
  earlier: readonly Earlier[],
  suppressed: (system: CountSystem, at: (id: string) => number) => readonly (readonly [number, Reason])[],
): Defence {
  const builds: Build[] = [
    ...earlier.map(({ kept, interviews }) => ({ tables: kept.tables, next: interviews })),
    { tables },
  ];
  const rules = [...earlier.map(({ kept }) => kept.rules), rule];
  const system = countSystem(builds, rule.added);
  const broken = system.rows.filter((_, r) => breaks(system, r, new Map()));
  if (broken.length > 0)
    throw new DisclosureError(broken.map((row) => contradiction(system, builds, row)).join("\n"));
  const places = new Map(system.counts.map(({ build, id }, i) => [`${build} ${id}`, i]));
  const at = (build: number, id: string) => {
    const i = places.get(`${build} ${id}`);
    if (i === undefined) throw new RangeError(`there is no count "${id}"`);
    return i;
  };
  const pattern = new Map<number, Reason>();
  earlier.forEach(({ kept }, build) => {
    for (const [id, reason] of kept.suppressed) pattern.set(at(build, id), reason);
  });
  for (const [i, reason] of suppressed(system, (id) => at(earlier.length, id))) pattern.set(i, reason);
  for (const [i, reason] of pattern) {
    const { id, value, build } = system.counts[i];
    const { least } = rules[build];
    if ((reason === "primary") !== value < least)
      throw new RangeError(`${id}: ${value} is no ${reason} suppression under a rule of ${least}`);
  }
  return new Defence(system, rules, pattern, (now) => boxesOf(system, builds, rules, now));
}

/** Explains how two builds contradict each other. */
function contradiction({ counts }: CountSystem, builds: readonly Build[], { index }: Row): string {
  const [now, before, inner] = index.map((i) => counts[i]) as [Count, Count, Count | undefined];
  if (inner !== undefined)
    return `${inner.id}: more were added since an earlier publication than to ${now.id}, which holds it`;
  const expected =
    builds[before.build]?.next === "same" ? "the same interviews" : "those interviews and more";
  return `${now.id}: ${before.value} in an earlier publication, ${now.value} now; expected ${expected}`;
}
