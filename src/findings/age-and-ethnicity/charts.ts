import { countCharts as count } from "../../bounds/index.js";
import { memoize } from "../../model/memoize.js";
import { type Facts, groupsOf, isHeldFigure } from "./facts.js";
import { problemOf } from "./problem.js";
import type { AgeReading, Chart } from "./readings.js";

const countCharts = /* @__PURE__ */ memoize(count);

/** How many charts have each whole percentage of a lost figure. */
export type Counted = readonly (readonly [percent: number, charts: number])[];

/**
 * The charts of whole percentages that agree with all that is said, counted by each lost figure, whose code is the key. Null
 * where silence is read as a statement, which points no way that can be counted like this.
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
