import { meanInterval } from "../intervals/mean-interval.js";
import { tProbability } from "../numeric/distributions.js";
import type { LevelsDropped } from "./model-matrix.js";
import type { Model } from "./model-rows.js";

/** A coefficient of a model, with its standard error, t test against 0 and interval. */
export interface Coefficient {
  /** The column: `(Intercept)`, a number's name, a factor's name and level together. */
  readonly term: string;
  readonly estimate: number;
  readonly standardError: number;
  /** Null where the standard error is 0. */
  readonly t: number | null;
  /** Two-sided; null without degrees of freedom or a standard error above 0, as the interval. */
  readonly p: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Result of a regression. */
export interface Regression {
  readonly terms: readonly Coefficient[];
  /** Covariance matrix of the coefficients, by row. */
  readonly covariance: Float64Array;
  /** Primary sampling units minus strata among the rows that count, plus 1, less the coefficients; may be 0 or less. */
  readonly df: number;
  /** The confidence level of intervals. */
  readonly level: number;
  /** Interviews that count, and the sum of their weights. */
  readonly n: number;
  readonly weightedN: number;
  /** Levels without a row that counts, which have no coefficient. */
  readonly levelsDropped: readonly LevelsDropped[];
  readonly iterations: number;
}

/** Options of every regression. */
export interface RegressionOptions {
  /** Confidence level of intervals, between 0 and 1. */
  readonly level: number;
  /** For each row whether it is in the domain; all by default. The other rows stay in the design. */
  readonly domain?: ArrayLike<number | boolean>;
}

/** Coefficients with t tests and intervals. */
export function regressionOf(
  { matrix, n, weightedN, df }: Model,
  estimates: Float64Array,
  covariance: Float64Array,
  level: number,
  iterations: number,
): Regression {
  const k = estimates.length;
  return {
    terms: matrix.names.map((term, a): Coefficient => {
      const estimate = estimates[a];
      // Rounding can make a zero variance slightly negative.
      const standardError = Math.sqrt(Math.max(0, covariance[a * k + a]));
      const t = standardError > 0 ? estimate / standardError : null;
      const interval = meanInterval(estimate, standardError, df, level);
      return {
        term,
        estimate,
        standardError,
        t,
        p: t === null || df <= 0 ? null : 2 * tProbability(Math.abs(t), df, "upper"),
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      };
    }),
    covariance,
    df,
    level,
    n,
    weightedN,
    levelsDropped: matrix.levelsDropped,
    iterations,
  };
}
