import { findRoot } from "../root.js";
import type { Tail } from "./tail.js";

/** Keeps away from the smallest and largest doubles, where probability functions lose digits. */
const LOG_LEAST = Math.log(1e-307);
const LOG_MOST = Math.log(1e307);

/**
 * The quantile of a variable above 0, found from its probability function on the scales log x and log p, where both tails
 * are nearly straight lines.
 *
 * @param probability the probability of the given tail at x
 * @param p above 0, below 1; at most a half, or the answer is only as sharp as p is near 1
 * @param start where to begin: any x above 0
 * @param spread about how far log x may be from the start
 * @returns 0 below 1e-307, Infinity above 1e307
 */
export function positiveQuantile(
  probability: (x: number) => number,
  p: number,
  tail: Tail,
  { start, spread }: { start: number; spread: number },
): number {
  const logP = Math.log(p);
  const sign = tail === "lower" ? 1 : -1;
  const above = (u: number) => sign * (Math.log(probability(Math.exp(u))) - logP);
  let low = Math.min(LOG_MOST, Math.max(LOG_LEAST, Math.log(start)));
  let high = low;
  if (above(low) > 0) {
    for (let step = spread; above(low) > 0; step *= 2) {
      if (low === LOG_LEAST) return 0;
      [low, high] = [Math.max(LOG_LEAST, low - step), low];
    }
  } else {
    for (let step = spread; above(high) <= 0; step *= 2) {
      if (high === LOG_MOST) return Number.POSITIVE_INFINITY;
      [low, high] = [high, Math.min(LOG_MOST, high + step)];
    }
  }
  return Math.exp(findRoot(above, low, high, 1e-17));
}
