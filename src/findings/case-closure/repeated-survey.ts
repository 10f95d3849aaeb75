import type { Random } from "../../analysis/seeded.js";
import { binomialProbabilities, cumulativeSums } from "./binomial.js";

/**
 * Made-up monthly percentages satisfied of a survey with `interviews` a month at a constant true `level`, percent.
 * Each month takes one random number, by inversion: with the same seed, a lucky month stays lucky when the level or
 * the number of interviews changes.
 */
export function drawMonths(
  random: Random,
  { interviews, level, months }: { interviews: number; level: number; months: number },
): number[] {
  const upTo = cumulativeSums(binomialProbabilities(interviews, level / 100));
  return Array.from({ length: months }, () => (100 * firstAbove(upTo, random())) / interviews);
}

/** Index of the first cumulative sum above the value. */
function firstAbove(sums: Float64Array, value: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Two made-up groups over the same months: one with few interviews, one with `OTHERS` times as many. */
export interface TwoGroups {
  readonly small: readonly number[];
  readonly large: readonly number[];
}

/** Draws both groups: the large one at `level`, the small one `gap` points below. */
export function drawGroups(
  random: Random,
  {
    interviews,
    others,
    level,
    gap,
    months,
  }: { interviews: number; others: number; level: number; gap: number; months: number },
): TwoGroups {
  return {
    small: drawMonths(random, { interviews, level: level - gap, months }),
    large: drawMonths(random, { interviews: others, level, months }),
  };
}

/** In how many months the small group is above the large one, without ties. */
export function monthsOnTop({ small, large }: TwoGroups): number {
  return small.filter((value, month) => value > (large[month] as number)).length;
}

/** Highest minus lowest month, points. */
export function swing(months: readonly number[]): number {
  return Math.max(...months) - Math.min(...months);
}

/** Mean of months with equal interviews. */
export function average(months: readonly number[]): number {
  return months.reduce((a, b) => a + b, 0) / months.length;
}
