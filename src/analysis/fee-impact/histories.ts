import type { Ask, BoundProblem, CompleteSystem, Order } from "../../bounds/index.js";
import { dateLabel } from "../../model/period.js";
import { boundsOf } from "../bounds-of.js";
import { after, before, type FeeFacts } from "./facts.js";
import {
  BEFORE_WITHIN,
  HISTORIES,
  type HistoryName,
  SCENARIOS,
  type Scenario,
  SMALLEST_FALL,
} from "./options.js";
import { changeAsk, fallAsk, feeProblem, type Reading, unknownOf, WORDS } from "./problem.js";
import { randomHistories } from "./random-histories.js";
import { scenarioShares } from "./scenario-shares.js";

/** One quarter of one history that would fit. */
export interface HistoryRow {
  /** A named history, or one drawn at random. */
  readonly history: HistoryName | "random";
  /** What the quarters weigh. */
  readonly scenario: Scenario;
  /** Which of those drawn at random; null for a named one. */
  readonly draw: number | null;
  readonly label: string;
  readonly kind: "bounded";
  readonly quarter: number;
  /** Percent satisfied, and the quarter's weight in percent of all. */
  readonly value: number;
  readonly weight: number;
}

/** The two assumptions that the report does not state. */
export const TWO_ASSUMPTIONS: Reading = { ...WORDS, beforeWithin: BEFORE_WITHIN, weights: { growth: 1 } };

/**
 * Under each set of weights three histories that agree with every sentence and with both assumptions, each a complete
 * system of the engine; then those drawn at random, which agree with every sentence.
 */
export function historyRows(facts: FeeFacts): HistoryRow[] {
  return SCENARIOS.flatMap(({ code: scenario }) => [
    ...HISTORIES.flatMap(({ code }) =>
      rowsOf(facts, historySystem(facts, code, scenario), code, scenario, null),
    ),
    ...randomHistories(facts, scenario).flatMap((system, draw) =>
      rowsOf(facts, system, "random", scenario, draw),
    ),
  ]);
}

function rowsOf(
  { quarters }: FeeFacts,
  { values, shares }: CompleteSystem,
  history: HistoryRow["history"],
  scenario: Scenario,
  draw: number | null,
): HistoryRow[] {
  const weights = Object.values(shares)[0] ?? [];
  return quarters.map(
    (quarter, i): HistoryRow => ({
      ...{ history, scenario, draw, kind: "bounded", quarter: i },
      label: dateLabel(quarter.end),
      value: values[quarter.id] ?? 0,
      weight: 100 * (weights[i] ?? 0),
    }),
  );
}

/** The complete system of a history; with the words alone where numbers filled in do not fit the assumptions. */
export function historySystem(
  facts: FeeFacts,
  history: HistoryName,
  scenario: Scenario = "same",
): CompleteSystem {
  const assumed =
    scenario === "same"
      ? TWO_ASSUMPTIONS
      : { ...TWO_ASSUMPTIONS, weights: { shares: scenarioShares(facts, scenario) } };
  for (const reading of [assumed, WORDS]) {
    for (const problem of [
      historyProblem(facts, history, reading),
      feeProblem(facts, reading, [fallAsk(facts)]),
    ]) {
      const [bound] = boundsOf(problem, { holes: false, leaveOneOut: false, conflict: false }).bounds;
      if (bound !== undefined) return history === "steepest" ? bound.attainedHigh : bound.attainedLow;
    }
  }
  throw new Error("no history agrees with the numbers filled in");
}

function historyProblem(facts: FeeFacts, history: HistoryName, reading: Reading): BoundProblem {
  const ask: Ask = history === "rising" ? changeAsk(facts) : fallAsk(facts);
  const problem = feeProblem(facts, reading, [ask]);
  const falls = (problem.order ?? []).map(
    ([later, sign, earlier]): Order => [later, sign, earlier, SMALLEST_FALL],
  );
  // The flattest is level where nothing says that it fell.
  const level = [before(facts), after(facts)].flatMap((run) =>
    run.slice(1).map((q): Order => [unknownOf(facts, q), "=", unknownOf(facts, q - 1)]),
  );
  return { ...problem, order: history === "flattest" ? [...falls, ...level] : falls };
}
