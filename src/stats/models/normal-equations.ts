import { dot } from "../numeric/dot.js";
import { DependentColumns, solveSymmetric } from "../numeric/linear-algebra.js";
import type { Cells } from "./cells.js";

/** Block size that fits the cache. */
const BLOCK = 1024;

/** X'VX (columns × columns, by row) and X'u of a model's cells. */
export interface NormalEquations {
  readonly gram: Float64Array;
  readonly right: Float64Array;
}

/**
 * The normal equations of a weighted regression on the columns of a model.
 *
 * Factors are summed by their combinations of levels, and only these sums are spread over columns.
 *
 * @param fill writes the weight v and the weighted answer or residual u of `size` cells from `from` on
 */
export function normalEquations(
  cells: Cells,
  fill: (from: number, size: number, v: Float64Array, u: Float64Array) => void,
): NormalEquations {
  const { count, group, groups, numbers, columns: k, numberColumns } = cells;
  const m = numbers.length;
  const groupV = new Float64Array(groups);
  const groupU = new Float64Array(groups);
  const groupX = Array.from({ length: m }, () => new Float64Array(groups));
  const gram = new Float64Array(k * k);
  const right = new Float64Array(k);
  const v = new Float64Array(BLOCK);
  const u = new Float64Array(BLOCK);
  const vx = new Float64Array(BLOCK);
  for (let from = 0; from < count; from += BLOCK) {
    const size = Math.min(BLOCK, count - from);
    fill(from, size, v, u);
    for (let i = 0; i < size; i++) {
      const g = group[from + i];
      groupV[g] += v[i];
      groupU[g] += u[i];
    }
    for (let j = 0; j < m; j++) {
      const x = numbers[j];
      const sums = groupX[j];
      const at = numberColumns[j];
      for (let i = 0; i < size; i++) {
        const value = v[i] * x[from + i];
        vx[i] = value;
        const g = group[from + i];
        sums[g] += value;
      }
      for (let l = 0; l <= j; l++) {
        const cell = at * k + numberColumns[l];
        gram[cell] += dot(vx, numbers[l], from, size);
      }
      right[at] += dot(u, x, from, size);
    }
  }
  spread(cells, groupV, groupU, groupX, gram, right);
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) gram[b * k + a] = gram[a * k + b];
  return { gram, right };
}

/** Adds the sums of each group to the lower triangle, at the intercept and its levels' columns. */
function spread(
  { groups, groupColumns, factors, columns: k, numberColumns }: Cells,
  groupV: Float64Array,
  groupU: Float64Array,
  groupX: readonly Float64Array[],
  gram: Float64Array,
  right: Float64Array,
): void {
  const own = new Int32Array(factors + 1);
  for (let g = 0; g < groups; g++) {
    let length = 1;
    for (let f = 0; f < factors; f++) {
      const column = groupColumns[g * factors + f];
      if (column > 0) own[length++] = column;
    }
    for (let a = 0; a < length; a++) {
      const row = own[a];
      right[row] += groupU[g];
      for (let b = 0; b <= a; b++) {
        const cell = row * k + own[b];
        gram[cell] += groupV[g];
      }
      for (let j = 0; j < numberColumns.length; j++) {
        const column = numberColumns[j];
        const cell = column > row ? column * k + row : row * k + column;
        gram[cell] += groupX[j][g];
      }
    }
  }
}

/** Solves the equations; an error names dependent columns. */
export function solveNormal(gram: Float64Array, right: Float64Array, names: readonly string[]): Float64Array {
  try {
    return solveSymmetric(gram, names.length, right);
  } catch (error) {
    if (!(error instanceof DependentColumns)) throw error;
    const which = error.columns.map((column) => names[column]);
    throw new RangeError(
      `${which.join(" and ")} ${which.length === 1 ? "is a linear combination" : "are linear combinations"} of the terms before among the rows that count`,
      { cause: error },
    );
  }
}
