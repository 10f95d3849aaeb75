import { covarianceOfTotals } from "../design/covariance.js";
import { replicateCovariance } from "../design/replicates.js";
import { meanInterval } from "../intervals/mean-interval.js";
import { assertLevel } from "../numeric/check.js";
import { type LevelPrediction, levelPrediction } from "./level-predictions.js";
import { sumByCell } from "./linear-predictor.js";
import type { LogisticRegression } from "./logistic-regression.js";
import { congruent, projectedScore } from "./sandwich.js";

/** An average prediction, or a difference of two, in proportions (0 to 1). */
export interface AveragePrediction {
  /** The level; for a difference, also the level that is subtracted. */
  readonly level: string;
  readonly less: string | null;
  readonly estimate: number;
  readonly standardError: number;
  /** The ends of the t interval, which can lie beyond 0 and 1; null without degrees of freedom or a standard error above 0. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Average predictions with the covariance matrix that contrasts among them need. */
export interface AveragePredictions {
  readonly estimates: readonly AveragePrediction[];
  /** Covariance matrix of the estimates, by row. */
  readonly covariance: Float64Array;
  /** The degrees of freedom of the regression. */
  readonly df: number;
}

/** Options for the standard errors of average predictions. */
export interface AveragePredictionOptions {
  /** Confidence level of the intervals, between 0 and 1. */
  readonly level: number;
  /**
   * Treatment of the other terms. "fixed": as in the weighted sample, so only the coefficients vary (delta method).
   * "sampled": random, so the average varies too, jointly with the coefficients; replicate weights recompute both.
   */
  readonly covariates: "fixed" | "sampled";
}

/**
 * Adjusted proportions: for each level of a factor the average predicted probability when every row of the model has that
 * level and keeps its other terms (predictive margins, marginal standardisation), and their differences.
 *
 * @param over the name of a factor among the terms of the regression
 * @returns `levels` in the order of the factor without those that were dropped, and `differences` of each level less
 *   each before it
 * @throws RangeError for a level outside 0 to 1, or where `over` is no factor of the regression
 * @example
 * // 2 of 4 in group a and 1 of 4 in group b, and no other term:
 * averagePredictions(regression, "group", { level: 0.95, covariates: "fixed" }).differences.estimates[0].estimate // -0.25
 * Source: Graubard and Korn (1999), Biometrics 55(2). The variances of R `survey::svypredmeans` are those under "fixed"
 * plus those of the averages alone, without the covariance of coefficients and averages that "sampled" has.
 */
export function averagePredictions(
  regression: LogisticRegression,
  over: string,
  { level, covariates }: AveragePredictionOptions,
): { readonly levels: AveragePredictions; readonly differences: AveragePredictions } {
  assertLevel(level);
  const { design, model, fit } = regression.fitted;
  const { factors } = model.matrix;
  const place = factors.findIndex(({ term }) => term === over);
  const coded = factors[place];
  if (coded === undefined) throw new RangeError(`${over} is no factor of the regression`);
  const columns = coded.columnOf.filter((column) => column >= 0);
  const names = coded.factor.levels.filter((_, code) => coded.columnOf[code] >= 0);
  const predict = (beta: Float64Array, weights: Float64Array): LevelPrediction[] => {
    const cellWeights = sumByCell(model.cells, weights);
    return Array.from(columns, (column) => levelPrediction(model.cells, place, column, beta, cellWeights));
  };
  const predictions = predict(fit.beta, design.weights);
  const estimates = Float64Array.from(predictions, ({ average }) => average);
  const covariance =
    covariates === "fixed"
      ? fixedCovariance(regression, predictions)
      : sampledCovariance(regression, predictions, estimates, predict);
  const pairs = names.flatMap((_, b) => names.slice(0, b).map((_unused, a) => ({ a, b })));
  const contrasts = new Float64Array(pairs.length * names.length);
  pairs.forEach(({ a, b }, row) => {
    contrasts[row * names.length + a] = -1;
    contrasts[row * names.length + b] = 1;
  });
  const assemble = (
    of: readonly { readonly level: string; readonly less: string | null; readonly estimate: number }[],
    matrix: Float64Array,
  ): AveragePredictions => withIntervals(of, matrix, regression.df, level);
  return {
    levels: assemble(
      names.map((name, l) => ({ level: name, less: null, estimate: estimates[l] })),
      covariance,
    ),
    differences: assemble(
      pairs.map(({ a, b }) => ({
        level: names[b],
        less: names[a],
        estimate: estimates[b] - estimates[a],
      })),
      congruent(contrasts, covariance, pairs.length, names.length),
    ),
  };
}

/** The delta method: gradients times the covariance of the coefficients. */
function fixedCovariance(
  { fitted }: LogisticRegression,
  predictions: readonly LevelPrediction[],
): Float64Array {
  const k = fitted.fit.beta.length;
  const gradients = new Float64Array(predictions.length * k);
  predictions.forEach(({ gradient }, l) => {
    gradients.set(gradient, l * k);
  });
  return congruent(gradients, fitted.covariance, predictions.length, k);
}

/** Covariance of averages over the sample, which is random, and of the coefficients. */
function sampledCovariance(
  { fitted, weightedN }: LogisticRegression,
  predictions: readonly LevelPrediction[],
  estimates: Float64Array,
  predict: (beta: Float64Array, weights: Float64Array) => LevelPrediction[],
): Float64Array {
  const { design, model, fit, inverse, residual, replicates } = fitted;
  const k = fit.beta.length;
  if (design.replicates !== null && replicates !== null) {
    const values = new Float64Array(design.replicates.count * predictions.length);
    const weights = new Float64Array(design.n);
    for (let r = 0; r < design.replicates.count; r++) {
      design.replicates.weightsOf(r, weights);
      predict(replicates.subarray(r * k, r * k + k), weights).forEach(({ average }, l) => {
        values[r * predictions.length + l] = average;
      });
    }
    return replicateCovariance(design.replicates, values, estimates);
  }
  const { ofRow } = model.cells;
  const scores = predictions.map(({ p, average, gradient }) => {
    const score = projectedScore(model.matrix, model.cells, times(inverse, gradient), residual);
    for (let i = 0; i < score.length; i++) {
      const c = ofRow[i];
      if (c < 0) continue;
      const apart = p[c] - average;
      score[i] += (design.weights[i] * apart) / weightedN;
    }
    return score;
  });
  return covarianceOfTotals(design, scores);
}

/** A b of a k × k matrix by row. */
function times(a: Float64Array, b: Float64Array): Float64Array {
  const k = b.length;
  return b.map((_, i) => b.reduce((sum, value, j) => sum + a[i * k + j] * value, 0));
}

function withIntervals(
  of: readonly { readonly level: string; readonly less: string | null; readonly estimate: number }[],
  covariance: Float64Array,
  df: number,
  level: number,
): AveragePredictions {
  return {
    estimates: of.map((one, at) => {
      // Rounding can make a zero variance slightly negative.
      const standardError = Math.sqrt(Math.max(0, covariance[at * of.length + at]));
      const interval = meanInterval(one.estimate, standardError, df, level);
      return { ...one, standardError, low: interval?.low ?? null, high: interval?.high ?? null };
    }),
    covariance,
    df,
  };
}
