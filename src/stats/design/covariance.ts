import { sumByCode } from "../numeric/by-row.js";
import { dot } from "../numeric/dot.js";
import { residualScores } from "./residual-scores.js";
import { stratumFactors } from "./stratum-factors.js";
import type { SurveyDesign } from "./survey-design.js";

/**
 * The covariance matrix of estimated totals by linearisation: between the primary sampling units within strata, as if
 * drawn with replacement at the first stage, times the finite population correction.
 *
 * @param scores for each total the score of every row times its weight: w z, 0 out of the domain. Where the weights were
 *   adjusted to known totals, what the adjustment explains is taken out first.
 * @returns K × K, row by row, in squared units of the totals
 * @throws RangeError for a score of another length, and for a stratum of one primary sampling unit unless the design
 *   says what to do with it
 * Source: Wolter, Introduction to Variance Estimation, 1.4; R `survey::svyrecvar`.
 */
export function covarianceOfTotals(design: SurveyDesign, scores: readonly Float64Array[]): Float64Array {
  for (const score of scores)
    if (score.length !== design.n) throw new RangeError(`${score.length} scores for ${design.n} rows`);
  const adjusted = scores.map((score) => residualScores(design, score));
  const { psu, psuCount } = design;
  const units = psu === null ? adjusted : adjusted.map((score) => sumByCode(score, psu, psuCount));
  const { psuStratum } = design;
  const strata = design.stratumPsus.length;
  const k = units.length;
  const means = new Float64Array(strata * k);
  units.forEach((unit, a) => {
    for (let j = 0; j < unit.length; j++) {
      const cell = psuStratum[j] * k + a;
      means[cell] += unit[j];
    }
  });
  overUnits(design, means, k);
  return sumOfProducts(design, k, (from, size, out) => {
    for (let a = 0; a < k; a++) {
      const unit = units[a];
      for (let i = 0; i < size; i++)
        out[a * BLOCK + i] = unit[from + i] - means[psuStratum[from + i] * k + a];
    }
  });
}

/**
 * The covariance matrix of totals over groups that do not overlap: as `covarianceOfTotals` of one score a group, each
 * 0 outside its group, without making those columns.
 *
 * @param score the score of every row times its weight
 * @param codes the group of every row, -1 for none
 * @param k groups
 */
export function covarianceByGroup(
  design: SurveyDesign,
  score: Float64Array,
  codes: Int32Array,
  k: number,
): Float64Array {
  if (design.adjustments.length > 0) {
    const columns = Array.from({ length: k }, () => new Float64Array(design.n));
    for (let i = 0; i < design.n; i++) {
      const g = codes[i];
      if (g >= 0) columns[g][i] = score[i];
    }
    return covarianceOfTotals(design, columns);
  }
  return design.psu === null
    ? elementCovariance(design, score, codes, k)
    : covarianceOfUnits(design, unitsByGroup(design, design.psu, score, codes, k), k);
}

/** Each row is its own unit: rows of a stratum outside a group are zeros and need no visit. */
function elementCovariance(
  design: SurveyDesign,
  score: Float64Array,
  codes: Int32Array,
  k: number,
): Float64Array {
  const strata = design.stratumPsus.length;
  const stratum = design.strata.codes;
  const sums = new Float64Array(strata * k);
  const counts = new Float64Array(strata * k);
  for (let i = 0; i < design.n; i++) {
    const g = codes[i];
    if (g < 0) continue;
    const cell = stratum[i] * k + g;
    sums[cell] += score[i];
    counts[cell] += 1;
  }
  const means = new Float64Array(strata * k);
  for (let h = 0; h < strata; h++) {
    const m = design.stratumPsus[h];
    for (let g = 0; g < k; g++) means[h * k + g] = m > 1 ? sums[h * k + g] / m : 0;
  }
  const squares = new Float64Array(strata * k);
  for (let i = 0; i < design.n; i++) {
    const g = codes[i];
    if (g < 0) continue;
    const cell = stratum[i] * k + g;
    const apart = score[i] - means[cell];
    squares[cell] += apart * apart;
  }
  const factor = stratumFactors(design);
  const covariance = new Float64Array(k * k);
  for (let h = 0; h < strata; h++) {
    const f = factor[h];
    if (f === 0) continue;
    const m = design.stratumPsus[h];
    for (let a = 0; a < k; a++) {
      const cell = h * k + a;
      const mean = means[cell];
      covariance[a * k + a] += f * (squares[cell] + (m - counts[cell]) * mean * mean);
      for (let b = 0; b < a; b++) covariance[a * k + b] -= f * m * mean * means[h * k + b];
    }
  }
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) covariance[b * k + a] = covariance[a * k + b];
  return covariance;
}

