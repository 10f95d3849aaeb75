import { assertProportion } from "../check.js";
import { betaTailAtOdds } from "./beta-tail.js";
import { normalProbability, normalQuantile } from "./normal.js";
import { positiveQuantile } from "./positive-quantile.js";
import { assertShape, otherTail, type Tail } from "./tail.js";

/** Squares are finite up to here; beyond, the tail is a power of t to double precision. */
const FAR = 1e150;

/**
 * The probability of a tail of Student's t distribution.
 *
 * @param df degrees of freedom, above 0, whole or not; Infinity is the normal distribution
 * @returns 0 to 1; NaN for an x of NaN
 * @throws RangeError for degrees of freedom not above 0
 * @example tProbability(1, 1, "upper") // 0.25
 * Source: R `pt`.
 */
export function tProbability(x: number, df: number, tail: Tail = "lower"): number {
  assertShape(df, "df", { infinite: true });
  if (df === Number.POSITIVE_INFINITY) return normalProbability(x, tail);
  const beyond = twoSided(Math.abs(x), df, "upper") / 2;
  return x >= 0 === (tail === "upper") ? beyond : 1 - beyond;
}

/**
 * The quantile of Student's t distribution: the x whose tail has probability p.
 *
 * @param p 0 to 1; 0 and 1 give infinite quantiles
 * @param df degrees of freedom, above 0, whole or not; Infinity is the normal distribution
 * @throws RangeError for a p outside 0 to 1 or degrees of freedom not above 0
 * @example tQuantile(0.975, 4) // 2.7764451051977987
 * Source: R `qt`.
 */
export function tQuantile(p: number, df: number, tail: Tail = "lower"): number {
  assertProportion(p, "p");
  assertShape(df, "df", { infinite: true });
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p, tail);
  if (p === 0.5) return 0;
  // 1 - p is exact for p >= 1/2.
  if (p > 0.5) return tQuantile(1 - p, df, otherTail(tail));
  const size = p === 0 ? Number.POSITIVE_INFINITY : sizeQuantile(p, df);
  return tail === "lower" ? -size : size;
}

/** The |t| beyond which either tail has probability p, at most a half. */
function sizeQuantile(p: number, df: number): number {
  const within: Tail = p > 0.25 ? "lower" : "upper";
  // Both 2 p and 1 - 2 p are exact where they are used.
  const mass = within === "lower" ? 1 - 2 * p : 2 * p;
  const probability = (size: number) => twoSided(size, df, within);
  return positiveQuantile(probability, mass, within, { start: 1, spread: 1 });
}

/** The probability of |t| above ("upper") or up to ("lower") a size. */
function twoSided(size: number, df: number, tail: Tail): number {
  if (size > FAR && tail === "upper") return twoSided(FAR, df, tail) * (FAR / size) ** df;
  const odds = (size * size) / df;
  return betaTailAtOdds(odds, 0.5, df / 2, tail);
}
