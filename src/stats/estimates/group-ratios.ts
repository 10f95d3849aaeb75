import { covarianceByGroup } from "../design/covariance.js";
import { replicateCovariance } from "../design/replicates.js";
import type { SurveyDesign } from "../design/survey-design.js";
import { columnsByGroup } from "./group-totals.js";
import type { Groups } from "./groups.js";

/** Ratios of two weighted totals by group, with residuals. */
export interface GroupRatios {
  readonly estimate: Float64Array;
  /** The weighted totals of the denominator. */
  readonly denominator: Float64Array;
  /** Σ w (y - r x)² by group. */
  readonly squares: Float64Array;
  /** Linearised score of each row: w (y - r x) over the group's denominator. */
  readonly score: Float64Array;
}

/**
 * Ratios of two weighted totals. Where all answers of a group are the same, its mean is exactly that answer.
 *
 * @param y numerator
 * @param x denominator; null for 1, which gives means
 */
export function groupRatios(
  { n, weights }: SurveyDesign,
  y: Float64Array,
  x: Float64Array | null,
  groups: Groups,
): GroupRatios {
  const { codes, count: k } = groups;
  // Summing deviations from a group's first answer avoids cancellation for variables far from 0.
  const origin = x === null ? firstOf(y, codes, k) : new Float64Array(k);
  const numerator = new Float64Array(k);
  const denominator = x === null ? groups.weightedN : new Float64Array(k);
  for (let i = 0; i < n; i++) {
    const g = codes[i];
    if (g < 0) continue;
    const w = weights[i];
    numerator[g] += w * (y[i] - origin[g]);
    if (x !== null) denominator[g] += w * x[i];
  }
  const estimate = numerator.map((total, g) => origin[g] + total / denominator[g]);
  const squares = new Float64Array(k);
  const score = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const g = codes[i];
    if (g < 0) continue;
    const w = weights[i];
    const left = y[i] - estimate[g] * (x === null ? 1 : x[i]);
    squares[g] += w * left * left;
    score[i] = (w * left) / denominator[g];
  }
  return { estimate, denominator, squares, score };
}

/** The covariance matrix of `ratios`, by linearisation or from the design's replicate weights. */
export function covarianceOfRatios(
  design: SurveyDesign,
  y: Float64Array,
  x: Float64Array | null,
  { codes, count: k }: Groups,
  { estimate, score }: GroupRatios,
): Float64Array {
  const { replicates } = design;
  if (replicates === null) return covarianceByGroup(design, score, codes, k);
  const over = replicates.totals(columnsByGroup(y, codes, k));
  const under = replicates.totals(columnsByGroup(x, codes, k));
  const values = over.map((total, at) => total / under[at]);
  return replicateCovariance(replicates, values, estimate);
}

/** The first answer of each group. */
function firstOf(y: Float64Array, codes: Int32Array, k: number): Float64Array {
  const first = new Float64Array(k);
  for (let i = codes.length - 1; i >= 0; i--) {
    const g = codes[i];
    if (g >= 0) first[g] = y[i];
  }
  return first;
}
