import type { Random } from "../../random.js";
import { codesOf, type Draft, valuesOf } from "../draft.js";
import { type FitMargin, fitMargins } from "../fit-margins.js";
import type { Printed, Span } from "../printed.js";
import { errorOfDifference, groupOf, SURELY, SURELY_NOT, type WeightedGroup } from "./groups.js";
import { AGES, answeredRows, ETHNICITIES, GENDERS, HEALTH, isAnswered } from "./people.js";

/** How far a percentage that is not printed may come to lie from the one that was drawn, in points. */
const SLACK = 0.35;

/** How many totals are tried before the weights are held to leave no percentages, and for each how many sets of a chart. */
const TOTALS = 12;
const SETS = 1500;

interface Groups {
  readonly all: WeightedGroup;
  readonly of: (variable: string, codes: readonly string[]) => WeightedGroup[];
}

/** The percentages of a chart's groups, and where each may lie. */
interface Chart {
  readonly variable: string;
  readonly codes: readonly string[];
  readonly spans: readonly (Span | null)[];
}

/**
 * Who is satisfied, of those who answered: first a complete set of percentages that the report allows is drawn, then people
 * are found whose weights give it.
 *
 * @returns whether it was found
 */
export function makeSatisfaction(draft: Draft, random: Random, printed: Printed): boolean {
  const answered = isAnswered(draft);
  const groups: Groups = {
    all: groupOf(draft, answered),
    of: (variable, codes) => {
      const values = valuesOf(draft, variable);
      return codes.map((code) => groupOf(draft, (row) => answered(row) && values[row] === code));
    },
  };
  const charts = drawCharts(groups, random, printed);
  if (charts === null) return false;
  const margins = charts.map(
    ({ variable, codes, spans }): FitMargin => ({
      codes: variable === "all" ? new Int32Array(draft.n) : codesOf(draft, variable, codes),
      spans,
    }),
  );
  const weights = valuesOf(draft, "weight") as number[];
  const satisfied = fitMargins(answeredRows(draft), weights, margins, random);
  if (satisfied === null) return false;
  const satisfaction = valuesOf(draft, "satisfaction");
  satisfied.forEach((isSatisfied, row) => {
    if (answered(row)) satisfaction[row] = random.pick(isSatisfied ? SATISFIED : DISSATISFIED);
  });
  return true;
}

/** Assumed: of both, three in ten or so feel strongly when satisfied, and six in ten when not. */
const SATISFIED = dealOf({ "very-satisfied": 3, "fairly-satisfied": 7 });
const DISSATISFIED = dealOf({ "very-dissatisfied": 6, "fairly-dissatisfied": 4 });

function dealOf(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts).flatMap(([code, count]) => Array.from({ length: count }, () => code));
}

/** A complete set of percentages that agrees with all that is said, under the weights; null where none was found. */
function drawCharts(groups: Groups, random: Random, printed: Printed): Chart[] | null {
  const total = printed.span("satisfied");
  const parents = groups.of("parent", PARENTS);
  const contacts = groups.of("contact", CONTACTS);
  const genders = groups.of("gender", GENDERS);
  const ages = groups.of("age", AGES);
  const ethnicities = groups.of("ethnicity", ETHNICITIES);
  const health = groups.of("health", HEALTH);
  // The direction of a difference whose text names none.
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
    const split = found(() => drawParents(random, printed, sum, parents, contacts, genders));
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
        near(byHealth[4] as number, printed.span("satisfied.health-prefer-not-to-say")),
      ]),
    ];
  }, TOTALS);
}

const PARENTS = ["receiving", "paying"];
const CONTACTS = ["new", "change"];

/** A chart with the printed spans, and around each percentage that is not printed some slack. */
function chart(
  variable: string,
  codes: readonly string[],
  percents: readonly number[],
  printed: readonly (Span | null)[],
): Chart {
  const spans = percents.map((percent, i): Span => printed[i] ?? [percent - SLACK, percent + SLACK]);
  return { variable, codes, spans };
}

/** What the last group must be for all to come to the sum. */
const rest = (
  sum: number,
  groups: readonly WeightedGroup[],
  percents: readonly number[],
  last: WeightedGroup,
) => (sum - groups.reduce((total, { weight }, i) => total + weight * (percents[i] ?? 0), 0)) / last.weight;

