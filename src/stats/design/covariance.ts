import { residualScores } from "./residual-scores.js";
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
  const units = design.psu === null ? adjusted : adjusted.map((score) => sumByUnit(design, score));
  const { psuStratum } = design;
  const strata = design.stratumPsus.length;
  const k = units.length;
  const means = new Float64Array(strata * k);
  units.forEach((unit, a) => {
    for (let j = 0; j < unit.length; j++) {
      const cell = (psuStratum[j] as number) * k + a;
      means[cell] = (means[cell] as number) + (unit[j] as number);
    }
  });
  overUnits(design, means, k);
  return sumOfProducts(design, k, (from, size, out) => {
    for (let a = 0; a < k; a++) {
      const unit = units[a] as Float64Array;
      for (let i = 0; i < size; i++)
        out[a * BLOCK + i] =
          (unit[from + i] as number) - (means[(psuStratum[from + i] as number) * k + a] as number);
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
      const g = codes[i] as number;
      if (g >= 0) (columns[g] as Float64Array)[i] = score[i] as number;
    }
    return covarianceOfTotals(design, columns);
  }
  return design.psu === null
    ? elementCovariance(design, score, codes, k)
    : clusterCovariance(design, design.psu, score, codes, k);
}

/** Every row its own unit: the rows of a stratum that are out of a group are zeros, which need no visit. */
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
    const g = codes[i] as number;
    if (g < 0) continue;
    const cell = (stratum[i] as number) * k + g;
    sums[cell] = (sums[cell] as number) + (score[i] as number);
    counts[cell] = (counts[cell] as number) + 1;
  }
  const means = new Float64Array(strata * k);
  for (let h = 0; h < strata; h++) {
    const m = design.stratumPsus[h] as number;
    for (let g = 0; g < k; g++) means[h * k + g] = m > 1 ? (sums[h * k + g] as number) / m : 0;
  }
  const squares = new Float64Array(strata * k);
  for (let i = 0; i < design.n; i++) {
    const g = codes[i] as number;
    if (g < 0) continue;
    const cell = (stratum[i] as number) * k + g;
    const apart = (score[i] as number) - (means[cell] as number);
    squares[cell] = (squares[cell] as number) + apart * apart;
  }
  const factor = stratumFactors(design);
  const covariance = new Float64Array(k * k);
  for (let h = 0; h < strata; h++) {
    const f = factor[h] as number;
    if (f === 0) continue;
    const m = design.stratumPsus[h] as number;
    for (let a = 0; a < k; a++) {
      const cell = h * k + a;
      const mean = means[cell] as number;
      covariance[a * k + a] =
        (covariance[a * k + a] as number) +
        f * ((squares[cell] as number) + (m - (counts[cell] as number)) * mean * mean);
      for (let b = 0; b < a; b++)
        covariance[a * k + b] =
          (covariance[a * k + b] as number) - f * m * mean * (means[h * k + b] as number);
    }
  }
  for (let a = 0; a < k; a++)
    for (let b = 0; b < a; b++) covariance[b * k + a] = covariance[a * k + b] as number;
  return covariance;
}

function clusterCovariance(
  design: SurveyDesign,
  psu: Int32Array,
  score: Float64Array,
  codes: Int32Array,
  k: number,
): Float64Array {
  const { psuCount, psuStratum } = design;
  const units = new Float64Array(psuCount * k);
  for (let i = 0; i < design.n; i++) {
    const g = codes[i] as number;
    if (g < 0) continue;
    const cell = (psu[i] as number) * k + g;
    units[cell] = (units[cell] as number) + (score[i] as number);
  }
  const means = new Float64Array(design.stratumPsus.length * k);
  for (let j = 0; j < psuCount; j++) {
    const row = (psuStratum[j] as number) * k;
    for (let g = 0; g < k; g++) means[row + g] = (means[row + g] as number) + (units[j * k + g] as number);
  }
  overUnits(design, means, k);
  return sumOfProducts(design, k, (from, size, out) => {
    for (let i = 0; i < size; i++) {
      const row = (psuStratum[from + i] as number) * k;
      const unit = (from + i) * k;
      for (let g = 0; g < k; g++)
        out[g * BLOCK + i] = (units[unit + g] as number) - (means[row + g] as number);
    }
  });
}

