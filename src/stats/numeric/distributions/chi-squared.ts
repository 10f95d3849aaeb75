import { assertProportion } from "../check.js";
import { gammaTail } from "./gamma-tail.js";
import { positiveQuantile } from "./positive-quantile.js";
import { assertShape, otherTail, type Tail } from "./tail.js";

/**
 * The probability of a tail of the chi-squared distribution.
 *
 * @param x any number; the distribution lies on 0 to infinity
 * @param df degrees of freedom, above 0, whole or not
 * @returns 0 to 1; NaN for an x of NaN
 * @throws RangeError for degrees of freedom not above 0
 * @example chiSquaredProbability(6, 2, "upper") // exp(-3) = 0.04979
 * Source: R `pchisq`.
 */
export function chiSquaredProbability(x: number, df: number, tail: Tail = "lower"): number {
  assertShape(df, "df");
  return gammaTail(Math.max(0, x) / 2, df / 2, tail);
}

/**
 * The quantile of the chi-squared distribution: the x whose tail has probability p.
 *
 * @param p 0 to 1
 * @param df degrees of freedom, above 0
 * @throws RangeError for a p outside 0 to 1 or degrees of freedom not above 0
 * @example chiSquaredQuantile(0.05, 1, "upper") // 3.841458820694124
 * Source: R `qchisq`.
 */
export function chiSquaredQuantile(p: number, df: number, tail: Tail = "lower"): number {
  assertProportion(p, "p");
  assertShape(df, "df");
  if (p === 0 || p === 1) return (p === 0) === (tail === "lower") ? 0 : Number.POSITIVE_INFINITY;
  // 1 - p is exact for p >= 1/2.
  if (p > 0.5) return chiSquaredQuantile(1 - p, df, otherTail(tail));
  const probability = (x: number) => gammaTail(x / 2, df / 2, tail);
  return positiveQuantile(probability, p, tail, { start: df, spread: Math.min(1, Math.sqrt(2 / df)) });
}
