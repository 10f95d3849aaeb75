import type { Cells } from "./cells.js";
import { linearPredictor, predictorOf } from "./linear-predictor.js";
import { type NormalEquations, normalEquations, solveNormal } from "./normal-equations.js";

/** The weights of a model's cells, by answer. */
export interface Answers {
  /** Sum of the weights of the rows with answer 1, by cell. */
  readonly ones: Float64Array;
  /** Of those with answer 0. */
  readonly zeros: Float64Array;
}

/** A logistic regression at its maximum. */
export interface LogisticFit {
  readonly beta: Float64Array;
  /** X'VX at the maximum, V the weights times p (1 - p). */
  readonly gram: Float64Array;
  /** The probability of each cell, and 1 less it without loss of digits. */
  readonly p: Float64Array;
  readonly q: Float64Array;
  readonly iterations: number;
}

/** A step above this may belong to diverging coefficients. */
const RUNNING = 0.1;

/**
 * The maximum of a weighted logistic likelihood by Newton's method, of steps that are halved while they overshoot.
 *
 * @param start coefficients to begin with
 * @throws RangeError for dependent columns, answers that are separated, and where the last step is still above
 *   `tolerance` (relative, of coefficients by standard deviation) after `maxIterations`
 * Source: McCullagh and Nelder, Generalized Linear Models, 2.5.
 */
export function logisticFit(
  cells: Cells,
  answers: Answers,
  start: Float64Array,
  {
    names,
    tolerance,
    maxIterations,
  }: { readonly names: readonly string[]; readonly tolerance: number; readonly maxIterations: number },
): LogisticFit {
  const k = cells.columns;
  let beta: Float64Array = Float64Array.from(start);
  const p = new Float64Array(cells.count);
  const q = new Float64Array(cells.count);
  let at = likelihood(cells, answers, beta, p, q);
  let last: Float64Array | null = null;
  for (let iterations = 0; iterations <= maxIterations; iterations++) {
    let step: Float64Array;
    try {
      step = solveNormal(at.gram, at.right, names);
    } catch (error) {
      if (last === null) throw error;
      // In a diverging fit vanishing weights make columns look dependent.
      assertNotSeparated(cells, answers, last, names);
      break;
    }
    const size = largest(step);
    if (size <= tolerance * Math.max(1, largest(beta)))
      return { beta: beta.map((value, a) => value + step[a]), gram: at.gram, p, q, iterations };
    if (iterations >= 5 && size > RUNNING) assertNotSeparated(cells, answers, step, names);
    last = step;
    const rise = dot(at.right, step);
    for (let part = 1; ; part /= 2) {
      const next = new Float64Array(k);
      for (let a = 0; a < k; a++) next[a] = beta[a] + part * step[a];
      const there = likelihood(cells, answers, next, p, q);
      // Concave likelihood: a reversed slope shows how far the step overshot the maximum.
      if (dot(there.right, step) >= -0.5 * rise || part < 1e-6) {
        beta = next;
        at = there;
        break;
      }
    }
  }
  throw new RangeError(
    `the logistic regression has not converged: some of its probabilities are too near 0 or 1, or ${maxIterations} iterations are too few`,
  );
}

/** The derivatives of the likelihood at given coefficients; writes the probabilities to `p` and `q`. */
function likelihood(
  cells: Cells,
  { ones, zeros }: Answers,
  beta: Float64Array,
  p: Float64Array,
  q: Float64Array,
): NormalEquations {
  const predict = predictorOf(cells, beta);
  return normalEquations(cells, (from, size, v, u) => {
    predict(from, size, v);
    for (let i = 0; i < size; i++) {
      // exp overflows beyond this.
      const odds = Math.exp(Math.min(700, -v[i]));
      const probability = 1 / (1 + odds);
      const rest = odds * probability;
      const one = ones[from + i];
      const zero = zeros[from + i];
      p[from + i] = probability;
      q[from + i] = rest;
      v[i] = (one + zero) * probability * rest;
      u[i] = one * rest - zero * probability;
    }
  });
}

function largest(values: Float64Array): number {
  let size = 0;
  for (let a = 0; a < values.length; a++) size = Math.max(size, Math.abs(values[a]));
  return size;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Tolerance for a cell on the wrong side, relative to the largest distance, for unsettled steps. */
const WRONG = 1e-6;

/** Minimum share, relative to the largest, of a column in a direction to be named. */
const PART = 1e-3;

/**
 * Throws a RangeError when a direction separates the answers: no cell with a 1 lies on its lower side, none with a 0 on
 * its upper side, and not all between. Coefficients can then go on in this direction for ever, with a likelihood that
 * only rises, so that there is no finite estimate.
 *
 * @param direction of the coefficients
 * Source: Albert and Anderson (1984), Biometrika 71(1).
 */
function assertNotSeparated(
  cells: Cells,
  { ones, zeros }: Answers,
  direction: Float64Array,
  names: readonly string[],
): void {
  const side = linearPredictor(cells, direction);
  let far = 0;
  let wrong = 0;
  for (let c = 0; c < cells.count; c++) {
    const value = side[c];
    const one = ones[c] > 0;
    const zero = zeros[c] > 0;
    if (one || zero) far = Math.max(far, Math.abs(value));
    if (one) wrong = Math.max(wrong, -value);
    if (zero) wrong = Math.max(wrong, value);
  }
  if (!(wrong <= WRONG * far)) return;
  const largest = direction.reduce((most, part, a) => (a === 0 ? most : Math.max(most, Math.abs(part))), 0);
  const which = names.filter((_, a) => a > 0 && Math.abs(direction[a]) > PART * largest);
  throw new RangeError(
    `${which.length === 0 ? "the intercept" : which.join(" and ")} separate${which.length > 1 ? "" : "s"} the answers: where ${which.length > 1 ? "they have" : "it has"} some values every answer is the same, so that no finite estimate exists; leave the term out or join its levels`,
  );
}
