import type { Factor } from "../design/factor.js";
import type { IntervalMethod } from "../intervals/proportion-interval.js";
import type { Reliability } from "../intervals/reliability.js";

/**
 * Reference of a design effect: simple random sampling of the same number of interviews with replacement, or without
 * replacement from a population as large as the sum of weights. The second is refused when weights are scaled to the
 * number of interviews.
 */
export type DeffReference = "with-replacement" | "without-replacement";

/** An estimate with everything needed to judge it. Proportions run from 0 to 1. */
export interface Estimate {
  readonly statistic: "proportion" | "mean" | "total" | "ratio" | "quantile";
  /** The group, by the names of the factors; empty for all. */
  readonly by: Readonly<Record<string, string>>;
  /** Interviews in the group that have answered and a weight above 0. */
  readonly n: number;
  /** The sum of their weights. */
  readonly weightedN: number;
  /** NaN for a group without interviews. */
  readonly estimate: number;
  readonly standardError: number;
  /** Primary sampling units minus strata, among those with a row that counts. */
  readonly df: number;
  /** The interval's ends; null where no interval of this method exists. */
  readonly low: number | null;
  readonly high: number | null;
  /** How the interval was made; null where there is none. */
  readonly method: IntervalMethod | "clopper-pearson" | "t" | "woodruff" | null;
  /** The confidence level of the interval. */
  readonly level: number;
  /** The interviews that a simple random sample with replacement would need for the same variance. */
  readonly effectiveN: number | null;
  readonly deff: number | null;
  readonly deffReference: DeffReference | null;
  /** Standard error over the size of the estimate; null where that is 0. */
  readonly cv: number | null;
  /** Whether the number can be shown; for proportions only. */
  readonly reliability: Reliability | null;
}

/** Estimates of one statistic over groups that do not overlap, with what contrasts and tests among them need. */
export interface Estimates {
  readonly estimates: readonly Estimate[];
  /** Covariance matrix of the estimates, row by row; the square of each standard error on the diagonal. */
  readonly covariance: Float64Array;
  /**
   * The degrees of freedom of what is said about several groups together, by their places among the estimates: primary
   * sampling units minus strata among those with a row of any of them that counts.
   */
  degreesOfFreedom(groups: readonly number[]): number;
}

/** Options of every estimator. */
export interface EstimateOptions {
  /** The groups: every combination of the levels of these factors has an estimate, also one without interviews. */
  readonly by?: readonly Factor[];
  /** For each row whether it is in the domain; all by default. The other rows stay in the design. */
  readonly domain?: ArrayLike<number | boolean>;
  /** Confidence level of intervals, between 0 and 1. */
  readonly level: number;
  /** Where given, design effects against this reference. */
  readonly deffReference?: DeffReference;
}
