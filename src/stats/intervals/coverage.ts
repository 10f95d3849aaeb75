import { assertProportion } from "../numeric/check.js";
import { type IntervalMethod, proportionInterval } from "./proportion-interval.js";

/**
 * How often an interval holds the true proportion, over simple random samples of a fixed size from an endless population:
 * the exact sum of binomial probabilities, without simulation. Each sample has the variance p(1 - p) / (n - 1) and n - 1
 * degrees of freedom.
 *
 * @param p true proportion, 0 to 1
 * @param n interviews, a whole number of 2 or more
 * @param level nominal level, between 0 and 1
 * @returns a probability; a sample in which the method has no interval (logit and wald where all answer alike) counts as
 *   one that misses
 * @throws RangeError for a proportion or level out of range or an n that is not whole or below 2
 * @example exactCoverage("wald", 0.02, 20, 0.95) // 0.332: two samples in three have nobody, and no interval
 * Source: Brown, Cai and DasGupta (2001), Statistical Science 16(2), for the sum.
 */
export function exactCoverage(method: IntervalMethod, p: number, n: number, level: number): number {
  assertProportion(p, "p");
  if (!(Number.isInteger(n) && n >= 2))
    throw new RangeError(`n must be a whole number of 2 or more, not ${n}`);
  const probabilities = binomialProbabilities(p, n);
  const holds = (x: number) => {
    const share = x / n;
    const variance = (share * (1 - share)) / (n - 1);
    const interval = proportionInterval({ p: share, variance, n, df: n - 1, level, method });
    return interval !== null && interval.low <= p && p <= interval.high;
  };
  let covered = 0;
  for (let x = 0; x <= n; x++) {
    const probability = probabilities[x];
    // The terms left out sum to less than 1e-12.
    if (probability > 1e-16 && holds(x)) covered += probability;
  }
  return covered;
}

/** The probabilities of 0 to n, by their ratios outwards from the most likely number, scaled to a sum of 1. */
function binomialProbabilities(p: number, n: number): Float64Array {
  const found = new Float64Array(n + 1);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  found[mode] = 1;
  for (let x = mode; x < n; x++) found[x + 1] = ((found[x] * (n - x)) / (x + 1)) * (p / (1 - p));
  for (let x = mode; x > 0; x--) found[x - 1] = ((found[x] * x) / (n - x + 1)) * ((1 - p) / p);
  const sum = found.reduce((total, value) => total + value, 0);
  return found.map((value) => value / sum);
}
