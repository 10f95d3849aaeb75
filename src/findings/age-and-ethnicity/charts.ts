import { countCharts as count } from "../../bounds/index.js";
import { memoize } from "../../model/memoize.js";
import { type Facts, groupsOf, isHeldFigure } from "./facts.js";
import { problemOf } from "./problem.js";
import type { AgeReading, Chart } from "./readings.js";

const countCharts = /* @__PURE__ */ memoize(count);

/** Whole percentages that an unknown figure can be, each with its number of charts. */
export type Counted = readonly (readonly [percent: number, charts: number])[];

/**
 * Numbers of charts of whole percentages that agree with every statement, by the code of each unknown figure. Null if
 * silence is read as a statement: the count does not support "no significant difference".
 */
export function countedCharts(
  chart: Chart,
  facts: Facts,
  reading: AgeReading,
): ReadonlyMap<string, Counted> | null {
  if (reading.silence) return null;
  const lost = groupsOf(chart, facts).filter((group) => !isHeldFigure(group));
  const { frequency } = countCharts(
    problemOf(chart, facts, reading),
    lost.map(({ code }) => code),
  );
  return new Map(Object.entries(frequency));
}
