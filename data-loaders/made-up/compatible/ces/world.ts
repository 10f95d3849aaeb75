import type { CodedInterviews } from "../../../../src/analysis/interviews/index.js";
import { entryAt } from "../../../../src/model/entry-at.js";
import { monthAfter, periodEnd } from "../../../../src/model/period.js";
import { periodsOf } from "../../../../src/model/period-condition.js";
import { CES_2023_24 } from "../../../codebooks/ces-2023-24.js";
import type { Raw } from "../../../read/index.js";
import { madeInterviews } from "../../made-interviews.js";
import { type Random, randomOf } from "../../random.js";
import { codesOf, type Draft, make, valuesOf } from "../draft.js";
import { dayBetween, daysOf, dealt } from "../draws.js";
import { type FitMargin, fitMargins } from "../fit-margins.js";
import { fitShares } from "../fit-shares.js";
import { inOrder } from "../in-order.js";
import { type Printed, printedOf, type Span } from "../printed.js";
import { makeContact } from "./contact.js";
import { drawCharts, type Groups, type GroupsOf } from "./draw-charts.js";
import { makeDrivers } from "./drivers.js";
import { groupOf, type WeightedGroup } from "./groups.js";
import { makeOnline } from "./online.js";
import { answeredRows, ETHNICITIES, isAnswered, makePeople } from "./people.js";
import { makeWeights } from "./weights.js";

/**
 * One attempt at the interviews of 2023/24: people, weights, then answers, each matching what is printed. Null if no
 * answers fit; the next attempt may succeed.
 *
 * @param stream seed of this attempt's random numbers
 */
export function drawCes(raw: Raw, stream: number, simulated: string): CodedInterviews | null {
  const random = randomOf(stream);
  const printed = printedOf(raw, "ces-2023-24");
  const draft = makePeople(random, printed);
  if (!makeWeights(draft, random)) return null;
  if (!fitHealthAndEthnicity(draft, random, printed)) return null;
  if (!makeSatisfaction(draft, random, printed)) return null;
  makeContact(draft, random, printed);
  if (!makeDrivers(draft, random, printed)) return null;
  if (!makeOnline(draft, random, printed)) return null;
  makeDates(draft, random);
  return madeInterviews(CES_2023_24, inOrder(draft, CES_2023_24), simulated);
}

/** Quarters with equal numbers of interviews, which is assumed, and interview days in the three months after. */
function makeDates(draft: Draft, random: Random): void {
  const quarters = periodsOf(CES_2023_24);
  const cards = random.shuffled(
    Array.from({ length: draft.n }, (_, i) => entryAt(quarters, i % quarters.length)),
  );
  make(draft, "quarter", (row) => cards[row] ?? null);
  const quarter = valuesOf(draft, "quarter");
  make(draft, "interview-date", (row) => {
    const end = periodEnd(String(quarter[row]));
    return dayBetween(random, ...daysOf(monthAfter(end, 1), monthAfter(end, 3)));
  });
}

/**
 * Decides who is satisfied, among those who answered: draws a complete set of percentages that the report allows,
 * then finds people whose weights give it.
 *
 * @returns whether it was found
 */
function makeSatisfaction(draft: Draft, random: Random, printed: Printed): boolean {
  const answered = isAnswered(draft);
  const groups: Groups = {
    all: groupOf(draft, answered),
    of: <Codes extends readonly string[]>(variable: string, codes: Codes) => {
      const values = valuesOf(draft, variable);
      const groups = codes.map((code) => groupOf(draft, (row) => answered(row) && values[row] === code));
      return groups as GroupsOf<Codes> & WeightedGroup[];
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

/** Assumed: three in ten of the satisfied are so strongly, and six in ten of the dissatisfied. */
const SATISFIED = dealt({ "very-satisfied": 3, "fairly-satisfied": 7 });
const DISSATISFIED = dealt({ "very-dissatisfied": 6, "fairly-dissatisfied": 4 });

/** Maximum relative difference between an ethnic group's share of weights and of interviews. */
const APART = 0.07;

/**
 * Swaps health and ethnicity among respondents until the weights fit: the profile by health matches the printed one,
 * with the two unprinted bars within the notes on rounding; ethnic groups, which the survey does not weight on, weigh
 * about the same as their interviews.
 *
 * @returns whether it was found
 */
function fitHealthAndEthnicity(draft: Draft, random: Random, printed: Printed): boolean {
  const weights = valuesOf(draft, "weight") as number[];
  const rows = answeredRows(draft);
  const profile = (code: string) => printed.span(`health-profile.health-${code}`);
  const health = [
    ...["physical", "mental", "none"].map((code) => ({ codes: [code], span: profile(code) })),
    { codes: ["physical", "mental", "both"], span: profile("any") },
    // Printed as 8 and as 8 or 9: the notes rule out a 9 that would give 31, and a sum of 100.
    { codes: ["both"], span: [7.55, 8.45] satisfies Span },
    { codes: ["prefer-not-to-say"], span: [8.1, 9.4] satisfies Span },
  ];
  const ethnicity = valuesOf(draft, "ethnicity");
  const likeInterviews = ETHNICITIES.map((code) => {
    const share = (100 * ethnicity.filter((value) => value === code).length) / draft.n;
    return { codes: [code], span: [share * (1 - APART), share * (1 + APART)] satisfies Span };
  });
  return (
    fitShares(valuesOf(draft, "health"), rows, weights, health, random) &&
    fitShares(ethnicity, rows, weights, likeInterviews, random)
  );
}
