import type { SurveyDesign } from "../design/survey-design.js";
import { assertLevel } from "../numeric/check.js";
import { tQuantile } from "../numeric/distributions.js";
import { assemble } from "./assemble.js";
import type { EstimateOptions, Estimates } from "./estimate.js";
import { covarianceOfRatios, groupRatios } from "./group-ratios.js";
import { groupsOf } from "./groups.js";

/**
 * What a quantile is where the share of the weights that lies at or below a value equals the probability exactly: that
 * value (`inverse`, Hyndman and Fan's type 1, R's "math") or the middle between it and the next (`school`, type 2).
 */
export type QuantileRule = "inverse" | "school";

/** Tolerance for equality of weight shares, because sums of weights are rounded. */
const SAME_SHARE = 1e-12;

/**
 * Weighted quantiles by group, with Woodruff's interval: the quantiles at the ends of the t interval of the share at or
 * below the estimate. The standard error is the interval's width over twice the t quantile; covariances between groups
 * are those of the shares, scaled to these standard errors.
 *
 * @param y one number a row; NaN is missing
 * @param options.probability between 0 and 1
 * @param options.rule see `QuantileRule`; it has no default
 * @returns no interval, and NaN for the standard error, where an end of the share's interval is outside 0 to 1
 * @throws RangeError as `mean`, and for a probability outside 0 to 1
 * Source: Woodruff (1952), JASA 47(260); R `survey::svyquantile(interval.type = "mean")`.
 */
export function quantile(
  design: SurveyDesign,
  y: Float64Array,
  options: EstimateOptions & { readonly probability: number; readonly rule: QuantileRule },
): Estimates {
  const { level, probability, rule } = options;
  assertLevel(level);
  if (!(probability > 0 && probability < 1))
    throw new RangeError(`the probability must be between 0 and 1, not ${probability}`);
  if (options.deffReference !== undefined)
    throw new RangeError("the design effect of a quantile is not defined here");
  const groups = groupsOf(design, [y], options);
  const { codes, count: k } = groups;
  const distributions = distributionsOf(design, y, codes, k);
  const estimate = Float64Array.from(distributions, (of) => quantileOf(of, probability, rule));
  const atOrBelow = y.map((value, i) => {
    const g = codes[i];
    return g < 0 ? value : value <= estimate[g] ? 1 : 0;
  });
  const shares = groupRatios(design, atOrBelow, null, groups);
  const covariance = covarianceOfRatios(design, atOrBelow, null, groups, shares);
  const ends = distributions.map((of, g): { low: number; high: number; standardError: number } | null => {
    const df = groups.df[g];
    if (groups.n[g] === 0 || !(df > 0)) return null;
    const t = tQuantile((1 - level) / 2, df, "upper");
    const half = t * Math.sqrt(Math.max(0, covariance[g * k + g]));
    const share = shares.estimate[g];
    if (!(share - half >= 0 && share + half <= 1)) return null;
    const low = quantileOf(of, share - half, rule);
    const high = quantileOf(of, share + half, rule);
    return { low, high, standardError: (high - low) / (2 * t) };
  });
  const scale = ends.map((end, g) =>
    end === null
      ? Number.NaN
      : end.standardError === 0
        ? 0
        : end.standardError / Math.sqrt(covariance[g * k + g]),
  );
  const scaled = covariance.map((value, at) => value * scale[Math.floor(at / k)] * scale[at % k]);
  return assemble(groups, estimate, scaled, options, null, ({ group }) => ({
    statistic: "quantile",
    low: ends[group]?.low ?? null,
    high: ends[group]?.high ?? null,
    method: ends[group] === null ? null : "woodruff",
    effectiveN: null,
    reliability: null,
  }));
}

/** The distinct values of a group, sorted, with the weight at or below each. */
interface Distribution {
  readonly values: Float64Array;
  readonly cumulative: Float64Array;
}

function distributionsOf(
  { n, weights }: SurveyDesign,
  y: Float64Array,
  codes: Int32Array,
  k: number,
): Distribution[] {
  const byValue = Array.from({ length: k }, () => new Map<number, number>());
  for (let i = 0; i < n; i++) {
    const g = codes[i];
    if (g < 0) continue;
    const held = byValue[g];
    const value = y[i];
    held.set(value, (held.get(value) ?? 0) + weights[i]);
  }
  return byValue.map((held) => {
    const values = Float64Array.from(held.keys()).sort();
    let sum = 0;
    const cumulative = values.map((value) => {
      sum += held.get(value) as number;
      return sum;
    });
    return { values, cumulative };
  });
}

function quantileOf({ values, cumulative }: Distribution, probability: number, rule: QuantileRule): number {
  const last = values.length - 1;
  if (last < 0) return Number.NaN;
  const all = cumulative[last];
  const at = cumulative.findIndex((sum) => sum / all >= probability - SAME_SHARE);
  const place = at < 0 ? last : at;
  const value = values[place];
  const equal = Math.abs(cumulative[place] / all - probability) <= SAME_SHARE;
  return rule === "school" && equal && place < last ? (value + values[place + 1]) / 2 : value;
}
