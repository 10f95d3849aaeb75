import { countCharts as count } from "../../bounds/index.js";
import { memoize } from "../../model/memoize.js";
import { type Facts, type GroupFigure, isHeldFigure } from "./facts.js";
import { type AgeReading, ageProblem, ethnicityProblem, type Reading } from "./problem.js";

const countCharts = /* @__PURE__ */ memoize(count);

/** How many charts have each whole percentage, by the code of a lost figure. */
export type Frequencies = ReadonlyMap<string, readonly (readonly [percent: number, charts: number])[]>;

/**
 * The charts of whole percentages that agree with what is said of the ages, counted by the figures that the text does not
 * hold. Null where silence is read as a statement, which points no way that can be counted like this.
 */
export function ageCharts(facts: Facts, reading: AgeReading): Frequencies | null {
  return reading.silence ? null : counted(ageProblem(facts, reading), facts.ages);
}

/** The same for what is said of the ethnic groups. */
export function ethnicityCharts(facts: Facts, reading: Reading): Frequencies | null {
  return reading.silence ? null : counted(ethnicityProblem(facts, reading), facts.ethnicities);
}

function counted(problem: Parameters<typeof count>[0], groups: readonly GroupFigure[]): Frequencies {
  const lost = groups.filter((group) => !isHeldFigure(group)).map(({ code }) => code);
  return new Map(Object.entries(countCharts(problem, lost).frequency));
}
