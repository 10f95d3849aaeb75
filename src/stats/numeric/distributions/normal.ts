import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";
import { assertProportion } from "../check.js";
import type { Tail } from "./tail.js";

/**
 * The probability of a tail of the standard normal distribution.
 *
 * @returns 0 to 1; NaN for an x of NaN
 * @example normalProbability(1.959963984540054, "upper") // 0.025
 * Source: R `pnorm`.
 */
export function normalProbability(x: number, tail: Tail = "lower"): number {
  return erfc((tail === "lower" ? -x : x) * Math.SQRT1_2) / 2;
}

/**
 * The quantile of the standard normal distribution: the x whose tail has probability p.
 *
 * @param p 0 to 1; 0 and 1 give infinite quantiles
 * @throws RangeError for a p outside 0 to 1
 * @example normalQuantile(0.975) // 1.959963984540054
 * Source: R `qnorm`.
 */
export function normalQuantile(p: number, tail: Tail = "lower"): number {
  assertProportion(p, "p");
  if (p === 0.5) return 0;
  const upper = refined(Math.SQRT2 * erfcinv(2 * p), p);
  return tail === "lower" ? -upper : upper;
}

/** One Newton step: `erfcinv` 0.2.4 has only 13 digits in the far tail. */
function refined(x: number, p: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  return p < 0.5 && density > 0 ? x + (normalProbability(x, "upper") - p) / density : x;
}
