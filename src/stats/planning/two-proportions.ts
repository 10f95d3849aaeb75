import { assertPositive, assertProportion } from "../numeric/check.js";
import { normalQuantile } from "../numeric/distributions.js";
import { findRoot } from "../numeric/root.js";
import { assertAlpha, assertGoal, normalPower, type TestGoal } from "./power.js";

/** Two independent groups under one design effect, and how they are compared. */
export interface TwoProportions {
  readonly p1: number;
  readonly p2: number;
  /** Design effect, above 0; 1 is simple random sampling. */
  readonly deff: number;
  /** Variance used by the test: unpooled, or from the pooled proportion as in R's power.prop.test. */
  readonly nullVariance: "unpooled" | "pooled";
}

/**
 * The power to find the difference of two independent proportions: the normal approximation of a two-sided test, both
 * tails counted.
 *
 * @param n1 interviews in the first group, above 0
 * @param n2 interviews in the second group, above 0
 * @param alpha two-sided
 * @throws RangeError for a proportion, size, design effect or alpha out of range
 * @example powerOfDifference({ p1: 0.5, p2: 0.75, n1: 50, n2: 50, deff: 1, alpha: 0.05, nullVariance: "pooled" }) // 0.7402
 * Source: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 4.2; R `power.prop.test(strict = TRUE)`.
 */
export function powerOfDifference({
  n1,
  n2,
  alpha,
  ...groups
}: TwoProportions & { readonly n1: number; readonly n2: number; readonly alpha: number }): number {
  assertGroups(groups);
  assertPositive(n1, "n1");
  assertPositive(n2, "n2");
  assertAlpha(alpha);
  return power(groups, n1, n2, alpha);
}

/**
 * The interviews needed in each of two groups to find the difference of their proportions.
 *
 * @param ratio interviews in the second group for each in the first, above 0
 * @returns not rounded; round up
 * @throws RangeError as `powerOfDifference`, for equal proportions, and for a power that is met at any size
 * @example samplesPerGroup({ p1: 0.5, p2: 0.75, deff: 1, ratio: 1, alpha: 0.05, power: 0.9, nullVariance: "pooled" })
 *   // { n1: 76.71, n2: 76.71 }
 * Source: as `powerOfDifference`.
 */
export function samplesPerGroup({
  ratio,
  alpha,
  power: goal,
  ...groups
}: TwoProportions & TestGoal & { readonly ratio: number }): { n1: number; n2: number } {
  assertGroups(groups);
  assertPositive(ratio, "ratio");
  assertGoal({ alpha, power: goal });
  const difference = Math.abs(groups.p1 - groups.p2);
  if (difference === 0) throw new RangeError("no number of interviews finds a difference of 0");
  // The one-tail solution is closed form; counting the other tail only lowers the sample size.
  const [nullError, error] = standardErrors(groups, 1, ratio);
  const errors = normalQuantile(alpha / 2, "upper") * nullError + normalQuantile(goal) * error;
  const most = Math.log((Math.max(errors, nullError) / difference) ** 2 * 4);
  const missing = (logN: number) => power(groups, Math.exp(logN), Math.exp(logN) * ratio, alpha) - goal;
  if (missing(most - 60) > 0) throw new RangeError(`a power of ${goal} is met by any number of interviews`);
  const n1 = Math.exp(findRoot(missing, most - 60, most, 1e-15));
  return { n1, n2: n1 * ratio };
}

/**
 * The smallest difference from a first proportion that two groups of given sizes find with the power asked for.
 *
 * @param direction whether the second proportion is above or below the first; the two sizes differ unless p1 is a half
 * @returns the size of the difference, above 0; null where not even a second proportion of 1 (or 0) is found
 * @throws RangeError as `powerOfDifference`
 * @example smallestDetectableDifference({ p1: 0.39, n1: 500, n2: 500, deff: 1.5, alpha: 0.05, power: 0.8,
 *   nullVariance: "unpooled", direction: "above" }) // 0.1072
 * Source: as `powerOfDifference`.
 */
export function smallestDetectableDifference({
  n1,
  n2,
  alpha,
  power: goal,
  direction,
  p1,
  deff,
  nullVariance,
}: Omit<TwoProportions, "p2"> &
  TestGoal & { readonly n1: number; readonly n2: number; readonly direction: "above" | "below" }):
  | number
  | null {
  const end = direction === "above" ? 1 : 0;
  assertGroups({ p1, p2: end, deff, nullVariance });
  assertPositive(n1, "n1");
  assertPositive(n2, "n2");
  assertGoal({ alpha, power: goal });
  const missing = (size: number) => {
    const p2 = direction === "above" ? Math.min(1, p1 + size) : Math.max(0, p1 - size);
    return power({ p1, p2, deff, nullVariance }, n1, n2, alpha) - goal;
  };
  const greatest = Math.abs(end - p1);
  if (greatest === 0 || missing(greatest) < 0) return null;
  return findRoot(missing, 0, greatest, 1e-15);
}

function power(groups: TwoProportions, n1: number, n2: number, alpha: number): number {
  const [nullError, error] = standardErrors(groups, n1, n2);
  return normalPower(groups.p1 - groups.p2, nullError, error, alpha);
}

/** Standard errors under no difference, and under this one. */
function standardErrors(
  { p1, p2, deff, nullVariance }: TwoProportions,
  n1: number,
  n2: number,
): [number, number] {
  const own = Math.sqrt(deff * ((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2));
  if (nullVariance === "unpooled") return [own, own];
  const pooled = (n1 * p1 + n2 * p2) / (n1 + n2);
  return [Math.sqrt(deff * pooled * (1 - pooled) * (1 / n1 + 1 / n2)), own];
}

function assertGroups({ p1, p2, deff }: TwoProportions): void {
  assertProportion(p1, "p1");
  assertProportion(p2, "p2");
  assertPositive(deff, "deff");
}
