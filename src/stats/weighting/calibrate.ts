import type { SurveyDesign } from "../design/survey-design.js";
import { times } from "../numeric/by-row.js";
import { DependentColumns, solveSymmetric, weightedBasis } from "../numeric/linear-algebra.js";
import { type Adjusted, type AdjustedWeights, adjustWeights } from "./adjusted-weights.js";
import { type Distance, type DistanceName, distanceOf } from "./distance.js";

export interface CalibrationOptions {
  /** "linear" is generalised regression (GREG); "raking" multiplies; "logit" needs bounds. No default. */
  readonly distance: DistanceName;
  /** Lowest and highest ratio of a weight after to before. */
  readonly bounds?: readonly [number, number];
  /** Largest distance from a total, relative to the greater of the total and Σ w |x|; 1e-12 by default. */
  readonly tolerance?: number;
  /** Newton steps; 100 by default. */
  readonly maxIterations?: number;
}

/**
 * Calibration: the weights nearest to those of the design under which the total of each auxiliary variable is that of
 * the population.
 *
 * @param columns auxiliary variables, one value a row each, linearly independent; for the number of people a column of ones
 * @param totals the population total of each
 * @throws DependentColumns (a RangeError) for columns that are combinations of others; RangeError for columns and totals
 *   that do not match, missing values (with the number of rows), bounds that a total cannot be reached in, weights that
 *   the linear distance makes negative (where R returns them), and where it does not converge (with the column that is
 *   furthest off)
 * @example calibrate(design, [ones, income], [1000, 3.1e7], { distance: "linear" }).design.weights
 * Source: Deville and Särndal (1992), JASA 87(418); R `survey::calibrate`, of which `bounds` without the scaling of weights.
 */
export function calibrate(
  design: SurveyDesign,
  columns: readonly Float64Array[],
  totals: ArrayLike<number>,
  { distance: name, bounds, tolerance = 1e-12, maxIterations = 100 }: CalibrationOptions,
): AdjustedWeights {
  assertColumns(columns, totals, design.n);
  const distance = distanceOf(name, bounds);
  const adjust = (weights: Float64Array) => {
    if (bounds !== undefined) assertReachable(columns, totals, weights, bounds);
    const adjusted = solve(columns, totals, weights, distance, { tolerance, maxIterations });
    assertNotNegative(adjusted.final);
    return adjusted;
  };
  return adjustWeights(design, adjust, (final) => ({
    kind: name,
    initial: design.weights,
    final,
    columns,
  }));
}

/**
 * Newton's method for the Lagrange multipliers, on an orthonormal basis of the columns: there the first step's matrix
 * is the unit matrix whatever the scales. Steps are halved while they overshoot.
 */
function solve(
  columns: readonly Float64Array[],
  totals: ArrayLike<number>,
  weights: Float64Array,
  { ratio, slope }: Distance,
  { tolerance, maxIterations }: { tolerance: number; maxIterations: number },
): Adjusted {
  const { basis, dependent, upper } = weightedBasis(columns, weights);
  if (dependent.length > 0) throw new DependentColumns(dependent);
  const k = columns.length;
  const n = weights.length;
  const scales = columns.map((column, j) => {
    const size = column.reduce((sum, x, i) => sum + weights[i] * Math.abs(x), 0);
    return Math.max(size, Math.abs(totals[j]));
  });
  const at = (multipliers: Float64Array) => {
    const predictor = new Float64Array(n);
    basis.forEach((q, j) => {
      const m = multipliers[j];
      for (let i = 0; i < n; i++) predictor[i] += m * q[i];
    });
    const g = predictor.map(ratio);
    const final = times(g, weights);
    const misfit = Float64Array.from(columns, (column, j) => remainder(totals[j], final, column));
    return { multipliers, predictor, g, final, misfit, gradient: ofBasis(upper, k, misfit) };
  };
  let state = at(new Float64Array(k));
  for (let round = 1; round <= maxIterations; round++) {
    const direction = newton(basis, weights, state.predictor.map(slope), state.gradient);
    let length = 1;
    let next = state;
    for (let halving = 0; halving < 60; halving++) {
      next = at(state.multipliers.map((value, j) => value + length * direction[j]));
      // The objective is concave along the direction: still rising, or closer to the totals, is progress.
      const rising = product(next.gradient, direction) >= 0;
      if (rising || product(next.gradient, next.gradient) < product(state.gradient, state.gradient)) break;
      length /= 2;
    }
    const moved = next.misfit.every(Number.isFinite);
    if (moved) state = next;
    if (state.misfit.every((value, j) => Math.abs(value) <= tolerance * scales[j]))
      return { final: state.final, g: state.g, iterations: round };
    if (!moved) break;
  }
  const off = Array.from(state.misfit, (value, j) => Math.abs(value) / scales[j]);
  const worst = off.indexOf(Math.max(...off));
  throw new RangeError(
    `calibration did not converge in ${maxIterations} steps: the total of column ${worst + 1} is off by ${-state.misfit[worst]} from ${totals[worst]}; the totals may not be within reach together`,
  );
}

