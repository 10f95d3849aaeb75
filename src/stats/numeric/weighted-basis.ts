import { DependentColumns } from "./dependent-columns.js";

/** Tolerance for dependent columns, relative to their length; the same as R's `lm`. */
const MIN_LENGTH = 1e-7;

/** Block size that fits the cache; sums by block also round less. */
const BLOCK = 1024;

/** Columns Q with Q'WQ = I that span the same space as X, and R with X = QR over the columns that count. */
export interface WeightedBasis {
  readonly basis: readonly Float64Array[];
  /** The columns of X that are no linear combination of columns before them; as many as there are in `basis`. */
  readonly independent: readonly number[];
  readonly dependent: readonly number[];
  /** R, upper triangular, square over the independent columns, by row. */
  readonly upper: Float64Array;
}

/**
 * An orthonormal basis of columns under the inner product Σ w x y, by Gram-Schmidt done twice. It needs no square roots
 * of weights and no scaling by the caller: columns may differ in scale, and be as nearly dependent as a year beside a
 * constant.
 *
 * @param columns n values each
 * @param weights n, 0 or more; rows of weight 0 take no part in the products but have values in the basis
 * @returns also which columns depend on those before: of whose length less than 1e-7 is their own
 * @throws RangeError for columns of another length than the weights, or values that are not finite
 * Source: Giraud, Langou and Rozloznik (2005), Comput. Math. Appl. 50(7): twice is enough.
 */
export function weightedBasis(columns: readonly Float64Array[], weights: Float64Array): WeightedBasis {
  const basis: Float64Array[] = [];
  const independent: number[] = [];
  const dependent: number[] = [];
  const parts: Float64Array[] = [];
  columns.forEach((column, j) => {
    if (column.length !== weights.length)
      throw new RangeError(`column ${j + 1} has ${column.length} values for ${weights.length} weights`);
    const length = weightedLength(column, weights);
    if (!Number.isFinite(length)) throw new RangeError(`column ${j + 1} holds a value that is not finite`);
    const left = Float64Array.from(column);
    const part = takeOut(basis, left, weights);
    const own = weightedLength(left, weights);
    if (!(own > MIN_LENGTH * length)) {
      dependent.push(j);
      return;
    }
    for (let i = 0; i < left.length; i++) left[i] /= own;
    basis.push(left);
    independent.push(j);
    parts.push(Float64Array.of(...part, own));
  });
  const k = basis.length;
  const upper = new Float64Array(k * k);
  parts.forEach((part, j) => {
    part.forEach((value, i) => {
      upper[i * k + j] = value;
    });
  });
  return { basis, independent, dependent, upper };
}

const kept = new WeakMap<readonly Float64Array[], { weights: Float64Array; found: WeightedBasis }>();

/** `weightedBasis`, cached by the identity of columns and weights. */
function cachedBasis(columns: readonly Float64Array[], weights: Float64Array): WeightedBasis {
  const known = kept.get(columns);
  if (known !== undefined && known.weights === weights) return known.found;
  const found = weightedBasis(columns, weights);
  kept.set(columns, { weights, found });
  return found;
}

/**
 * Residuals of a weighted regression on columns; dependent columns add nothing. The basis is cached, so columns and
 * weights must not change between calls.
 *
 * @returns n residuals, of rows of weight 0 too
 * @throws RangeError as `weightedBasis`, and for values of another length
 * @example weightedResiduals([Float64Array.of(1, 1)], Float64Array.of(1, 4), Float64Array.of(2, 1)) // [-1, 2]
 */
export function weightedResiduals(
  columns: readonly Float64Array[],
  values: Float64Array,
  weights: Float64Array,
): Float64Array {
  if (values.length !== weights.length)
    throw new RangeError(`${values.length} values for ${weights.length} weights`);
  const left = Float64Array.from(values);
  takeOut(cachedBasis(columns, weights).basis, left, weights);
  return left;
}

