import { countCharts as count } from "../../bounds/index.js";
import { memoize } from "../../model/memoize.js";
import { type Facts, groupsOf, isHeldFigure } from "./facts.js";
import { problemOf } from "./problem.js";
import type { AgeReading, Chart } from "./readings.js";

const countCharts = /* @__PURE__ */ memoize(count);

/** The whole percentages that a lost figure can be, each with the number of charts that have it. */
export type Counted = readonly (readonly [percent: number, charts: number])[];

/**
 * Counts the charts of whole percentages that agree with every statement, by each lost figure; its code is the key. Null
 * where silence is read as a statement: the count cannot take statements that two figures do not differ.
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
