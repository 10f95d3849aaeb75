import { covarianceByGroup, covarianceOfTotals, covarianceOfUnits } from "../design/covariance.js";
import type { SurveyDesign } from "../design/survey-design.js";
import type { Cells } from "./cells.js";
import type { ModelMatrix } from "./model-matrix.js";

/**
 * The linearised covariance of coefficients: A⁻¹ C A⁻¹, C the covariance of the estimating equations' totals under the
 * design.
 *
 * @param inverse A⁻¹, columns × columns by row
 * @param residual of each row times its weight, 0 for a row that does not count
 * Source: Binder (1983), International Statistical Review 51(3).
 */
export function sandwich(
  design: SurveyDesign,
  { matrix, cells }: { readonly matrix: ModelMatrix; readonly cells: Cells },
  inverse: Float64Array,
  residual: Float64Array,
): Float64Array {
  const k = cells.columns;
  if (fewCells(design, cells))
    return congruent(
      inverse,
      congruent(
        cellColumns(cells),
        covarianceByGroup(design, residual, cells.ofRow, cells.count),
        k,
        cells.count,
      ),
      k,
      k,
    );
  if (design.adjustments.length === 0)
    return congruent(
      inverse,
      covarianceOfUnits(design, unitScores(design, matrix, cells, residual), k),
      k,
      k,
    );
  const scores = Array.from({ length: k }, (_, column) => {
    const direction = new Float64Array(k);
    direction[column] = 1;
    return projectedScore(matrix, cells, direction, residual);
  });
  return congruent(inverse, covarianceOfTotals(design, scores), k, k);
}

/** The sum of x × residual over the rows of each primary sampling unit, x the columns of the model: units × columns. */
function unitScores(
  { n, psu, psuCount }: SurveyDesign,
  { factors }: ModelMatrix,
  { columns: k, ofRow, numbers, numberColumns }: Cells,
  residual: Float64Array,
): Float64Array {
  const units = new Float64Array(psuCount * k);
  for (let i = 0; i < n; i++) {
    const c = ofRow[i];
    if (c < 0) continue;
    const left = residual[i];
    const unit = (psu === null ? i : psu[i]) * k;
    units[unit] += left;
    for (let f = 0; f < factors.length; f++) {
      const { factor, columnOf } = factors[f];
      const column = columnOf[factor.codes[i]];
      if (column > 0) units[unit + column] += left;
    }
    for (let j = 0; j < numbers.length; j++) {
      const at = unit + numberColumns[j];
      units[at] += left * numbers[j][c];
    }
  }
  return units;
}

/** Whether the covariance of cell totals is cheaper than that of all columns. */
function fewCells(
  { n, psu, psuCount, stratumPsus, adjustments }: SurveyDesign,
  { count, columns }: Cells,
): boolean {
  return (
    adjustments.length === 0 &&
    (psu === null
      ? stratumPsus.length * count * count < 2 * n * columns * columns
      : psuCount * count * count < 4 * n * columns)
  );
}

/** The value of every column in every cell: columns × cells, by row. */
function cellColumns({
  columns,
  count,
  group,
  groupColumns,
  factors,
  numbers,
  numberColumns,
}: Cells): Float64Array {
  const values = new Float64Array(columns * count);
  for (let c = 0; c < count; c++) {
    values[c] = 1;
    for (let f = 0; f < factors; f++) {
      const column = groupColumns[group[c] * factors + f];
      if (column > 0) values[column * count + c] = 1;
    }
  }
  numbers.forEach((x, j) => {
    values.set(x, numberColumns[j] * count);
  });
  return values;
}

/** (x · direction) × residual of every row. */
export function projectedScore(
  { factors }: ModelMatrix,
  { ofRow, numbers, numberColumns }: Cells,
  direction: Float64Array,
  residual: Float64Array,
): Float64Array {
  const score = new Float64Array(residual.length);
  const intercept = direction[0];
  if (intercept !== 0) for (let i = 0; i < score.length; i++) score[i] = intercept * residual[i];
  for (const { factor, columnOf } of factors) {
    const parts = Float64Array.from(columnOf, (column) => (column > 0 ? direction[column] : 0));
    if (parts.every((part) => part === 0)) continue;
    const { codes } = factor;
    for (let i = 0; i < score.length; i++) if (ofRow[i] >= 0) score[i] += parts[codes[i]] * residual[i];
  }
  numbers.forEach((x, j) => {
    const part = direction[numberColumns[j]];
    if (part === 0) return;
    for (let i = 0; i < score.length; i++) {
      const c = ofRow[i];
      if (c >= 0) score[i] += part * x[c] * residual[i];
    }
  });
  return score;
}

/** B C B' of B (rows × k, by row) and a symmetric C (k × k); exactly symmetric. */
export function congruent(b: Float64Array, c: Float64Array, rows: number, k: number): Float64Array {
  const half = new Float64Array(rows * k);
  for (let i = 0; i < rows; i++) {
    for (let l = 0; l < k; l++) {
      const part = b[i * k + l];
      for (let j = 0; j < k; j++) half[i * k + j] += part * c[l * k + j];
    }
  }
  const product = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let l = 0; l < k; l++) sum += half[i * k + l] * b[j * k + l];
      product[i * rows + j] = sum;
      product[j * rows + i] = sum;
    }
  }
  return product;
}
