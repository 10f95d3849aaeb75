import { replicateCovariance } from "../design/replicates.js";
import type { SurveyDesign } from "../design/survey-design.js";
import { assertLevel } from "../numeric/check.js";
import { inverseSymmetric } from "../numeric/linear-algebra.js";
import type { Cells } from "./cells.js";
import { covarianceInOwnUnits, inOwnUnits, linearPredictor, sumByCell } from "./linear-predictor.js";
import type { ModelTerm } from "./model-matrix.js";
import { modelOf } from "./model-rows.js";
import { normalEquations, solveNormal } from "./normal-equations.js";
import { type Regression, type RegressionOptions, regressionOf } from "./regression.js";
import { replicateFits } from "./replicate-fits.js";
import { sandwich } from "./sandwich.js";

/**
 * Linear regression by weighted least squares, with linearised (sandwich) or replicate variances and t intervals. It is
 * an estimate of the fit to the whole population, whether or not the population follows the model.
 *
 * @param y one number a row; a row that misses its answer (NaN) or a term does not count and stays in the design
 * @param terms beside the intercept; none gives the mean
 * @throws RangeError for columns of different lengths, infinite values, a level outside 0 to 1, no row that counts, a
 *   factor of one level or a number that does not vary, a term that is a linear combination of those before (of whose
 *   length about its mean less than 1e-5 is its own), or a single-unit stratum that the design does not provide for
 * @example linearRegression(surveyDesign({ n: 3 }), Float64Array.of(1, 2, 6), [], { level: 0.95 }).terms[0].estimate // 3
 * Source: Fuller (1975), Sankhya C 37; R `survey::svyglm(family = gaussian())`.
 */
export function linearRegression(
  design: SurveyDesign,
  y: Float64Array,
  terms: readonly ModelTerm[],
  { level, domain }: RegressionOptions,
): Regression {
  assertLevel(level);
  const model = modelOf(design, y, terms, domain);
  const { cells, matrix } = model;
  const { names, rows } = matrix;
  // Summing deviations from one answer avoids cancellation for answers far from 0.
  const origin = y[rows.indexOf(1)];
  const answers = new Float64Array(design.n);
  for (let i = 0; i < answers.length; i++) if (rows[i] === 1) answers[i] = y[i] - origin;
  const full = leastSquares(cells, answers, design.weights, names);
  const { replicates } = design;
  const covariance =
    replicates === null
      ? sandwich(
          design,
          model,
          inverseSymmetric(full.gram, cells.columns),
          residuals(cells, answers, full.beta, design.weights),
        )
      : replicateCovariance(
          replicates,
          replicateFits(
            replicates,
            design.n,
            cells.columns,
            (weights) => leastSquares(cells, answers, weights, names).beta,
          ),
          full.beta,
        );
  const estimates = inOwnUnits(cells, full.beta);
  estimates[0] += origin;
  return regressionOf(model, estimates, covarianceInOwnUnits(cells, covariance), level, 1);
}

function leastSquares(
  cells: Cells,
  answers: Float64Array,
  weights: Float64Array,
  names: readonly string[],
): { beta: Float64Array; gram: Float64Array } {
  const weighted = new Float64Array(answers.length);
  for (let i = 0; i < weighted.length; i++) weighted[i] = weights[i] * answers[i];
  const cellWeights = sumByCell(cells, weights);
  const cellAnswers = sumByCell(cells, weighted);
  const { gram, right } = normalEquations(cells, (from, size, v, u) => {
    v.set(cellWeights.subarray(from, from + size));
    u.set(cellAnswers.subarray(from, from + size));
  });
  return { beta: solveNormal(gram, right, names), gram };
}

/** Residual times weight, by row. */
function residuals(
  cells: Cells,
  answers: Float64Array,
  beta: Float64Array,
  weights: Float64Array,
): Float64Array {
  const fitted = linearPredictor(cells, beta);
  const left = new Float64Array(answers.length);
  for (let i = 0; i < left.length; i++) {
    const c = cells.ofRow[i];
    if (c >= 0) left[i] = weights[i] * (answers[i] - fitted[c]);
  }
  return left;
}
