import { assertLevel, assertPositive } from "../numeric/check.js";
import { betaQuantile } from "../numeric/distributions.js";
import type { Interval } from "./mean-interval.js";

/**
 * The Clopper-Pearson ("exact") interval of a proportion: every p at which neither tail of the binomial distribution from
 * x on has less than (1 - level) / 2. It covers at least as often as its level says.
 *
 * @param x number that has it, 0 to n; may be fractional, as an effective number is
 * @param n number asked, above 0
 * @param level confidence level, between 0 and 1
 * @returns ends as proportions; 0 is the lower end of x = 0 and 1 the upper end of x = n
 * @throws RangeError for an x outside 0 to n, an n not above 0 or a level not between 0 and 1
 * @example clopperPearson(0, 20, 0.95) // { low: 0, high: 0.1684 }: 1 - 0.025^(1/20)
 * Source: Clopper and Pearson (1934), Biometrika 26(4); R `binom.test`.
 */
export function clopperPearson(x: number, n: number, level: number): Interval {
  assertPositive(n, "n");
  assertLevel(level);
  if (!(x >= 0 && x <= n)) throw new RangeError(`x must be from 0 to ${n}, not ${x}`);
  const half = (1 - level) / 2;
  return {
    low: x === 0 ? 0 : betaQuantile(half, x, n - x + 1),
    high: x === n ? 1 : betaQuantile(half, x + 1, n - x, "upper"),
  };
}
