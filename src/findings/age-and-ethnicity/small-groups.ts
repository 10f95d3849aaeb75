import { designEffect, INTERVIEW } from "../../analysis/interview-worth.js";
import { memoize } from "../../model/memoize.js";
import { proportionReliability } from "../../stats/intervals/reliability.js";
import { ageSets } from "./age.js";
import { ethnicitySets } from "./ethnicity.js";
import { type Facts, type GroupFigure, isHeldFigure } from "./facts.js";
import type { FigureSet } from "./ranges.js";
import { USUAL_SHARES } from "./readings.js";
import type { SmallGroupRow } from "./rows.js";

/** Groups of fewer interviews are looked at. */
const SMALL = 200;
const MOST = 16;
const STEP = 0.01;

/**
 * The largest design effect, from 1 and to a hundredth, at which the National Center for Health Statistics' standard would still show a
 * percentage; 0 where it would leave it out even at 1. Degrees of freedom are the interviews less one, since neither
 * strata nor clusters are stated.
 */
export const shownUpTo = memoize((percent: number, interviews: number): number => {
  if (!shown(percent, interviews, 1)) return 0;
  let [low, high] = [1, MOST];
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

/** Each small group of age and ethnicity; for a lost figure, over every whole percentage above 0 that it can be. */
export function smallGroupRows(facts: Facts): SmallGroupRow[] {
  const reading = { deff: designEffect(INTERVIEW.default), silence: false, older: "each" } as const;
  const ages = ageSets(facts, { ...reading, shares: USUAL_SHARES.age });
  const ethnicities = ethnicitySets(facts, { ...reading, shares: USUAL_SHARES.ethnicity });
  const small = (groups: readonly GroupFigure[], sets: ReadonlyMap<string, FigureSet>) =>
    groups
      .filter(({ interviews }) => interviews < SMALL)
      .map((group) => smallGroupRow(group, sets.get(group.code) ?? []));
  return [...small(facts.ages, ages), ...small(facts.ethnicities, ethnicities)];
}

const smallGroupRow = memoize((figure: GroupFigure, set: FigureSet): SmallGroupRow => {
  const { group, label, interviews } = figure;
  if (isHeldFigure(figure)) {
    const value = shownUpTo(figure.value, interviews);
    return { group, label, kind: "calculated", value, low: value, high: value, interviews };
  }
  return {
    group,
    label,
    kind: "bounded",
    value: null,
    interviews,
    ...leastAndMost(wholePercentages(set), interviews),
  };
});

/** The least and the greatest of `shownUpTo` over some percentages; one that lies between is not worked out. */
function leastAndMost(percentages: readonly number[], interviews: number): { low: number; high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const percent of percentages) {
    const least = low === 0 || (low >= 1 && low <= MOST && shown(percent, interviews, Math.min(low, MOST)));
    const most = high >= 1 && !shown(percent, interviews, high + STEP);
    if (least && most) continue;
    const found = shownUpTo(percent, interviews);
    low = Math.min(low, found);
    high = Math.max(high, found);
  }
  return { low: Number.isFinite(low) ? low : 0, high };
}

/** The whole percentages above 0 that a figure in the set can be printed as. */
export function wholePercentages(set: FigureSet): number[] {
  return set.flatMap(([low, high]) => {
    const first = Math.max(1, Math.ceil(low - 0.5));
    const last = Math.floor(high + 0.5);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  });
}
