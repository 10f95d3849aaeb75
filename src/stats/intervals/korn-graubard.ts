import { tQuantile } from "../numeric/distributions.js";

/**
 * What Korn and Graubard multiply an effective number of interviews by, to allow for a variance that rests on few degrees
 * of freedom: (t with n - 1 degrees of freedom / t with the design's)², both at (1 - level) / 2.
 *
 * @returns 0 without degrees of freedom, as t grows without end there; NaN for a single interview, which has no t
 * Source: Korn and Graubard (1998), Survey Methodology 24(2); R `survey::svyciprop(method = "beta")`.
 */
export function degreesOfFreedomFactor(n: number, df: number, level: number): number {
  if (!(n > 1)) return Number.NaN;
  if (!(df > 0)) return 0;
  const half = (1 - level) / 2;
  return (tQuantile(half, n - 1) / tQuantile(half, df)) ** 2;
}
