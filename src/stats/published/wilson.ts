import { assertPositive, assertProportion } from "../numeric/check.js";
import { Z_95 } from "../numeric/constants.js";

/**
 * The Wilson score interval of a proportion, at an effective number of interviews n / deff.
 *
 * @param p proportion, 0 to 1
 * @param n interviews, above 0
 * @param options.deff design effect, above 0; it has no default because no value is neutral: 1 is simple random sampling,
 *   the most favourable case
 * @param options.z normal quantile; 95% two-sided by default
 * @returns ends as proportions; they lie inside 0 to 1 and hold `p`
 * @throws RangeError for a proportion outside 0 to 1 or a number of interviews or design effect not above 0
 * @example wilsonInterval(0.47, 1152, { deff: 1 }) // { low: 0.4413…, high: 0.4989… }
 * Source: Wilson (1927), JASA 22(158); R `prop.test(correct = FALSE)` for deff 1; effective n as in `survey::svyciprop`.
 */
export function wilsonInterval(
  p: number,
  n: number,
  { deff, z = Z_95 }: { deff: number; z?: number },
): { low: number; high: number } {
  assertProportion(p, "p");
  assertPositive(n, "n");
  assertPositive(deff, "deff");
  const m = n / deff;
  const centre = (p + (z * z) / (2 * m)) / (1 + (z * z) / m);
  const half = (z * Math.sqrt((p * (1 - p)) / m + (z * z) / (4 * m * m))) / (1 + (z * z) / m);
  return { low: p === 0 ? 0 : Math.max(0, centre - half), high: p === 1 ? 1 : Math.min(1, centre + half) };
}
