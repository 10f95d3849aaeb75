import { boundsOf } from "../../analysis/bounds-of.js";
import { countCharts as count } from "../../bounds/index.js";
import { memoize } from "../../model/memoize.js";
import { imbensManskiInterval } from "../../stats/intervals/imbens-manski.js";
import { wilsonInterval } from "../../stats/published/index.js";
import { type Facts, type GroupFigure, groupsOf, type HeldFigure, isHeldFigure } from "./facts.js";
import { problemOf } from "./problem.js";
import type { AgeReading, Chart, Reading } from "./readings.js";
import type { RangeColumns } from "./schema.js";

/** Possible values as closed intervals in order; empty if no figures agree with all statements. */
export type FigureSet = readonly (readonly [number, number])[];

/** The possible values of each unknown figure of a chart under a reading, by group code. */
export function lostSets(chart: Chart, facts: Facts, reading: AgeReading): ReadonlyMap<string, FigureSet> {
  const lost = groupsOf(chart, facts).filter((group) => !isHeldFigure(group));
  const ask = lost.map(({ code }) => ({ id: code }));
  const { bounds } = boundsOf(
    { ...problemOf(chart, facts, reading), ask },
    { leaveOneOut: false, conflict: false },
  );
  return new Map(lost.map(({ code }, i) => [code, bounds[i]?.set ?? []]));
}

/** Every group of a chart under a reading: the known figure with its interval, or the range of the unknown one. */
export function rangesOf(chart: Chart, facts: Facts, reading: AgeReading): RangeColumns[] {
  const sets = lostSets(chart, facts, reading);
  const charts = countedCharts(chart, facts, reading);
  return groupsOf(chart, facts).map((group) =>
    isHeldFigure(group)
      ? heldColumns(group, reading)
      : lostColumns(group, sets.get(group.code) ?? [], charts?.get(group.code) ?? [], reading),
  );
}

function heldColumns(
  { group, label, words, value, low, high, interviews }: HeldFigure,
  { deff }: Reading,
): RangeColumns {
  const sample = wilsonInterval(value / 100, interviews, { deff });
  return {
    ...{ group, label, kind: "published", words, value, low, high, hole_low: null, hole_high: null },
    ...{ customers_low: null, customers_high: null, customers_hole_low: null, customers_hole_high: null },
    ...{ charts: null, sample_low: 100 * sample.low, sample_high: 100 * sample.high, interviews },
  };
}

function lostColumns(
  { group, label, words, interviews }: GroupFigure,
  set: FigureSet,
  counted: Counted,
  { deff }: Reading,
): RangeColumns {
  const customers = endsOf(customerSet(set, interviews, deff));
  return {
    ...{ group, label, kind: "bounded", words, value: null, ...endsOf(set) },
    customers_low: customers.low,
    customers_high: customers.high,
    customers_hole_low: customers.hole_low,
    customers_hole_high: customers.hole_high,
    charts: counted.length === 0 ? null : counted.map((pair) => pair.join(":")).join(" "),
    ...{ sample_low: null, sample_high: null, interviews },
  };
}

/** The minimum and maximum of a set; null if empty. */
export function rangeOf(set: FigureSet): { readonly low: number; readonly high: number } | null {
  const [first, last] = [set[0], set.at(-1)];
  return first === undefined || last === undefined ? null : { low: first[0], high: last[1] };
}

/** The columns for a set's ends and for those of its hole, if any. */
function endsOf(set: FigureSet) {
  const [below, above] = set.length === 2 ? set : [];
  return {
    ...(rangeOf(set) ?? { low: null, high: null }),
    hole_low: below?.[1] ?? null,
    hole_high: above?.[0] ?? null,
  };
}

/**
 * Inference from an unknown figure to customers like those interviewed: each range, widened to the 95% interval of
 * Imbens and Manski and cut to 0 and 100. The standard errors are those at the ends, with the group's interviews
 * divided by the design effect. Each range is widened as if it contained the figure; overlapping ranges are merged.
 *
 * The sampling error of the other figures, on which the ends also depend, is ignored.
 */
export function customerSet(set: FigureSet, interviews: number, deff: number): FigureSet {
  const standardError = (percent: number) =>
    Math.sqrt((deff * (percent / 100) * (1 - percent / 100)) / interviews);
  const widened: [number, number][] = [];
  for (const [least, greatest] of set) {
    const { low, high } = imbensManskiInterval({
      lower: least / 100,
      upper: greatest / 100,
      standardErrorLower: standardError(least),
      standardErrorUpper: standardError(greatest),
      level: 0.95,
    });
    const [from, to] = [Math.max(0, 100 * low), Math.min(100, 100 * high)];
    const before = widened.at(-1);
    if (before !== undefined && from <= before[1]) before[1] = Math.max(before[1], to);
    else widened.push([from, to]);
  }
  return widened;
}

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
