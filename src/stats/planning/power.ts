import { normalProbability, normalQuantile } from "../numeric/distributions.js";
import { findRoot } from "../numeric/root.js";

/** Goal of a test. */
export interface TestGoal {
  /** Probability of finding a difference where there is none, two-sided, between 0 and 1. */
  readonly alpha: number;
  /** Probability of finding the difference that there is, above alpha and below 1. */
  readonly power: number;
}

/** Throws a RangeError unless 0 < alpha < 1. */
export function assertAlpha(alpha: number): void {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must be between 0 and 1, not ${alpha}`);
}

/** Throws a RangeError unless 0 < alpha < power < 1. */
export function assertGoal({ alpha, power }: TestGoal): void {
  assertAlpha(alpha);
  if (!(power > alpha && power < 1)) throw new RangeError(`power must be between alpha and 1, not ${power}`);
}

/**
 * Power of a two-sided normal test, both tails counted: a significant difference of the wrong sign counts too.
 *
 * @param nullStandardError standard error used by the test
 * @param standardError standard error of the difference
 */
export function normalPower(
  difference: number,
  nullStandardError: number,
  standardError: number,
  alpha: number,
): number {
  const limit = normalQuantile(alpha / 2, "upper") * nullStandardError;
  const size = Math.abs(difference);
  // Without variance the difference is observed exactly.
  if (standardError === 0) return size > limit ? 1 : 0;
  return (
    normalProbability((size - limit) / standardError) + normalProbability((-size - limit) / standardError)
  );
}

/** The difference, in standard errors, that a two-sided normal test finds with the power asked for. */
export function detectableStandardErrors({ alpha, power }: TestGoal): number {
  assertGoal({ alpha, power });
  const missing = (size: number) => normalPower(size, 1, 1, alpha) - power;
  return findRoot(missing, 0, normalQuantile(alpha / 2, "upper") + 40, 1e-14);
}
