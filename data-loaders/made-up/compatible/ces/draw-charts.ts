import { entryAt } from "../../../../src/model/entry-at.js";
import type { Random } from "../../random.js";
import type { Printed, Span } from "../printed.js";
import { type Chart, chart, isIn, isSurely, near, rest, SLACK } from "./chart.js";
import { errorOfDifference, type FiveGroups, SURELY_NOT, type WeightedGroup } from "./groups.js";
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

/**
 * Age groups: each below the one before; the youngest significantly above each group of 35 and over, and 25 to 34
 * above each of the two after it, so also for both together.
 */
export function drawAges(random: Random, printed: Printed, sum: number, groups: FiveGroups): number[] | null {
  const youngest = random.between(...printed.span("satisfied.age-16-24"));
  const young = random.between(42, 54);
  const late = random.between(25, 40);
  const oldest = random.between(12, 40);
  const [a, b, c, d, e] = groups;
  const early = rest(sum, [a, b, d, e], [youngest, young, late, oldest], c);
  const percents = [youngest, young, early, late, oldest];
  const falling = percents.every(
    (percent, i) => i === 0 || percent < entryAt(percents, i - 1) - 2 * SLACK - 0.1,
  );
  const least = [printed.span("satisfied.age-16-24")[0], young, early, late, oldest];
  const above = (i: number, j: number) => isSurely(groups, least, i, j);
  const said = [above(0, 2), above(0, 3), above(0, 4), above(1, 2), above(1, 3)];
  return falling && said.every(Boolean) ? percents : null;
}

/** Ethnic groups: one highest, one lowest, and two significant differences, one without a stated direction. */
export function drawEthnicities(
  random: Random,
  printed: Printed,
  sum: number,
  all: WeightedGroup,
  groups: FiveGroups,
  blackAbove: boolean,
): number[] | null {
  const asian = random.between(...printed.span("satisfied.ethnicity-asian"));
  const undisclosed = random.between(...printed.span("satisfied.ethnicity-prefer-not-to-say"));
  const black = blackAbove ? random.between(44, 58.5) : random.between(22, 34);
  const other = random.between(22.5, 57);
  const [a, b, white, o, u] = groups;
  // The two people of unknown ethnicity count in the total; assumed to be as satisfied as average.
  const known = groups.reduce((total, { weight }) => total + weight, 0);
  const left = sum * (known / all.weight);
  const percents = [
    asian,
    black,
    rest(left, [a, b, o, u], [asian, black, other, undisclosed], white),
    other,
    undisclosed,
  ];
  const [first, second] = blackAbove ? [1, 2] : [2, 1];
  const least = [printed.span("satisfied.ethnicity-asian")[0], ...percents.slice(1)];
  const fits =
    isSurely(groups, least, 0, 2) &&
    isSurely(groups, percents, first as number, second as number) &&
    percents.slice(1).every((percent) => percent < asian - 1.5) &&
    percents.slice(0, 4).every((percent) => percent > undisclosed + 1.5);
  return fits ? percents : null;
}

/** Health: those who prefer not to say lowest, the others slightly above, no two significantly apart. */
export function drawHealth(
  random: Random,
  printed: Printed,
  sum: number,
  groups: FiveGroups,
): number[] | null {
  const undisclosed = random.between(...printed.span("satisfied.health-prefer-not-to-say"));
  const draw = () => undisclosed + random.between(0.9, 4.2);
  const [physical, mental, both] = [draw(), draw(), draw()];
  const [p, m, b, healthy, u] = groups;
  const none = rest(sum, [p, m, b, u], [physical, mental, both, undisclosed], healthy);
  const percents = [physical, mental, both, none, undisclosed];
  if (!isIn(none - undisclosed, [0.9, 4.2])) return null;
  const near = percents.every((x, i) =>
    percents.every(
      (y, j) =>
        i === j ||
        Math.abs(x - y) + 2 * SLACK <=
          SURELY_NOT * errorOfDifference(groups[i] as WeightedGroup, groups[j] as WeightedGroup, x, y),
    ),
  );
  return near ? percents : null;
}

const PARENTS = ["receiving", "paying"] as const;
const CONTACTS = ["new", "change"] as const;

/** Parents, contact reasons and genders: all printed, so only a common total is searched. */
export function drawSplits(
  random: Random,
  printed: Printed,
  sum: number,
  parents: readonly WeightedGroup[],
  contacts: readonly WeightedGroup[],
  genders: readonly WeightedGroup[],
): Chart[] | null {
  const pair = (names: readonly string[], [first, second]: readonly WeightedGroup[]) => {
    if (first === undefined || second === undefined) return null;
    const spans = names.map((name) => printed.span(`satisfied.${name}`)) as [Span, Span];
    const percent = random.between(...spans[0]);
    const other = rest(sum, [first], [percent], second);
    return isIn(other, spans[1]) ? ([percent, other] as const) : null;
  };
  const byParent = pair(["parent-receiving", "parent-paying"], parents);
  const byContact = pair(["contact-new", "contact-change"], contacts);
  const [women, men] = [printed.span("satisfied.gender-female"), printed.span("satisfied.gender-male")];
  const byGender = [random.between(...women), random.between(...men)];
  const [, , missing] = genders;
  if (byParent === null || byContact === null || missing === undefined) return null;
  const unrecorded = rest(sum, genders.slice(0, 2), byGender, missing);
  const gap = byParent[0] - byParent[1];
  if (!isIn(unrecorded, [15, 65]) || gap <= entryAt(byGender, 0) - entryAt(byGender, 1) + 0.4) return null;
  // The gender gap is said to come from the parent gap, so all four stay near their drawn values.
  return [
    chart("parent", PARENTS, byParent, [
      near(byParent[0], printed.span("satisfied.parent-receiving")),
      near(byParent[1], printed.span("satisfied.parent-paying")),
    ]),
    chart("contact", CONTACTS, byContact, [
      printed.span("satisfied.contact-new"),
      printed.span("satisfied.contact-change"),
    ]),
    chart(
      "gender",
      GENDERS,
      [...byGender, unrecorded],
      [near(entryAt(byGender, 0), women), near(entryAt(byGender, 1), men), [unrecorded - 8, unrecorded + 8]],
    ),
  ];
}
