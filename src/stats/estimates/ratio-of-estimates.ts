import { meanInterval } from "../intervals/mean-interval.js";
import { assertLevel } from "../numeric/check.js";
import type { Estimates } from "./estimate.js";

/** The ratio of two estimates. */
export interface RatioOfEstimates {
  readonly estimate: number;
  readonly standardError: number;
  readonly df: number;
  /** The ends of the t interval; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
}

/**
 * The ratio of two estimates, by the delta method with the covariance between them: a relative risk, or a mean over
 * another.
 *
 * Degrees of freedom are those of a contrast of the two: the primary sampling units minus the strata among those with a row
 * of either, less one. The interval is symmetric and good only where the denominator is estimated well: with a coefficient
 * of variation above about 0.1 it is too short on one side.
 *
 * @param numerator place among the estimates
 * @param denominator place among the estimates
 * @param options.level confidence level of the interval
 * @throws RangeError for a place without an estimate, a group without interviews, a denominator of 0, or a level outside
 *   0 to 1
 * @example ratioOfEstimates(mean(design, income, { by: [sex], level: 0.95 }), 0, 1, { level: 0.95 })
 * Source: Cochran, Sampling Techniques, 6.4; R `survey::svycontrast` of `quote(a/b)`.
 */
export function ratioOfEstimates(
  { estimates, covariance, degreesOfFreedom }: Estimates,
  numerator: number,
  denominator: number,
  { level }: { readonly level: number },
): RatioOfEstimates {
  assertLevel(level);
  const k = estimates.length;
  const valueAt = (at: number) => {
    const estimate = estimates[at];
    if (estimate === undefined) throw new RangeError(`there is no estimate ${at} among ${k}`);
    if (estimate.n === 0)
      throw new RangeError(`${Object.values(estimate.by).join(", ")} has no interviews to compare`);
    return estimate.estimate;
  };
  const a = valueAt(numerator);
  const b = valueAt(denominator);
  if (b === 0) throw new RangeError("the denominator is estimated as 0");
  const r = a / b;
  const of = (i: number, j: number) => covariance[i * k + j];
  const variance =
    (of(numerator, numerator) - 2 * r * of(numerator, denominator) + r * r * of(denominator, denominator)) /
    (b * b);
  const standardError = Math.sqrt(Math.max(0, variance));
  const groups = [...new Set([numerator, denominator])];
  const df = degreesOfFreedom(groups) - (groups.length - 1);
  const interval = meanInterval(r, standardError, df, level);
  return {
    estimate: r,
    standardError,
    df,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    level,
  };
}
