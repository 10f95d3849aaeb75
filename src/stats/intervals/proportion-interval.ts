import { assertLevel, assertPositive, assertProportion } from "../numeric/check.js";
import { clopperPearson } from "./clopper-pearson.js";
import {
  arcsineInterval,
  betaInterval,
  type InnerProportion,
  logitInterval,
  type MethodResult,
  scoreInterval,
  waldInterval,
} from "./proportion-methods.js";

export type IntervalMethod = "logit" | "beta" | "wilson" | "arcsine" | "wald";

/** The interval of a proportion, with how it was made. */
export interface ProportionInterval {
  readonly low: number;
  readonly high: number;
  readonly method: IntervalMethod | "clopper-pearson";
  /** The effective sample size used. */
  readonly effectiveN: number;
}

const METHODS: Readonly<Record<IntervalMethod, (at: InnerProportion) => MethodResult | null>> = {
  logit: logitInterval,
  beta: betaInterval,
  wilson: scoreInterval,
  arcsine: arcsineInterval,
  wald: waldInterval,
};

/**
 * The confidence interval of a proportion from a survey.
 *
 * - "logit": a t interval of the log odds.
 * - "beta" (Korn and Graubard): Clopper-Pearson's at an effective number of interviews allowed for degrees of freedom.
 * - "wilson": the score interval at the effective number of interviews, with t in place of z.
 * - "arcsine": a t interval of arcsine √p.
 * - "wald": p ± t × standard error. It can leave 0 to 1 and covers too seldom near its ends.
 *
 * The effective number of interviews is p(1 - p) / variance. At p = 0 and p = 1 it is taken as n, and beta, wilson and
 * arcsine become Clopper-Pearson's interval at n, with (1 - level) / 2 on both sides.
 *
 * @param p proportion, 0 to 1
 * @param variance square of its standard error, 0 or more
 * @param n interviews, above 0
 * @param df the design's degrees of freedom; Infinity for a variance known without error
 * @param level confidence level, between 0 and 1
 * @param method has no default
 * @returns null where no interval exists: without degrees of freedom (0 or less, or NaN); for logit and wald at 0 and 1;
 *   for a variance of 0 with p between 0 and 1, which comes from a design that cannot see the spread (one interview a
 *   unit, or a fixed total) and would give a width of 0; and for beta with one interview
 * @throws RangeError for a proportion or level out of range, a variance below 0 or NaN, or an n not above 0
 * @example proportionInterval({ p: 0.39, variance: 0.0004, n: 2000, df: 40, level: 0.95, method: "logit" })
 *   // { low: 0.3504, high: 0.4311, method: "logit", effectiveN: 594.75 }
 * Source: Korn and Graubard (1998), Survey Methodology 24(2); Dean and Pagano (2015), J. Survey Stat. Methodol. 3(4);
 *   R `survey::svyciprop` with xlogit, beta, asin and mean. Its "logit" differs by the fit of a logistic model.
 */
export function proportionInterval({
  method,
  ...at
}: InnerProportion & { readonly method: IntervalMethod }): ProportionInterval | null {
  const { p, variance, n, df, level } = at;
  assertProportion(p, "p");
  assertPositive(n, "n");
  assertLevel(level);
  if (!(variance >= 0)) throw new RangeError(`the variance must be 0 or more, not ${variance}`);
  if (!(df > 0)) return null;
  if (p === 0 || p === 1) {
    if (method === "logit" || method === "wald") return null;
    return { ...clopperPearson(p * n, n, level), method: "clopper-pearson", effectiveN: n };
  }
  const interval = variance > 0 ? METHODS[method](at) : null;
  return interval === null ? null : { ...interval, method };
}
