import { meanInterval } from "../intervals/mean-interval.js";
import { type IntervalMethod, proportionInterval } from "../intervals/proportion-interval.js";
import { proportionReliability } from "../intervals/reliability.js";
import { designEffect } from "./design-effect.js";
import type { Estimate, EstimateOptions, Estimates } from "./estimate.js";
import type { Groups } from "./groups.js";

/**
 * Estimates of means, totals or ratios with t intervals.
 *
 * @param unitVariance the variance of the estimate from one interview of a simple random sample, by group
 */
export function tEstimates(
  statistic: "mean" | "total" | "ratio",
  groups: Groups,
  estimate: Float64Array,
  covariance: Float64Array,
  options: EstimateOptions,
  unitVariance: (group: number) => number,
): Estimates {
  return assemble(groups, estimate, covariance, options, unitVariance, (common) => {
    const interval = meanInterval(common.estimate, common.standardError, common.df, options.level);
    return {
      statistic,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      method: interval === null ? null : "t",
      effectiveN: effective(unitVariance(common.group), common),
      reliability: null,
    };
  });
}

/**
 * Estimates of proportions, each with an interval of the method asked for and a reliability flag.
 *
 * @param unitVariance as of `tEstimates`
 */
export function proportionEstimates(
  groups: Groups,
  estimate: Float64Array,
  covariance: Float64Array,
  options: EstimateOptions & { readonly interval: IntervalMethod },
  unitVariance: (group: number) => number,
): Estimates {
  return assemble(groups, estimate, covariance, options, unitVariance, (common) => {
    const { estimate: p, n, df } = common;
    const sure = p === 0 || p === 1;
    const effectiveN = n > 0 && sure ? n : effective(p * (1 - p), common);
    const at = { p, n, df, variance: effectiveN === null || sure ? 0 : common.variance };
    const known = n > 0 && Number.isFinite(common.variance);
    const interval = known
      ? proportionInterval({ ...at, level: options.level, method: options.interval })
      : null;
    return {
      statistic: "proportion",
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      method: interval?.method ?? null,
      effectiveN,
      reliability: known ? proportionReliability(at) : null,
    };
  });
}

/**
 * Effective sample size; null where the variance is indistinguishable from 0, such as rounding errors for a group in
 * one primary sampling unit.
 */
function effective(unitVariance: number, { variance, n, df }: Common): number | null {
  const effectiveN = unitVariance / variance;
  return df > 0 && effectiveN > 0 && effectiveN < 1e12 * n ? effectiveN : null;
}

/** Fields common to all estimates, and the group's index. */
export type Common = Pick<Estimate, "by" | "n" | "weightedN" | "estimate" | "standardError" | "df"> & {
  readonly group: number;
  readonly variance: number;
};

/** Assembles the estimates of all groups; `of` adds the fields of a statistic. */
export function assemble(
  groups: Groups,
  estimate: Float64Array,
  covariance: Float64Array,
  { level, deffReference }: EstimateOptions,
  unitVariance: ((group: number) => number) | null,
  of: (
    common: Common,
  ) => Pick<Estimate, "statistic" | "low" | "high" | "method" | "effectiveN" | "reliability">,
): Estimates {
  const k = groups.count;
  const known = Float64Array.from(covariance, (value, at) => {
    const bothKnown = groups.n[at % k] > 0 && groups.n[Math.floor(at / k)] > 0;
    return bothKnown ? value : Number.NaN;
  });
  const estimates = Array.from({ length: k }, (_, group): Estimate => {
    const n = groups.n[group];
    // Rounding can make a zero variance slightly negative.
    const variance = Math.max(0, known[group * k + group]);
    const common = {
      by: groups.names[group] ?? {},
      n,
      weightedN: groups.weightedN[group],
      estimate: n > 0 ? estimate[group] : Number.NaN,
      standardError: Math.sqrt(variance),
      df: groups.df[group],
    };
    const deff =
      deffReference === undefined || unitVariance === null || !(common.df > 0)
        ? null
        : designEffect(variance, unitVariance(group), n, common.weightedN, deffReference);
    const { statistic, ...own } = of({ ...common, group, variance });
    return {
      statistic,
      ...common,
      ...own,
      level,
      deff,
      deffReference: deff === null || deffReference === undefined ? null : deffReference,
      cv: n > 0 && common.estimate !== 0 ? common.standardError / Math.abs(common.estimate) : null,
    };
  });
  return { estimates, covariance: known, degreesOfFreedom: groups.degreesOfFreedom };
}
