/** The cost of weights in precision, and how far an adjustment moved them. */
export interface WeightDiagnostics {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Coefficient of variation, with the population variance: the one for which 1 + cv² = n Σw² / (Σw)². */
  readonly cv: number;
  /** Kish's effective number of interviews, n / (1 + cv²) = (Σw)² / Σw². */
  readonly kish: number;
  /** Kish's design effect of unequal weighting, 1 + cv². */
  readonly kishDesignEffect: number;
  /** max - min. */
  readonly range: number;
  /** Least and greatest ratio of a weight after to before (if above 0); null without initial weights. */
  readonly ratioMin: number | null;
  readonly ratioMax: number | null;
}

/**
 * The spread of weights. Kish's measures say what unequal weights cost where they have nothing to do with the answers;
 * rows of weight 0 count as rows and do not change the effective number of interviews.
 *
 * @param weights one a row, 0 or more
 * @param before the weights that an adjustment began with
 * @throws RangeError for no weights, negative or infinite ones, weights that are all 0, or columns of different lengths
 * @example weightDiagnostics([1, 1, 2]).kish // 16 / 6 = 2.667
 * Source: Kish (1965), Survey Sampling, 11.7; Kish (1992), Journal of Official Statistics 8(2).
 */
export function weightDiagnostics(weights: ArrayLike<number>, before?: ArrayLike<number>): WeightDiagnostics {
  const n = weights.length;
  if (before !== undefined && before.length !== n)
    throw new RangeError(`${n} weights after an adjustment of ${before.length}`);
  let min = Infinity;
  let max = -Infinity;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const w = weights[i];
    if (!(w >= 0 && w < Infinity))
      throw new RangeError(`the weight of row ${i + 1} is ${w}; expected 0 or more`);
    if (w < min) min = w;
    if (w > max) max = w;
    sum += w;
  }
  if (!(sum > 0)) throw new RangeError("no weight is above 0");
  const mean = sum / n;
  let apart = 0;
  for (let i = 0; i < n; i++) apart += (weights[i] - mean) ** 2;
  const cv = Math.sqrt(apart / n) / mean;
  let ratioMin = Infinity;
  let ratioMax = -Infinity;
  for (let i = 0; before !== undefined && i < n; i++) {
    if (!(before[i] > 0)) continue;
    const ratio = weights[i] / before[i];
    if (ratio < ratioMin) ratioMin = ratio;
    if (ratio > ratioMax) ratioMax = ratio;
  }
  return {
    min,
    max,
    mean,
    cv,
    kish: n / (1 + cv * cv),
    kishDesignEffect: 1 + cv * cv,
    range: max - min,
    ratioMin: before === undefined ? null : ratioMin,
    ratioMax: before === undefined ? null : ratioMax,
  };
}
