import { replicateCovariance } from "../design/replicates.js";
import type { SurveyDesign } from "../design/survey-design.js";
import { assertBinary, assertLevel, assertPositive } from "../numeric/check.js";
import { inverseSymmetric } from "../numeric/linear-algebra.js";
import type { Cells } from "./cells.js";
import { covarianceInOwnUnits, inOwnUnits } from "./linear-predictor.js";
import { type Answers, type LogisticFit, logisticFit } from "./logistic-fit.js";
import type { ModelTerm } from "./model-matrix.js";
import { type Model, modelOf } from "./model-rows.js";
import { type Regression, type RegressionOptions, regressionOf } from "./regression.js";
import { replicateFits } from "./replicate-fits.js";
import { sandwich } from "./sandwich.js";

const FARTHEST_START = 2;

/** A logistic regression; coefficients are differences of log odds. */
export interface LogisticRegression extends Regression {
  /** Data for predictions. */
  readonly fitted: {
    readonly design: SurveyDesign;
    readonly model: Model;
    readonly fit: LogisticFit;
    /** The inverse of `fit.gram`. */
    readonly inverse: Float64Array;
    /** Covariance of the coefficients as the cells hold numbers. */
    readonly covariance: Float64Array;
    /** (y - p) times weight, by row; 0 for a row that does not count. */
    readonly residual: Float64Array;
    /** Coefficients under each replicate's weights; null without replicates. */
    readonly replicates: Float64Array | null;
  };
}

/**
 * Logistic regression by weighted (pseudo) maximum likelihood, with linearised (sandwich) or replicate variances and t
 * intervals.
 *
 * @param y for each row 1, 0 or NaN (no answer); a row that misses its answer or a term does not count and stays in the
 *   design
 * @param terms beside the intercept; none gives the log odds of the proportion
 * @param options.tolerance of the last step, relative; 1e-12 by default
 * @param options.maxIterations 50 by default
 * @throws RangeError for another answer than 0, 1 and NaN; answers that are all the same, or that terms predict
 *   perfectly (separation), with the columns that do; no convergence; and as `linearRegression`
 * @example
 * logisticRegression(surveyDesign({ n: 4 }), Float64Array.of(1, 0, 0, 0), [], { level: 0.95 }).terms[0].estimate
 * // -1.0986122886681098, log(1 / 3)
 * Source: Binder (1983), International Statistical Review 51(3); R `survey::svyglm(family = quasibinomial())`.
 */
export function logisticRegression(
  design: SurveyDesign,
  y: Float64Array,
  terms: readonly ModelTerm[],
  options: RegressionOptions & { readonly tolerance?: number; readonly maxIterations?: number },
): LogisticRegression {
  const { level, domain, tolerance = 1e-12, maxIterations = 50 } = options;
  assertLevel(level);
  assertPositive(tolerance, "the tolerance");
  if (!(Number.isInteger(maxIterations) && maxIterations > 0))
    throw new RangeError(`the number of iterations must be a whole number above 0, not ${maxIterations}`);
  assertBinary(y, "a logistic regression");
  const model = modelOf(design, y, terms, domain);
  const { cells, matrix } = model;
  const how = { names: matrix.names, tolerance, maxIterations };
  const answers = answersOf(cells, y, design.weights);
  const start = roughStart(cells, answers, logOdds(answers, cells.columns), matrix.names);
  const fit = logisticFit(cells, answers, start, how);
  const inverse = inverseSymmetric(fit.gram, cells.columns);
  const residual = residuals(cells, y, fit, design.weights);
  const { replicates } = design;
  const refits =
    replicates === null
      ? null
      : replicateFits(
          replicates,
          design.n,
          cells.columns,
          (weights) => logisticFit(cells, answersOf(cells, y, weights), fit.beta, how).beta,
        );
  const covariance =
    replicates === null || refits === null
      ? sandwich(design, model, inverse, residual)
      : replicateCovariance(replicates, refits, fit.beta);
  return {
    ...regressionOf(
      model,
      inOwnUnits(cells, fit.beta),
      covarianceInOwnUnits(cells, covariance),
      level,
      fit.iterations,
    ),
    fitted: { design, model, fit, inverse, covariance, residual, replicates: refits },
  };
}

function answersOf({ count, ofRow }: Cells, y: Float64Array, weights: Float64Array): Answers {
  const ones = new Float64Array(count);
  const zeros = new Float64Array(count);
  for (let i = 0; i < ofRow.length; i++) {
    const c = ofRow[i];
    if (c < 0) continue;
    const side = y[i] === 1 ? ones : zeros;
    side[c] += weights[i];
  }
  return { ones, zeros };
}

/** Start: the overall log odds, unless so extreme that the first step would overshoot. */
function logOdds({ ones, zeros }: Answers, k: number): Float64Array {
  let one = 0;
  let zero = 0;
  for (let c = 0; c < ones.length; c++) {
    one += ones[c];
    zero += zeros[c];
  }
  if (one === 0 || zero === 0)
    throw new RangeError(
      `every answer is ${one === 0 ? 0 : 1}, so that a logistic regression has no finite estimate`,
    );
  const start = new Float64Array(k);
  start[0] = Math.max(-FARTHEST_START, Math.min(FARTHEST_START, Math.log(one / zero)));
  return start;
}

/** (y - p) times weight, by row. */
function residuals(
  { ofRow }: Cells,
  y: Float64Array,
  { p, q }: LogisticFit,
  weights: Float64Array,
): Float64Array {
  const left = new Float64Array(y.length);
  for (let i = 0; i < left.length; i++) {
    const c = ofRow[i];
    if (c >= 0) left[i] = y[i] === 1 ? weights[i] * q[c] : -weights[i] * p[c];
  }
  return left;
}

/** From this many cells on, a fit of a subset saves more than it costs. */
const MANY = 20_000;
const EVERY = 16;

/**
 * Start values from a fit to every 16th cell, for models with many cells: the full fit then takes two or three rounds
 * instead of six, with the same result.
 *
 * @param start start of the subset's fit; returned for few cells or where the subset cannot be fitted
 */
export function roughStart(
  cells: Cells,
  { ones, zeros }: Answers,
  start: Float64Array,
  names: readonly string[],
): Float64Array {
  if (cells.count < MANY) return start;
  const count = Math.floor(cells.count / EVERY);
  const pick = (values: Float64Array) => Float64Array.from({ length: count }, (_, c) => values[c * EVERY]);
  const part: Cells = {
    ...cells,
    count,
    group: Int32Array.from({ length: count }, (_, c) => cells.group[c * EVERY]),
    numbers: cells.numbers.map(pick),
  };
  try {
    return logisticFit(part, { ones: pick(ones), zeros: pick(zeros) }, start, {
      names,
      tolerance: 1e-4,
      maxIterations: 20,
    }).beta;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return start;
  }
}
