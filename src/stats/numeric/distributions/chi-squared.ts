import gammainc from "@stdlib/math-base-special-gammainc";
import { assertProportion } from "../check.js";
import { positiveQuantile } from "./positive-quantile.js";
import { assertShape, otherTail, type Tail } from "./tail.js";
import { logOnePlusMinus, stirlingRest, tailIntegral } from "./tail-integral.js";

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

/** Beyond this the tail is integrated: `gammainc` 0.3.1 is off by up to 1% where x > 1000. */
const LARGE = 50;

/** The probability of a tail of the gamma distribution with shape a and scale 1, at x of 0 or more. */
function gammaTail(x: number, a: number, tail: Tail): number {
  if (x === 0) return tail === "lower" ? 0 : 1;
  if (x === Number.POSITIVE_INFINITY) return tail === "lower" ? 1 : 0;
  if (a < LARGE) return gammainc(x, a, true, tail === "upper");
  // Integrates only the tail beyond the mean, where the density falls; the other is its complement.
  const beyond = x - a;
  const outer = outerTail(x, a, beyond);
  return beyond >= 0 === (tail === "upper") ? outer : 1 - outer;
}

function outerTail(x: number, a: number, beyond: number): number {
  // The density at x times x.
  const density = Math.exp(a * logOnePlusMinus(beyond / a) - stirlingRest(a)) * Math.sqrt(a / (2 * Math.PI));
  if (density === 0) return 0;
  // The tail in units of x: outwards over t, up or down.
  const side = beyond >= 0 ? 1 : -1;
  const slope = side * (a - 1 - x);
  const logRatio = (t: number) => (a - 1) * logOnePlusMinus(side * t) + t * slope;
  return density * tailIntegral(logRatio, 1 / (Math.abs(slope) + Math.sqrt(a - 1)));
}
