import { entryAt } from "../../../../src/model/entry-at.js";
import type { Random } from "../../random.js";
import type { Printed } from "../printed.js";
import { type Chart, chart, near } from "./chart.js";
import { drawAges } from "./draw-ages.js";
import { drawEthnicities } from "./draw-ethnicities.js";
import { drawHealth } from "./draw-health.js";
import { CONTACTS, drawSplits, PARENTS } from "./draw-splits.js";
import type { WeightedGroup } from "./groups.js";
import { AGES, ETHNICITIES, GENDERS, HEALTH } from "./people.js";

/** Number of totals to try before giving up on these weights, and sets of each chart per total. */
const TOTALS = 12;
const SETS = 1500;

/** A group for each code, in their order. */
export type GroupsOf<Codes extends readonly string[]> = { readonly [K in keyof Codes]: WeightedGroup };

export interface Groups {
  readonly all: WeightedGroup;
  readonly of: <Codes extends readonly string[]>(variable: string, codes: Codes) => GroupsOf<Codes>;
}

/** A complete set of percentages that satisfies everything printed, under these weights; null if none was found. */
export function drawCharts(groups: Groups, random: Random, printed: Printed): Chart[] | null {
  const total = printed.span("satisfied");
  const parents = groups.of("parent", PARENTS);
  const contacts = groups.of("contact", CONTACTS);
  const genders = groups.of("gender", GENDERS);
  const ages = groups.of("age", AGES);
  const ethnicities = groups.of("ethnicity", ETHNICITIES);
  const health = groups.of("health", HEALTH);
  // The direction of the difference that the text leaves open.
  const blackAbove = random.next() < 0.5;
  const found = <T>(draw: () => T | null, most = SETS): T | null => {
    for (let i = 0; i < most; i++) {
      const one = draw();
      if (one !== null) return one;
    }
    return null;
  };
  return found(() => {
    const percent = random.between(...total);
    const sum = groups.all.weight * percent;
    const split = found(() => drawSplits(random, printed, sum, parents, contacts, genders));
    if (split === null) return null;
    const byEthnicity = found(() =>
      drawEthnicities(random, printed, sum, groups.all, ethnicities, blackAbove),
    );
    const byHealth = byEthnicity && found(() => drawHealth(random, printed, sum, health));
    const byAge = byHealth && found(() => drawAges(random, printed, sum, ages));
    if (byAge === null || byEthnicity === null || byHealth === null) return null;
    return [
      { variable: "all", codes: [], spans: [total] },
      ...split,
      chart("age", AGES, byAge, [printed.span("satisfied.age-16-24")]),
      chart("ethnicity", ETHNICITIES, byEthnicity, [
        printed.span("satisfied.ethnicity-asian"),
        null,
        null,
        null,
        printed.span("satisfied.ethnicity-prefer-not-to-say"),
      ]),
      chart("health", HEALTH, byHealth, [
        null,
        null,
        null,
        null,
        near(entryAt(byHealth, 4), printed.span("satisfied.health-prefer-not-to-say")),
      ]),
    ];
  }, TOTALS);
}
