import { tQuantile } from "../numeric/distributions.js";
import { clopperPearson } from "./clopper-pearson.js";
import type { Interval } from "./mean-interval.js";

/** A proportion strictly between 0 and 1 with a variance above 0 and degrees of freedom above 0. */
export interface InnerProportion {
  readonly p: number;
  readonly variance: number;
  readonly n: number;
  readonly df: number;
  readonly level: number;
}

export type MethodResult = Interval & { readonly effectiveN: number };

const t = ({ df, level }: InnerProportion) => tQuantile((1 - level) / 2, df, "upper");
const effective = ({ p, variance }: InnerProportion) => (p * (1 - p)) / variance;

/** On the log odds scale: R `svyciprop(method = "xlogit")`. */
export function logitInterval(at: InnerProportion): MethodResult {
  const { p, variance } = at;
  const centre = Math.log(p / (1 - p));
  const half = (t(at) * Math.sqrt(variance)) / (p * (1 - p));
  const back = (odds: number) => 1 / (1 + Math.exp(-odds));
  return { low: back(centre - half), high: back(centre + half), effectiveN: effective(at) };
}

/** Korn and Graubard: Clopper-Pearson's at the effective number of interviews, R `svyciprop(method = "beta")`. */
export function betaInterval(at: InnerProportion): MethodResult | null {
  const effectiveN = effective(at) * degreesOfFreedomFactor(at.n, at.df, at.level);
  if (!(effectiveN > 0)) return null;
  return { ...clopperPearson(effectiveN * at.p, effectiveN, at.level), effectiveN };
}

/** The score interval at the effective number of interviews with t in place of z. */
export function scoreInterval(at: InnerProportion): MethodResult {
  const { p } = at;
  const effectiveN = effective(at);
  const square = t(at) ** 2 / effectiveN;
  const centre = (p + square / 2) / (1 + square);
  const half = Math.sqrt(square * ((p * (1 - p) + square / 4) / (1 + square) ** 2));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half), effectiveN };
}

/** On the scale of arcsine of the root, cut to 0 and π/2: R `svyciprop(method = "asin")`, which does not cut. */
export function arcsineInterval(at: InnerProportion): MethodResult {
  const centre = Math.asin(Math.sqrt(at.p));
  const half = (t(at) * Math.sqrt(at.variance)) / (2 * Math.sqrt(at.p * (1 - at.p)));
  return {
    low: Math.sin(Math.max(0, centre - half)) ** 2,
    high: Math.sin(Math.min(Math.PI / 2, centre + half)) ** 2,
    effectiveN: effective(at),
  };
}

/** p ± t × standard error, not cut: R `svyciprop(method = "mean")`. */
export function waldInterval(at: InnerProportion): MethodResult {
  const half = t(at) * Math.sqrt(at.variance);
  return { low: at.p - half, high: at.p + half, effectiveN: effective(at) };
}

/**
 * What Korn and Graubard multiply an effective number of interviews by, to allow for a variance that rests on few degrees
 * of freedom: (t with n - 1 degrees of freedom / t with the design's)², both at (1 - level) / 2.
 *
 * @returns 0 without degrees of freedom, as t grows without end there; NaN for a single interview, which has no t
 * Source: Korn and Graubard (1998), Survey Methodology 24(2); R `survey::svyciprop(method = "beta")`.
 */
export function degreesOfFreedomFactor(n: number, df: number, level: number): number {
  if (!(n > 1)) return Number.NaN;
  if (!(df > 0)) return 0;
  const half = (1 - level) / 2;
  return (tQuantile(half, n - 1) / tQuantile(half, df)) ** 2;
}
