import { boundsOf } from "../../analysis/bounds-of.js";
import type { Ask, BoundProblem, CompleteSystem, Order } from "../../bounds/index.js";
import { dateLabel } from "../../model/period.js";
import { after, before, type FeeFacts } from "./facts.js";
import {
  AROUND,
  BEFORE_WITHIN,
  FALLING,
  HISTORY,
  type HistoryName,
  SCENARIO,
  type Scenario,
  SMALLEST_FALL,
} from "./options.js";
import { changeAsk, fallAsk, feeProblem, type Reading, scenarioShares, unknownOf, WORDS } from "./problem.js";
import { randomHistories } from "./random-histories.js";
import type { HistoryRow } from "./schema.js";

/** The two assumptions that the report does not state. */
export const TWO_ASSUMPTIONS: Reading = { ...WORDS, beforeWithin: BEFORE_WITHIN, weights: { growth: 1 } };

/** The sentences on both parents in histories: each difference large enough to be visible. */
const PARENTS = { decreased: "ends", mix: "constant", least: SMALLEST_FALL } as const;
/** The largest lead of Receiving Parents in a drawn history, in points: chosen, as no lead is printed. */
const LEAD = { first: 12, last: 6 };
/** Tolerance for keeping a quarter's value. */
const SAME = 1e-6;
/** Half of all clients are Receiving Parents, in every quarter. */
const HALF = { low: 50, high: 50 };

/**
 * For each reading of the words and each set of weights, three histories that agree with every sentence on
 * satisfaction by quarter, including those on both parents, and with similar quarters before the fee: each a solution
 * of the bounds problem. Then random histories of all clients under the same statements.
 */
export function historyRows(facts: FeeFacts): HistoryRow[] {
  return FALLING.options.flatMap(({ code: falling }) =>
    AROUND.options.flatMap(({ code: around }) =>
      SCENARIO.options.flatMap(({ code: scenario }) => {
        const words = { falling, around };
        const setting = { ...words, scenario };
        return [
          ...HISTORY.options.flatMap(({ code }) =>
            rowsOf(facts, historySystem(facts, code, scenario, words), {
              ...setting,
              history: code,
              draw: null,
            }),
          ),
          ...randomHistories(facts, scenario, words).flatMap((system, draw) =>
            rowsOf(facts, system, { ...setting, history: "random", draw }),
          ),
        ];
      }),
    ),
  );
}

function rowsOf(
  { quarters, parents }: FeeFacts,
  system: CompleteSystem | null,
  setting: Pick<HistoryRow, "history" | "falling" | "around" | "scenario" | "draw">,
): HistoryRow[] {
  if (system === null) return [];
  const { values, shares } = system;
  const weights = Object.values(shares)[0] ?? [];
  return quarters.map(
    (quarter, i): HistoryRow => ({
      ...setting,
      ...{ kind: "bounded", quarter: i },
      label: dateLabel(quarter.end),
      value: values[quarter.id] ?? 0,
      weight: 100 * (weights[i] ?? 0),
      receiving: values[parents.receiving[i]?.id ?? ""] ?? null,
      paying: values[parents.paying[i]?.id ?? ""] ?? null,
    }),
  );
}

/** The reading that a history satisfies, with the weights of a scenario. */
export function historyReading(
  facts: FeeFacts,
  scenario: Scenario,
  words: Pick<Reading, "falling" | "around"> = WORDS,
): Reading {
  const { falling, around } = words;
  const weights = scenario === "same" ? { growth: 1 } : { shares: scenarioShares(facts, scenario) };
  return { ...WORDS, falling, around, beforeWithin: BEFORE_WITHIN, weights, parents: PARENTS };
}

/**
 * A history's solution; under the words alone if numbers filled in contradict its assumptions, and null if they
 * contradict the words.
 */
export function historySystem(
  facts: FeeFacts,
  history: HistoryName,
  scenario: Scenario = "same",
  words: Pick<Reading, "falling" | "around"> = WORDS,
): CompleteSystem | null {
  const { falling, around } = words;
  for (const reading of [historyReading(facts, scenario, words), { ...WORDS, falling, around }]) {
    for (const problem of [
      historyProblem(facts, history, reading),
      feeProblem(facts, reading, [fallAsk(facts)], HALF),
    ]) {
      const [bound] = boundsOf(problem, { holes: false, leaveOneOut: false, conflict: false }).bounds;
      if (bound === undefined) continue;
      return withParentsApart(
        facts,
        problem,
        history === "steepest" ? bound.attainedHigh : bound.attainedLow,
      );
    }
  }
  return null;
}

/** The bounds problem whose extreme solution is the history. */
export function historyProblem(facts: FeeFacts, history: HistoryName, reading: Reading): BoundProblem {
  const ask: Ask = history === "rising" ? changeAsk(facts) : fallAsk(facts);
  const problem = feeProblem(facts, reading, [ask], HALF);
  const falls = (problem.order ?? []).map(
    ([later, sign, earlier, least = 0, citation = {}]): Order => [
      later,
      sign,
      earlier,
      Math.max(least, SMALLEST_FALL),
      citation,
    ],
  );
  // The flattest history is constant wherever no statement says that it fell.
  const level = [before(facts), after(facts)].flatMap((run) =>
    run.slice(1).map((q): Order => [unknownOf(facts, q), "=", unknownOf(facts, q - 1)]),
  );
  return { ...problem, order: history === "flattest" ? [...falls, ...level] : falls };
}

/**
 * The history with the parents' series as far apart as possible, up to a lead that shrinks linearly: one legible
 * choice of many. Unchanged if the problem has no parents.
 */
function withParentsApart(facts: FeeFacts, problem: BoundProblem, system: CompleteSystem): CompleteSystem {
  const { receiving, paying } = facts.parents;
  const ids = (quarters: readonly { readonly id: string }[]) => quarters.map(({ id }) => id);
  if (system.values[receiving[0]?.id ?? ""] === undefined) return system;
  const last = receiving.length - 1;
  const apart: BoundProblem = {
    ...problem,
    ranges: [
      ...(problem.ranges ?? []),
      ...facts.quarters.map(({ id }) => {
        const value = system.values[id] ?? 0;
        return { id, low: Math.max(0, value - SAME), high: Math.min(100, value + SAME) };
      }),
    ],
    linear: [
      ...(problem.linear ?? []),
      ...receiving.map(({ id }, i) => ({
        terms: [
          [id, 1],
          [paying[i]?.id ?? "", -1],
        ] as const,
        high: LEAD.first + ((LEAD.last - LEAD.first) * i) / last,
      })),
    ],
    ask: [{ mean: ids(receiving), minus: ids(paying) }],
  };
  const [bound] = boundsOf(apart, { holes: false, leaveOneOut: false, conflict: false }).bounds;
  return bound?.attainedHigh ?? system;
}
