import { assertProportion } from "../check.js";
import { betaOddsQuantile } from "./beta.js";
import { betaTailAtOdds } from "./beta-tail.js";
import { chiSquaredProbability, chiSquaredQuantile } from "./chi-squared.js";
import { assertShape, type Tail } from "./tail.js";

/**
 * The probability of a tail of the F distribution.
 *
 * @param x any number; the distribution lies on 0 to infinity
 * @param df1 degrees of freedom of the numerator, above 0, whole or not
 * @param df2 degrees of freedom of the denominator, above 0, whole or not; with Infinity, df1 x is chi-squared
 * @returns 0 to 1; NaN for an x of NaN
 * @throws RangeError for degrees of freedom not above 0
 * @example fProbability(3, 2, 4, "upper") // (1 + 2 * 3 / 4)^-2 = 0.16
 * Source: R `pf`.
 */
export function fProbability(x: number, df1: number, df2: number, tail: Tail = "lower"): number {
  assertShape(df1, "df1");
  assertShape(df2, "df2", { infinite: true });
  if (df2 === Number.POSITIVE_INFINITY) return chiSquaredProbability(x * df1, df1, tail);
  const odds = Math.max(0, x) * (df1 / df2);
  return betaTailAtOdds(odds, df1 / 2, df2 / 2, tail);
}

/**
 * The quantile of the F distribution: the x whose tail has probability p.
 *
 * @param p 0 to 1
 * @param df1 degrees of freedom of the numerator, above 0
 * @param df2 degrees of freedom of the denominator, above 0; Infinity gives chi-squared over df1
 * @throws RangeError for a p outside 0 to 1 or degrees of freedom not above 0
 * @example fQuantile(0.16, 2, 4, "upper") // 3
 * Source: R `qf`.
 */
export function fQuantile(p: number, df1: number, df2: number, tail: Tail = "lower"): number {
  assertProportion(p, "p");
  assertShape(df1, "df1");
  assertShape(df2, "df2", { infinite: true });
  if (df2 === Number.POSITIVE_INFINITY) return chiSquaredQuantile(p, df1, tail) / df1;
  return betaOddsQuantile(p, df1 / 2, df2 / 2, tail) * (df2 / df1);
}
