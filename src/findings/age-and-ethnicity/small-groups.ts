import { memoize } from "../../model/memoize.js";
import { proportionReliability } from "../../stats/intervals/reliability.js";
import { type Facts, type GroupFigure, groupsOf, isHeldFigure } from "./facts.js";
import { type FigureSet, lostSets } from "./ranges.js";
import { readingOf } from "./readings.js";
import type { SmallGroupRow } from "./schema.js";

/** Groups with fewer interviews count as small. */
const SMALL = 200;
const MAX_DEFF = 16;
const STEP = 0.01;

/**
 * The largest design effect, from 1 in steps of 0.01, at which the standard of the National Center for Health
 * Statistics shows a percentage; 0 if not even at 1. Degrees of freedom are interviews minus one, since the report
 * states neither strata nor clusters.
 */
export const shownUpTo = memoize((percent: number, interviews: number): number => {
  if (!shown(percent, interviews, 1)) return 0;
  let [low, high] = [1, MAX_DEFF];
  while (high - low > STEP) {
    const middle = (low + high) / 2;
    if (shown(percent, interviews, middle)) low = middle;
    else high = middle;
  }
  return low;
});

function shown(percent: number, interviews: number, deff: number): boolean {
  const p = percent / 100;
  const variance = (deff * p * (1 - p)) / interviews;
  return proportionReliability({ p, variance, n: interviews, df: interviews - 1 }).flag !== "suppress";
}

/** Each small group of age and ethnicity; for an unknown figure, over every whole percentage above 0 that it can be. */
export function smallGroupRows(facts: Facts): SmallGroupRow[] {
  return (["age", "ethnicity"] as const).flatMap((chart) => {
    const sets = lostSets(chart, facts, readingOf(chart));
    return groupsOf(chart, facts)
      .filter(({ interviews }) => interviews < SMALL)
      .map((group) => smallGroupRow(group, sets.get(group.code) ?? []));
  });
}

const smallGroupRow = memoize((figure: GroupFigure, set: FigureSet): SmallGroupRow => {
  const { group, label, interviews } = figure;
  if (isHeldFigure(figure)) {
    const value = shownUpTo(figure.value, interviews);
    return { group, label, kind: "calculated", value, low: value, high: value, interviews };
  }
  const ends = extremes(wholePercentages(set), interviews);
  return { group, label, kind: "bounded", value: null, ...ends, interviews };
});

/** The minimum and maximum of `shownUpTo` over some percentages; skips percentages that change neither. */
function extremes(percentages: readonly number[], interviews: number): { low: number; high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const percent of percentages) {
    const least =
      low === 0 || (low >= 1 && low <= MAX_DEFF && shown(percent, interviews, Math.min(low, MAX_DEFF)));
    const most = high >= 1 && !shown(percent, interviews, high + STEP);
    if (least && most) continue;
    const found = shownUpTo(percent, interviews);
    low = Math.min(low, found);
    high = Math.max(high, found);
  }
  return { low: Number.isFinite(low) ? low : 0, high };
}

/** The whole percentages above 0 that values of a set round to. */
export function wholePercentages(set: FigureSet): number[] {
  return set.flatMap(([low, high]) => {
    const first = Math.max(1, Math.ceil(low - 0.5));
    const last = Math.floor(high + 0.5);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  });
}