/** The Newton direction, regularised with the gradient where bounds fix so many weights that the matrix is singular. */
function newton(
  basis: readonly Float64Array[],
  weights: Float64Array,
  slopes: Float64Array,
  gradient: Float64Array,
): Float64Array {
  const k = basis.length;
  const matrix = new Float64Array(k * k);
  const weighted = new Float64Array(weights.length);
  for (let a = 0; a < k; a++) {
    const qa = basis[a];
    for (let i = 0; i < weighted.length; i++) weighted[i] = weights[i] * slopes[i] * qa[i];
    for (let b = 0; b <= a; b++) {
      const qb = basis[b];
      let sum = 0;
      for (let i = 0; i < weighted.length; i++) sum += weighted[i] * qb[i];
      matrix[a * k + b] = sum;
      matrix[b * k + a] = sum;
    }
  }
  try {
    return solveSymmetric(matrix, k, gradient);
  } catch (error) {
    if (!(error instanceof DependentColumns)) throw error;
  }
  for (let a = 0; a < k; a++) matrix[a * k + a] += 1e-2;
  return solveSymmetric(matrix, k, gradient);
}

/** R'⁻¹ x: totals of the columns as totals of their basis. */
function ofBasis(upper: Float64Array, k: number, x: Float64Array): Float64Array {
  const out = Float64Array.from(x);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) out[i] -= upper[j * k + i] * out[j];
    out[i] /= upper[i * k + i];
  }
  return out;
}

/** total - Σ w x, with compensated summation. */
function remainder(total: number, weights: Float64Array, column: Float64Array): number {
  let sum = total;
  let lost = 0;
  for (let i = 0; i < column.length; i++) {
    const term = -weights[i] * column[i];
    const next = sum + term;
    const part = next - sum;
    lost += sum - (next - part) + (term - part);
    sum = next;
  }
  return sum + lost;
}

function product(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, j) => sum + value * b[j], 0);
}

function assertColumns(columns: readonly Float64Array[], totals: ArrayLike<number>, n: number): void {
  if (columns.length === 0) throw new RangeError("there are no columns to calibrate to");
  if (totals.length !== columns.length)
    throw new RangeError(`${totals.length} totals for ${columns.length} columns`);
  columns.forEach((column, j) => {
    if (column.length !== n)
      throw new RangeError(`column ${j + 1} has ${column.length} rows, the design ${n}`);
    const missing = column.reduce((count, x) => count + (Number.isFinite(x) ? 0 : 1), 0);
    if (missing > 0)
      throw new RangeError(`${missing} of ${n} rows have no value of column ${j + 1}; every row needs one`);
    if (!Number.isFinite(totals[j])) throw new RangeError(`the total of column ${j + 1} is ${totals[j]}`);
  });
}

/** Throws a RangeError where even the extreme weights within bounds do not reach a column's total. */
function assertReachable(
  columns: readonly Float64Array[],
  totals: ArrayLike<number>,
  weights: Float64Array,
  [low, high]: readonly [number, number],
): void {
  columns.forEach((column, j) => {
    let least = 0;
    let most = 0;
    column.forEach((x, i) => {
      const value = weights[i] * x;
      if (value === 0) return;
      least += value * (value > 0 ? low : high);
      most += value * (value > 0 ? high : low);
    });
    const total = totals[j];
    if (!(total >= least && total <= most))
      throw new RangeError(
        `with weights between ${low} and ${high} times those before, column ${j + 1} totals ${least} to ${most}, not ${total}`,
      );
  });
}

function assertNotNegative(weights: Float64Array): void {
  const negative = weights.reduce((count, w) => count + (w < 0 ? 1 : 0), 0);
  if (negative > 0)
    throw new RangeError(
      `calibration makes ${negative} weights negative, the lowest ${weights.reduce((a, b) => Math.min(a, b), 0)}; give bounds or another distance`,
    );
}
