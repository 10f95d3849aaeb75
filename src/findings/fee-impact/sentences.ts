import type { SentenceRow } from "../../analysis/by-statement/columns.js";
import { sentenceRows, sentencesOf } from "../../analysis/by-statement/sentences.js";
import type { BoundProblem } from "../../bounds/index.js";
import { ASSUMED, feeWorld } from "./by-statement.js";
import type { FeeFacts } from "./facts.js";
import { historyProblem, historyReading } from "./histories.js";
import { ladderReadings } from "./ladder.js";
import { AROUND, FALLING, GROWTH, HISTORY, SCENARIO } from "./options.js";
import { PARENT_READINGS } from "./parents.js";
import { PARENTS_WORLDS } from "./parents-rows.js";
import { feeProblem, type Reading, WORDS } from "./problem.js";
import { scenarioProblem } from "./random-histories.js";
import { settlesReadings } from "./settles.js";

/** The columns of a claim that are used: the sentence in our words, and the numbers that it is about. */
export interface ClaimCells {
  readonly id: string;
  readonly publication: string;
  readonly locator: string;
  readonly statement: string;
  readonly values: readonly string[] | null;
  readonly restates: string | null;
  readonly kind: string;
}

/** The claims that the problem's statements represent; it omits every other claim about the quarters. */
const COVERED = [
  "satisfied",
  "falls-three-quarters",
  "around-60",
  "paying-below",
  "gap-smaller",
  "both-decreased",
].map((end) => `cms-2016.claim.${end}`);

const QUARTERLY = /^cms-2016\.(?:satisfied|base\.all)\..*(?:\d{4}-\d{2}|\*)$/;

/**
 * For each figure of the page: the sentences that it uses, those that it omits, and its assumptions, all derived from
 * the problems behind its numbers. Omitted are sentences of the whole problem that a figure does not use, and claims
 * about satisfaction or interviews by quarter that are not in the problem.
 */
export function feeSentences(facts: FeeFacts, claims: readonly ClaimCells[]): SentenceRow[] {
  const problems = (readings: readonly Reading[]) =>
    readings.map((reading) => feeProblem(facts, reading, []));
  const falling = FALLING.default;
  const around = AROUND.default;
  const figures: Readonly<Record<string, readonly BoundProblem[]>> = {
    "what-was-said": problems([WORDS]),
    "fall-by-assumption": problems(ladderReadings(falling, around)),
    "before-less-after": problems(GROWTH.map((growth) => ({ ...WORDS, weights: { growth } }))),
    "before-less-after-by-parents": problems(PARENTS_WORLDS),
    "fall-by-statement": ASSUMED.options.map(
      ({ code }) => feeWorld(facts, { falling, around, assumed: code }).problem,
    ),
    "number-that-would-settle": problems(settlesReadings(facts)),
    "histories-that-fit": SCENARIO.options.flatMap(({ code }) => [
      ...HISTORY.options.map((history) => historyProblem(facts, history.code, historyReading(facts, code))),
      scenarioProblem(facts, code),
    ]),
  };
  const system = problems(PARENT_READINGS.map((parents) => ({ ...WORDS, parents })));
  const others = claims
    .filter(
      ({ id, publication, kind, values, restates }) =>
        publication === "cms-2016" &&
        !["definition", "cause"].includes(kind) &&
        restates === null &&
        !COVERED.includes(id) &&
        values?.some((value) => QUARTERLY.test(value)),
    )
    .map(({ statement, locator }) => ({ name: lowerFirst(statement), locator }));
  const every = [...sentencesOf(system).used, ...others];
  return Object.entries(figures).flatMap(([figure, of]) => sentenceRows(figure, of, every));
}

/** Lower-cases the first letter for use in a list, except of names and abbreviations. */
export function lowerFirst(text: string): string {
  return /^(?:[A-Z]{2}|Receiving|Paying|Table)/.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}
