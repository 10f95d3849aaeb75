import { meanInterval } from "../intervals/mean-interval.js";
import { assertLevel } from "../numeric/check.js";
import { tProbability } from "../numeric/distributions.js";
import type { Estimates } from "./estimate.js";

/** A linear combination of estimates with its test against 0. */
export interface Contrast {
  readonly estimate: number;
  readonly standardError: number;
  readonly df: number;
  /** estimate / standardError; NaN when both are 0. */
  readonly t: number;
  /** Two-sided; NaN where there are no degrees of freedom. */
  readonly p: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
}

/**
 * A weighted sum of estimates, such as a difference of groups or a change over time, with the covariance between them.
 *
 * Its degrees of freedom are the primary sampling units minus the strata among those with a row of any group that takes
 * part, less one for each group beyond the first: a difference of two groups has one fewer than the two together.
 *
 * @param coefficients one an estimate, at least one not 0
 * @param options.level confidence level of the interval
 * @param options.df other degrees of freedom, where these are known better
 * @throws RangeError for other numbers of coefficients, or a group with a coefficient and no interviews
 * @example contrast(proportion(design, y, { by: [sex], level: 0.95, interval: "wilson" }), [-1, 1], { level: 0.95 })
 * Source: R `survey::svycontrast`, `svyttest`; see the list of differences for degrees of freedom.
 */
export function contrast(
  { estimates, covariance, degreesOfFreedom }: Estimates,
  coefficients: readonly number[],
  options: { readonly level: number; readonly df?: number },
): Contrast {
  assertLevel(options.level);
  const k = estimates.length;
  if (coefficients.length !== k)
    throw new RangeError(`${coefficients.length} coefficients for ${k} estimates`);
  if (!coefficients.every(Number.isFinite)) throw new RangeError("a coefficient is no finite number");
  const groups = coefficients.flatMap((c, g) => (c === 0 ? [] : [g]));
  if (groups.length === 0) throw new RangeError("every coefficient is 0");
  const empty = groups.find((g) => estimates[g].n === 0);
  if (empty !== undefined)
    throw new RangeError(`${Object.values(estimates[empty].by).join(", ")} has no interviews to compare`);
  let estimate = 0;
  let variance = 0;
  for (const a of groups) {
    const ca = coefficients[a];
    estimate += ca * estimates[a].estimate;
    for (const b of groups) variance += ca * coefficients[b] * covariance[a * k + b];
  }
  const standardError = Math.sqrt(Math.max(0, variance));
  const df = options.df ?? degreesOfFreedom(groups) - (groups.length - 1);
  const t = estimate / standardError;
  const interval = meanInterval(estimate, standardError, df, options.level);
  return {
    estimate,
    standardError,
    df,
    t,
    p: df > 0 ? Math.min(1, 2 * tProbability(Math.abs(t), df, "upper")) : Number.NaN,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    level: options.level,
  };
}
