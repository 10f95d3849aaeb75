import { assertPositive, assertProportion } from "../numeric/check.js";
import { clopperPearson } from "./clopper-pearson.js";
import { degreesOfFreedomFactor } from "./proportion-methods.js";

/** Reason for not simply showing a proportion. */
export type ReliabilityReason =
  | "fewer than 30 interviews"
  | "effective number of interviews below 30"
  | "interval 30 points wide or more"
  | "interval wider than 130% of the proportion"
  | "interval wider than 130% of the complement"
  | "fewer than 8 degrees of freedom"
  | "proportion of 0 or 1";

/** Whether a proportion can be shown, with the reasons. */
export interface Reliability {
  /** Show it, show it only when a statistician agrees, or leave it out. */
  readonly flag: "show" | "review" | "suppress";
  /** "footnote" where the proportion is shown but 1 - p alone would not be. */
  readonly complement: "show" | "footnote";
  /** The rules that decided, in the order of the standard; empty for a plain "show". */
  readonly reasons: readonly ReliabilityReason[];
  /** The 95% Korn-Graubard interval that the rules look at, whatever interval is shown. */
  readonly low: number;
  readonly high: number;
  readonly width: number;
  /** Adjusted for degrees of freedom, at most n; n for proportions of 0 and 1. */
  readonly effectiveN: number;
}

/**
 * Whether a proportion can be shown, by the presentation standard of the National Center for Health Statistics:
 *
 * 1. under 30 interviews, or an effective number under 30: suppress;
 * 2. a 95% Korn-Graubard interval at most 0.05 wide: show; 0.30 wide or more: suppress;
 * 3. in between, wider than 130% of the proportion: suppress; wider than 130% of 1 - p only: show, with a footnote that
 *    the complement is not reliable;
 * 4. what is then shown goes to review with fewer than 8 degrees of freedom, or at a proportion of 0 or 1. The third rule
 *    does not apply at 0 and 1, where one of the two relative widths does not exist.
 *
 * @param p proportion, 0 to 1
 * @param variance square of its standard error, 0 or more; a variance of 0 between 0 and 1 counts as n interviews
 * @param n interviews, above 0
 * @param df the design's degrees of freedom; without any the effective number is 0 and the interval 0 to 1
 * @throws RangeError for a proportion out of range, a variance below 0 or NaN, or an n not above 0
 * @example proportionReliability({ p: 0.05, variance: 0.0475 / 60, n: 100, df: 50 }).flag // "suppress"
 * Source: Parker et al. (2017), National Center for Health Statistics Data Presentation Standards for Proportions, Vital
 *   and Health Statistics 2(175).
 */
export function proportionReliability({
  p,
  variance,
  n,
  df,
}: {
  readonly p: number;
  readonly variance: number;
  readonly n: number;
  readonly df: number;
}): Reliability {
  assertProportion(p, "p");
  assertPositive(n, "n");
  if (!(variance >= 0)) throw new RangeError(`the variance must be 0 or more, not ${variance}`);
  const certain = p === 0 || p === 1;
  const effectiveN = certain ? n : effectiveInterviews(p, variance, n, df);
  const { low, high } =
    effectiveN > 0 ? clopperPearson(effectiveN * p, effectiveN, 0.95) : { low: 0, high: 1 };
  const width = high - low;
  const verdict = (
    flag: Reliability["flag"],
    reasons: readonly ReliabilityReason[],
    complement: Reliability["complement"] = "show",
  ): Reliability => ({ flag, complement, reasons, low, high, width, effectiveN });

  const few: ReliabilityReason[] = [];
  if (n < 30) few.push("fewer than 30 interviews");
  if (effectiveN < 30) few.push("effective number of interviews below 30");
  if (few.length > 0) return verdict("suppress", few);
  if (width >= 0.3) return verdict("suppress", ["interval 30 points wide or more"]);
  const relative = width > 0.05 && !certain;
  if (relative && width > 1.3 * p) return verdict("suppress", ["interval wider than 130% of the proportion"]);

  const review: ReliabilityReason[] = [];
  if (!(df >= 8)) review.push("fewer than 8 degrees of freedom");
  if (certain) review.push("proportion of 0 or 1");
  const flag = review.length > 0 ? "review" : "show";
  if (relative && width > 1.3 * (1 - p))
    return verdict(flag, ["interval wider than 130% of the complement", ...review], "footnote");
  return verdict(flag, review);
}

function effectiveInterviews(p: number, variance: number, n: number, df: number): number {
  const factor = degreesOfFreedomFactor(n, df, 0.95);
  return factor > 0 ? Math.min(n, ((p * (1 - p)) / variance) * factor) : 0;
}
