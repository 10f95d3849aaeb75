import { assertLevel } from "../numeric/check.js";
import { tQuantile } from "../numeric/distributions.js";

/** An interval by its ends. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The t interval of a mean, total, ratio or difference: estimate ± t × standard error.
 *
 * @param df degrees of freedom; Infinity gives the normal interval
 * @param level confidence level, between 0 and 1
 * @returns null where there is none: no degrees of freedom, an estimate or standard error that is NaN, or a standard error
 *   of 0, which in a sample says that nothing was seen to vary and not that nothing varies
 * @throws RangeError for a level not between 0 and 1 or a standard error below 0
 * @example meanInterval(0.39, 0.02, 4, 0.95) // 0.39 ± 2.776 × 0.02: { low: 0.3345, high: 0.4455 }
 * Source: R `confint` of a `svymean` with `df`.
 */
export function meanInterval(
  estimate: number,
  standardError: number,
  df: number,
  level: number,
): Interval | null {
  assertLevel(level);
  if (standardError < 0) throw new RangeError(`the standard error must not be below 0, not ${standardError}`);
  if (!(df > 0 && standardError > 0) || Number.isNaN(estimate)) return null;
  const half = tQuantile((1 - level) / 2, df, "upper") * standardError;
  return { low: estimate - half, high: estimate + half };
}