/** Where a printed percentage may lie so that it stays near the one that was drawn. */
const near = (percent: number, [low, high]: Span): Span => [
  Math.max(low, percent - 0.12),
  Math.min(high, percent + 0.12),
];

const isIn = (percent: number, [low, high]: Span) => percent >= low && percent <= high;

/** Parents, contact reasons and genders: all printed, so that it is only asked whether one total fits them. */
function drawParents(
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
  if (!isIn(unrecorded, [15, 65]) || gap <= (byGender[0] as number) - (byGender[1] as number) + 0.4)
    return null;
  // The gap of the genders is said to come from that of the parents, so that all four stay near what was drawn.
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
      [
        near(byGender[0] as number, women),
        near(byGender[1] as number, men),
        [unrecorded - 8, unrecorded + 8],
      ],
    ),
  ];
}

/**
 * Ages: each group below the one before it; the youngest significantly above each group of 35 and over, those of 25 to 34
 * above each of the two after them, which makes it so for both together.
 */
function drawAges(
  random: Random,
  printed: Printed,
  sum: number,
  groups: readonly WeightedGroup[],
): number[] | null {
  const youngest = random.between(...printed.span("satisfied.age-16-24"));
  const young = random.between(42, 54);
  const late = random.between(25, 40);
  const oldest = random.between(12, 40);
  const [a, b, c, d, e] = groups as [
    WeightedGroup,
    WeightedGroup,
    WeightedGroup,
    WeightedGroup,
    WeightedGroup,
  ];
  const early = rest(sum, [a, b, d, e], [youngest, young, late, oldest], c);
  const percents = [youngest, young, early, late, oldest];
  const falling = percents.every(
    (percent, i) => i === 0 || percent < (percents[i - 1] as number) - 2 * SLACK - 0.1,
  );
  const least = [printed.span("satisfied.age-16-24")[0], young, early, late, oldest];
  const above = (i: number, j: number) => isSurely(groups, least, i, j);
  const said = [above(0, 2), above(0, 3), above(0, 4), above(1, 2), above(1, 3)];
  return falling && said.every(Boolean) ? percents : null;
}

/** Ethnic groups: one highest, one lowest, and two significant differences, of which one has no stated direction. */
function drawEthnicities(
  random: Random,
  printed: Printed,
  sum: number,
  all: WeightedGroup,
  groups: readonly WeightedGroup[],
  blackAbove: boolean,
): number[] | null {
  const asian = random.between(...printed.span("satisfied.ethnicity-asian"));
  const undisclosed = random.between(...printed.span("satisfied.ethnicity-prefer-not-to-say"));
  const black = blackAbove ? random.between(44, 58.5) : random.between(22, 34);
  const other = random.between(22.5, 57);
  const [a, b, white, o, u] = groups as [
    WeightedGroup,
    WeightedGroup,
    WeightedGroup,
    WeightedGroup,
    WeightedGroup,
  ];
  // Who does not know their ethnicity is in the total: taken to be as satisfied as all, since they are two.
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

/** Health: those who prefer not to say are the lowest, the others slightly above them, and no two significantly apart. */
function drawHealth(
  random: Random,
  printed: Printed,
  sum: number,
  groups: readonly WeightedGroup[],
): number[] | null {
  const undisclosed = random.between(...printed.span("satisfied.health-prefer-not-to-say"));
  const draw = () => undisclosed + random.between(0.9, 4.2);
  const [physical, mental, both] = [draw(), draw(), draw()];
  const [p, m, b, healthy, u] = groups as [
    WeightedGroup,
    WeightedGroup,
    WeightedGroup,
    WeightedGroup,
    WeightedGroup,
  ];
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

/** Whether one group is above another so far that the difference is surely significant. */
function isSurely(
  groups: readonly WeightedGroup[],
  percents: readonly number[],
  i: number,
  j: number,
): boolean {
  const [a, b] = [groups[i] as WeightedGroup, groups[j] as WeightedGroup];
  const [x, y] = [percents[i] as number, percents[j] as number];
  return x - y - 2 * SLACK >= SURELY * errorOfDifference(a, b, x, y);
}