/**
 * Makes sums over a stratum's units, k of them, the units' means. A lone unit is not centred: at its own mean it would
 * have no variance whatever the policy.
 */
function overUnits({ stratumPsus }: SurveyDesign, sums: Float64Array, k: number): void {
  for (let h = 0; h < stratumPsus.length; h++) {
    const m = stratumPsus[h] as number;
    for (let a = 0; a < k; a++) sums[h * k + a] = m > 1 ? (sums[h * k + a] as number) / m : 0;
  }
}

/** Units whose distances are worked on while they are in the cache; rows of a power of 2 would evict each other. */
const BLOCK = 250;

/**
 * The sums over units of products of k distances from means, each times the factor of the unit's stratum.
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
      for (let i = 0; i < size; i++)
        scaled[i] = (factor[psuStratum[from + i] as number] as number) * (block[a * BLOCK + i] as number);
      for (let b = 0; b <= a; b++)
        covariance[a * k + b] = (covariance[a * k + b] as number) + product(scaled, block, b * BLOCK, size);
    }
  }
  for (let a = 0; a < k; a++)
    for (let b = 0; b < a; b++) covariance[b * k + a] = covariance[a * k + b] as number;
  return covariance;
}

/** Four sums side by side, none of which waits for another. */
function product(x: Float64Array, y: Float64Array, from: number, size: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < size; i += 4) {
    s0 += (x[i] as number) * (y[from + i] as number);
    s1 += (x[i + 1] as number) * (y[from + i + 1] as number);
    s2 += (x[i + 2] as number) * (y[from + i + 2] as number);
    s3 += (x[i + 3] as number) * (y[from + i + 3] as number);
  }
  for (; i < size; i++) s0 += (x[i] as number) * (y[from + i] as number);
  return s0 + s1 + (s2 + s3);
}

/** A score of every row, summed over the rows of each primary sampling unit. */
function sumByUnit(design: SurveyDesign, score: Float64Array): Float64Array {
  const psu = design.psu as Int32Array;
  const units = new Float64Array(design.psuCount);
  for (let i = 0; i < score.length; i++) {
    const j = psu[i] as number;
    units[j] = (units[j] as number) + (score[i] as number);
  }
  return units;
}

/**
 * What the squared distances of a stratum's units from their mean are multiplied with: (1 - f) m / (m - 1), and for
 * single-unit strata as the design says.
 */
export function stratumFactors(design: SurveyDesign): Float64Array {
  const { stratumPsus, samplingFraction, singlePsu, strata } = design;
  let used = 0;
  let averaged = 0;
  const factors = Float64Array.from(stratumPsus, (m, h) => {
    if (m === 0) return 0;
    used += 1;
    const correction = 1 - (samplingFraction[h] as number);
    if (m > 1) return (correction * m) / (m - 1);
    if (correction <= 0 || singlePsu === "certainty") return 0;
    if (singlePsu === "adjust") return correction;
    if (singlePsu === "average") {
      averaged += 1;
      return 0;
    }
    const name = strata.levels[h] === "" ? "The design" : `Stratum ${strata.levels[h]}`;
    throw new RangeError(
      `${name} has one primary sampling unit, so that its variance cannot be estimated; say what to do with it (certainty, adjust, average) or join strata`,
    );
  });
  if (averaged === 0) return factors;
  if (averaged === used)
    throw new RangeError("every stratum has one primary sampling unit: there is no average");
  const scale = used / (used - averaged);
  return factors.map((factor) => factor * scale);
}
