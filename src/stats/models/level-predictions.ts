import type { Cells } from "./cells.js";
import { linearPredictor } from "./linear-predictor.js";

/** Predictions of a logistic model with every row set to one level of a factor. */
export interface LevelPrediction {
  /** The probability of each cell. */
  readonly p: Float64Array;
  /** Its weighted mean. */
  readonly average: number;
  /** The derivatives of the average by the coefficients. */
  readonly gradient: Float64Array;
}

/**
 * The average predicted probability with a factor set to one of its levels.
 *
 * @param factor the place of the factor among those of the model
 * @param column of the level, 0 for the reference
 * @param beta coefficients as the cells hold numbers
 * @param weights of the cells
 */
export function levelPrediction(
  cells: Cells,
  factor: number,
  column: number,
  beta: Float64Array,
  weights: Float64Array,
): LevelPrediction {
  const groupColumns = Int32Array.from(cells.groupColumns);
  for (let at = factor; at < groupColumns.length; at += cells.factors) groupColumns[at] = column;
  const set = { ...cells, groupColumns };
  const p = linearPredictor(set, beta);
  const slopes = new Float64Array(cells.count);
  let total = 0;
  let sum = 0;
  for (let c = 0; c < cells.count; c++) {
    // exp overflows beyond this.
    const odds = Math.exp(Math.min(700, -p[c]));
    const probability = 1 / (1 + odds);
    const w = weights[c];
    p[c] = probability;
    total += w;
    sum += w * probability;
    slopes[c] = w * odds * probability * probability;
  }
  const gradient = columnTotals(set, slopes);
  return { p, average: sum / total, gradient: gradient.map((value) => value / total) };
}

/** X'u for a value per cell. */
function columnTotals(
  { count, columns, group, groups, groupColumns, factors, numbers, numberColumns }: Cells,
  u: Float64Array,
): Float64Array {
  const totals = new Float64Array(columns);
  const byGroup = new Float64Array(groups);
  for (let c = 0; c < count; c++) {
    const g = group[c];
    byGroup[g] += u[c];
  }
  for (let g = 0; g < groups; g++) {
    const value = byGroup[g];
    totals[0] += value;
    for (let f = 0; f < factors; f++) {
      const column = groupColumns[g * factors + f];
      if (column > 0) totals[column] += value;
    }
  }
  numbers.forEach((x, j) => {
    let sum = 0;
    for (let c = 0; c < count; c++) sum += u[c] * x[c];
    totals[numberColumns[j]] = sum;
  });
  return totals;
}