/**
 * The weighted least squares fit of values on columns: b = (X'WX)⁻¹ X'Wy.
 *
 * @param columns n values each; a constant is a column of ones
 * @returns the coefficients, the residuals (n), and (X'WX)⁻¹ (k × k by row)
 * @throws DependentColumns (a RangeError) naming the columns that depend on columns before; RangeError as `weightedBasis`
 * @example weightedLeastSquares([Float64Array.of(1, 1)], Float64Array.of(1, 4), Float64Array.of(2, 1)).coefficients // [2]
 * Source: R `lm.wfit`, with its tolerance of 1e-7.
 */
export function weightedLeastSquares(
  columns: readonly Float64Array[],
  values: Float64Array,
  weights: Float64Array,
): { coefficients: Float64Array; residuals: Float64Array; inverse: Float64Array } {
  if (values.length !== weights.length)
    throw new RangeError(`${values.length} values for ${weights.length} weights`);
  const { basis, dependent, upper } = weightedBasis(columns, weights);
  if (dependent.length > 0) throw new DependentColumns(dependent);
  const k = basis.length;
  const residuals = Float64Array.from(values);
  const coefficients = takeOut(basis, residuals, weights);
  backSubstitute(upper, k, coefficients);
  const rows = Array.from({ length: k }, (_, i) => {
    const column = new Float64Array(k);
    column[i] = 1;
    return backSubstitute(upper, k, column);
  });
  const inverse = new Float64Array(k * k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) inverse[i * k + j] = rows.reduce((sum, row) => sum + row[i] * row[j], 0);
  return { coefficients, residuals, inverse };
}

/** Removes the basis from `left` in place, twice for precision; returns the coefficients. */
function takeOut(basis: readonly Float64Array[], left: Float64Array, weights: Float64Array): Float64Array {
  const n = left.length;
  const none = new Float64Array(basis.length);
  const first = new Float64Array(basis.length);
  const second = new Float64Array(basis.length);
  for (let from = 0; from < n; from += BLOCK)
    sweep(basis, left, weights, from, Math.min(n, from + BLOCK), none, first);
  for (let from = 0; from < n; from += BLOCK)
    sweep(basis, left, weights, from, Math.min(n, from + BLOCK), first, second);
  for (let from = 0; from < n; from += BLOCK)
    sweep(basis, left, weights, from, Math.min(n, from + BLOCK), second, null);
  return first.map((value, j) => value + second[j]);
}

/**
 * Subtracts coefficients `less` times the basis from a block of rows, and adds the products of the residuals to
 * `products`.
 */
function sweep(
  basis: readonly Float64Array[],
  left: Float64Array,
  weights: Float64Array,
  from: number,
  to: number,
  less: Float64Array,
  products: Float64Array | null,
): void {
  for (let j = 0; j < basis.length; j++) {
    const part = less[j];
    if (part === 0) continue;
    const q = basis[j];
    for (let i = from; i < to; i++) left[i] -= part * q[i];
  }
  if (products === null) return;
  const weighted = new Float64Array(to - from);
  for (let i = from; i < to; i++) weighted[i - from] = weights[i] * left[i];
  for (let j = 0; j < basis.length; j++) products[j] += dot(weighted, basis[j], from);
}

/** Four independent sums, for instruction-level parallelism. */
function dot(a: Float64Array, b: Float64Array, from: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    s0 += a[i] * b[from + i];
    s1 += a[i + 1] * b[from + i + 1];
    s2 += a[i + 2] * b[from + i + 2];
    s3 += a[i + 3] * b[from + i + 3];
  }
  for (; i < a.length; i++) s0 += a[i] * b[from + i];
  return s0 + s1 + (s2 + s3);
}

function weightedLength(column: Float64Array, weights: Float64Array): number {
  let square = 0;
  for (let from = 0; from < column.length; from += BLOCK) {
    const to = Math.min(column.length, from + BLOCK);
    let sum = 0;
    for (let i = from; i < to; i++) sum += weights[i] * column[i] ** 2;
    square += sum;
  }
  return Math.sqrt(square);
}

/** Solves R x = x in place, R upper triangular by row. */
function backSubstitute(upper: Float64Array, k: number, x: Float64Array): Float64Array {
  for (let i = k - 1; i >= 0; i--) {
    let value = x[i];
    for (let j = i + 1; j < k; j++) value -= upper[i * k + j] * x[j];
    x[i] = value / upper[i * k + i];
  }
  return x;
}