/**
 * The covariance matrix of k totals from those of the primary sampling units. It knows nothing of adjusted weights.
 *
 * @param units units × k, unit by unit: the sum of the scores of the unit's rows, each times its weight
 */
export function covarianceOfUnits(design: SurveyDesign, units: Float64Array, k: number): Float64Array {
  const { psuCount, psuStratum } = design;
  const means = new Float64Array(design.stratumPsus.length * k);
  for (let j = 0; j < psuCount; j++) {
    const row = psuStratum[j] * k;
    for (let g = 0; g < k; g++) means[row + g] += units[j * k + g];
  }
  overUnits(design, means, k);
  return sumOfProducts(design, k, (from, size, out) => {
    for (let i = 0; i < size; i++) {
      const row = psuStratum[from + i] * k;
      const unit = (from + i) * k;
      for (let g = 0; g < k; g++) out[g * BLOCK + i] = units[unit + g] - means[row + g];
    }
  });
}

/** The sum of the scores of each group in each primary sampling unit: units × k. */
function unitsByGroup(
  { n, psuCount }: SurveyDesign,
  psu: Int32Array,
  score: Float64Array,
  codes: Int32Array,
  k: number,
): Float64Array {
  const units = new Float64Array(psuCount * k);
  for (let i = 0; i < n; i++) {
    const g = codes[i];
    if (g < 0) continue;
    const cell = psu[i] * k + g;
    units[cell] += score[i];
  }
  return units;
}

/**
 * Divides sums over a stratum's units into means. A lone unit is not centred: at its own mean its variance would be 0
 * under any policy.
 */
function overUnits({ stratumPsus }: SurveyDesign, sums: Float64Array, k: number): void {
  for (let h = 0; h < stratumPsus.length; h++) {
    const m = stratumPsus[h];
    for (let a = 0; a < k; a++) sums[h * k + a] = m > 1 ? sums[h * k + a] / m : 0;
  }
}

/** Block size that fits the cache; rows of a power of 2 would evict each other. */
const BLOCK = 250;

/**
 * Sums over units of products of k deviations from means, each times the factor of the unit's stratum.
 *
 * @param distances writes the distances of `size` units from `from` on into k rows of `BLOCK`
 */
function sumOfProducts(
  design: SurveyDesign,
  k: number,
  distances: (from: number, size: number, out: Float64Array) => void,
): Float64Array {
  const { psuCount, psuStratum } = design;
  const factor = stratumFactors(design);
  const block = new Float64Array(k * BLOCK);
  const scaled = new Float64Array(BLOCK);
  const covariance = new Float64Array(k * k);
  for (let from = 0; from < psuCount; from += BLOCK) {
    const size = Math.min(BLOCK, psuCount - from);
    distances(from, size, block);
    for (let a = 0; a < k; a++) {
      for (let i = 0; i < size; i++) scaled[i] = factor[psuStratum[from + i]] * block[a * BLOCK + i];
      for (let b = 0; b <= a; b++) covariance[a * k + b] += dot(scaled, block, b * BLOCK, size);
    }
  }
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) covariance[b * k + a] = covariance[a * k + b];
  return covariance;
}
