import { assertProportion } from "../check.js";
import { betaTail, betaTailAtOdds, shareOfOdds } from "./beta-tail.js";
import { positiveQuantile } from "./positive-quantile.js";
import { assertShape, otherTail, type Tail } from "./tail.js";

/**
 * The probability of a tail of the beta distribution.
 *
 * @param x any number; the distribution lies on 0 to 1
 * @param a first shape, above 0
 * @param b second shape, above 0
 * @returns 0 to 1; NaN for an x of NaN
 * @throws RangeError for a shape not above 0
 * @example betaProbability(0.2, 1, 3) // 1 - 0.8³ = 0.488
 * Source: R `pbeta`.
 */
export function betaProbability(x: number, a: number, b: number, tail: Tail = "lower"): number {
  assertShape(a, "a");
  assertShape(b, "b");
  const inside = Math.min(1, Math.max(0, x));
  return betaTail(inside, 1 - inside, a, b, tail);
}

/**
 * The quantile of the beta distribution: the x whose tail has probability p.
 *
 * @param p 0 to 1
 * @param a first shape, above 0
 * @param b second shape, above 0
 * @throws RangeError for a p outside 0 to 1 or a shape not above 0
 * @example betaQuantile(0.488, 1, 3) // 0.2
 * Source: R `qbeta`.
 */
export function betaQuantile(p: number, a: number, b: number, tail: Tail = "lower"): number {
  return shareOfOdds(betaOddsQuantile(p, a, b, tail));
}

/** The quantile of x / (1 - x), where x has a beta distribution: as sharp at its ends as in between. */
export function betaOddsQuantile(p: number, a: number, b: number, tail: Tail): number {
  assertProportion(p, "p");
  assertShape(a, "a");
  assertShape(b, "b");
  if (p === 0 || p === 1) return (p === 0) === (tail === "lower") ? 0 : Number.POSITIVE_INFINITY;
  // 1 - p is exact for p >= 1/2.
  if (p > 0.5) return betaOddsQuantile(1 - p, a, b, otherTail(tail));
  const probability = (odds: number) => betaTailAtOdds(odds, a, b, tail);
  const spread = Math.min(1, 1 / Math.sqrt(Math.min(a, b)));
  return positiveQuantile(probability, p, tail, { start: a / b, spread });
}
