import { covarianceByGroup } from "../design/covariance.js";
import { replicateCovariance } from "../design/replicates.js";
import type { SurveyDesign } from "../design/survey-design.js";

/**
 * Weighted totals over groups that do not overlap, with their covariance matrix by the design's method.
 *
 * @param y the variable; null for 1, which gives estimated sizes of the groups
 * @param codes the group of each row, -1 for none
 * @param k groups
 */
export function groupTotals(
  design: SurveyDesign,
  y: Float64Array | null,
  codes: Int32Array,
  k: number,
): { readonly totals: Float64Array; readonly covariance: Float64Array } {
  const { n, weights, replicates } = design;
  const totals = new Float64Array(k);
  const score = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const g = codes[i];
    if (g < 0) continue;
    const value = weights[i] * (y === null ? 1 : y[i]);
    score[i] = value;
    totals[g] += value;
  }
  const covariance =
    replicates === null
      ? covarianceByGroup(design, score, codes, k)
      : replicateCovariance(replicates, replicates.totals(columnsByGroup(y, codes, k)), totals);
  return { totals, covariance };
}

/** One column per group with `y` (1 if null) in its rows and 0 elsewhere. */
export function columnsByGroup(y: Float64Array | null, codes: Int32Array, k: number): Float64Array[] {
  const columns = Array.from({ length: k }, () => new Float64Array(codes.length));
  for (let i = 0; i < codes.length; i++) {
    const g = codes[i];
    if (g >= 0) columns[g][i] = y === null ? 1 : y[i];
  }
  return columns;
}
