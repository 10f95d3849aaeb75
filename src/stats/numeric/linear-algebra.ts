import { DependentColumns } from "./dependent-columns.js";
import { exactDot } from "./exact-product.js";

export { DependentColumns } from "./dependent-columns.js";
export {
  type WeightedBasis,
  weightedBasis,
  weightedLeastSquares,
  weightedResiduals,
} from "./weighted-basis.js";

/** Pivot tolerance: a column of unit length whose squared residual is below this depends on those before. */
const MIN_PIVOT = 1e-10;

/** Maximum rounds of refinement; most systems need one or two. */
const MAX_REFINEMENTS = 10;

/** Factors A = D L L' D of a symmetric matrix scaled to unit diagonal. */
export interface Cholesky {
  /** L, k × k by row; rows and columns of dependent columns are those of the unit matrix. */
  readonly lower: Float64Array;
  /** The diagonal of D. */
  readonly scale: Float64Array;
  /** Columns that are linear combinations of columns before them, in order. */
  readonly dependent: readonly number[];
}

/**
 * The Cholesky factor of a matrix of products X'WX, equilibrated.
 *
 * @param a k × k by row, symmetric, positive semidefinite; only the lower triangle is read
 * @returns also which columns depend on columns before them: those of which less than 1e-10 (squared, of a length of 1)
 *   is their own. Two columns correlated by more than 1 - 5e-11 count as dependent; `weightedBasis` can tell them apart.
 * @throws RangeError for a matrix that is not k × k, or a value that is not finite
 */
export function choleskyOfGram(a: Float64Array, k: number): Cholesky {
  if (a.length !== k * k) throw new RangeError(`a matrix of ${a.length} values is not ${k} × ${k}`);
  const scale = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    const square = a[i * k + i];
    if (!Number.isFinite(square)) throw new RangeError(`the matrix holds ${square}`);
    scale[i] = square > 0 ? Math.sqrt(square) : 1;
  }
  const lower = new Float64Array(k * k);
  const dependent: number[] = [];
  for (let j = 0; j < k; j++) {
    for (let i = 0; i <= j; i++) {
      let value = a[j * k + i] / (scale[i] * scale[j]);
      if (!Number.isFinite(value)) throw new RangeError(`the matrix holds ${a[j * k + i]}`);
      for (let m = 0; m < i; m++) value -= lower[j * k + m] * lower[i * k + m];
      if (i < j) lower[j * k + i] = dependent.includes(i) ? 0 : value / lower[i * k + i];
      else if (value > MIN_PIVOT) lower[j * k + j] = Math.sqrt(value);
      else {
        dependent.push(j);
        lower.fill(0, j * k, j * k + j);
        lower[j * k + j] = 1;
      }
    }
  }
  return { lower, scale, dependent };
}

/**
 * The solution X of A X = B, A symmetric and positive definite, refined until it no longer improves with residuals of
 * twice the precision: as near as doubles allow for the A that is given.
 *
 * @param a k × k by row
 * @param b k × columns by row
 * @returns k × columns by row
 * @throws DependentColumns (a RangeError) naming the columns that depend on columns before; RangeError as `choleskyOfGram`
 * @example solveSymmetric(Float64Array.of(4, 2, 2, 3), 2, Float64Array.of(2, 5), 1) // [-0.5, 2]
 */
export function solveSymmetric(a: Float64Array, k: number, b: Float64Array, columns = 1): Float64Array {
  if (b.length !== k * columns) throw new RangeError(`${b.length} values are not ${k} × ${columns}`);
  const { lower, scale, dependent } = choleskyOfGram(a, k);
  if (dependent.length > 0) throw new DependentColumns(dependent);
  const x = new Float64Array(k * columns);
  const step = new Float64Array(k);
  for (let c = 0; c < columns; c++) {
    for (let i = 0; i < k; i++) step[i] = b[i * columns + c];
    let last = Infinity;
    for (let round = 0; round <= MAX_REFINEMENTS; round++) {
      substitute(lower, scale, k, step);
      let size = 0;
      for (let i = 0; i < k; i++) size = Math.max(size, Math.abs(step[i]) * scale[i]);
      // The first step is the solution; later ones refine it while they shrink.
      if (!(size < last / 2) && round > 1) break;
      for (let i = 0; i < k; i++) x[i * columns + c] += step[i];
      if (size === 0) break;
      last = size;
      for (let i = 0; i < k; i++) step[i] = -exactDot(-b[i * columns + c], a, i * k, 1, x, c, columns, k);
    }
  }
  return x;
}

/**
 * The inverse of a symmetric, positive definite matrix; exactly symmetric.
 *
 * @throws as `solveSymmetric`
 * @example inverseSymmetric(Float64Array.of(2, 0, 0, 4), 2) // [0.5, 0, 0, 0.25]
 */
export function inverseSymmetric(a: Float64Array, k: number): Float64Array {
  const unit = new Float64Array(k * k);
  for (let i = 0; i < k; i++) unit[i * k + i] = 1;
  const inverse = solveSymmetric(a, k, unit, k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) {
      const mean = (inverse[i * k + j] + inverse[j * k + i]) / 2;
      inverse[i * k + j] = mean;
      inverse[j * k + i] = mean;
    }
  }
  return inverse;
}

/** Solves D L L' D x = x in place. */
function substitute(lower: Float64Array, scale: Float64Array, k: number, x: Float64Array): void {
  for (let i = 0; i < k; i++) {
    let value = x[i] / scale[i];
    for (let j = 0; j < i; j++) value -= lower[i * k + j] * x[j];
    x[i] = value / lower[i * k + i];
  }
  for (let i = k - 1; i >= 0; i--) {
    let value = x[i];
    for (let j = i + 1; j < k; j++) value -= lower[j * k + i] * x[j];
    x[i] = value / lower[i * k + i];
  }
  for (let i = 0; i < k; i++) x[i] /= scale[i];
}
