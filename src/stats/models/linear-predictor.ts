import type { Cells } from "./cells.js";

/** Writes the linear predictor of `size` cells from `from` on to the start of `out`. */
export type Predictor = (from: number, size: number, out: Float64Array) => void;

/**
 * The linear predictor of a model, block by block.
 *
 * @param beta a coefficient a column, for numbers as the cells hold them
 */
export function predictorOf(cells: Cells, beta: Float64Array): Predictor {
  const { group, groups, groupColumns, factors, numbers, numberColumns } = cells;
  const ofGroup = new Float64Array(groups).fill(beta[0]);
  for (let g = 0; g < groups; g++) {
    for (let f = 0; f < factors; f++) {
      const column = groupColumns[g * factors + f];
      if (column > 0) ofGroup[g] += beta[column];
    }
  }
  return (from, size, out) => {
    for (let i = 0; i < size; i++) out[i] = ofGroup[group[from + i]];
    for (let j = 0; j < numbers.length; j++) {
      const x = numbers[j];
      const slope = beta[numberColumns[j]];
      for (let i = 0; i < size; i++) out[i] += slope * x[from + i];
    }
  };
}

/** The linear predictor of every cell. */
export function linearPredictor(cells: Cells, beta: Float64Array): Float64Array {
  const eta = new Float64Array(cells.count);
  predictorOf(cells, beta)(0, cells.count, eta);
  return eta;
}

/** Sums row values by cell. */
export function sumByCell(cells: Cells, values: Float64Array): Float64Array {
  const sums = new Float64Array(cells.count);
  const { ofRow } = cells;
  for (let i = 0; i < ofRow.length; i++) {
    const c = ofRow[i];
    if (c >= 0) sums[c] += values[i];
  }
  return sums;
}

/** Converts coefficients of standardised numbers to original units. */
export function inOwnUnits({ numberColumns, centre, scale }: Cells, beta: Float64Array): Float64Array {
  const own = Float64Array.from(beta);
  numberColumns.forEach((column, j) => {
    const slope = beta[column] / scale[j];
    own[column] = slope;
    own[0] -= slope * centre[j];
  });
  return own;
}

/** Converts a covariance matrix of coefficients to original units. */
export function covarianceInOwnUnits(cells: Cells, covariance: Float64Array): Float64Array {
  const k = cells.columns;
  const half = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    // The matrix is symmetric: its rows are its columns.
    const column = inOwnUnits(cells, covariance.subarray(a * k, a * k + k));
    for (let b = 0; b < k; b++) half[b * k + a] = column[b];
  }
  const own = new Float64Array(k * k);
  for (let b = 0; b < k; b++) own.set(inOwnUnits(cells, half.subarray(b * k, b * k + k)), b * k);
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) own[b * k + a] = own[a * k + b];
  return own;
}
