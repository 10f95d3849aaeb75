import { assertLevel } from "../numeric/check.js";
import { normalProbability, normalQuantile } from "../numeric/distributions.js";
import { findRoot } from "../numeric/root.js";

/** The interval of a partially identified parameter. */
export interface PartialInterval {
  readonly low: number;
  readonly high: number;
  /** Multiplier of the standard errors: from the two-sided z (for a point) down to the one-sided z. */
  readonly critical: number;
}

/**
 * The interval that covers a parameter with the given probability, wherever it lies between two bounds that are themselves
 * estimated: [lower - c se(lower), upper + c se(upper)] with Φ(c + (upper - lower) / max(se)) - Φ(-c) = level.
 *
 * It covers the parameter, not the whole identified set, and so is narrower than bounds with two-sided intervals.
 *
 * @param lower estimated lower bound
 * @param upper estimated upper bound, not below `lower`
 * @param standardErrorLower standard error of the lower bound, 0 or more
 * @param standardErrorUpper standard error of the upper bound, 0 or more
 * @param level confidence level, between 0 and 1
 * @returns ends that are not cut to 0 and 1; with both standard errors 0 they are the bounds, and c is one-sided
 * @throws RangeError for bounds in the wrong order, a standard error below 0, NaN or infinite, or a level out of range
 * @example imbensManskiInterval({ lower: 0.3, upper: 0.4, standardErrorLower: 0.02, standardErrorUpper: 0.02, level: 0.95 })
 *   // { low: 0.2671, high: 0.4329, critical: 1.6449 }
 * Source: Imbens and Manski (2004), Econometrica 72(6), equations 6 and 7. It needs a width that is itself known well, as
 *   that of missing answers is; Stoye (2009), Econometrica 77(4).
 */
export function imbensManskiInterval({
  lower,
  upper,
  standardErrorLower,
  standardErrorUpper,
  level,
}: {
  readonly lower: number;
  readonly upper: number;
  readonly standardErrorLower: number;
  readonly standardErrorUpper: number;
  readonly level: number;
}): PartialInterval {
  assertLevel(level);
  if (!(lower <= upper)) throw new RangeError(`the lower bound ${lower} is above the upper bound ${upper}`);
  for (const se of [standardErrorLower, standardErrorUpper])
    if (!(se >= 0 && Number.isFinite(se)))
      throw new RangeError(`a standard error must be 0 or more, not ${se}`);
  const greatest = Math.max(standardErrorLower, standardErrorUpper);
  const critical = criticalValue(
    greatest === 0 ? Number.POSITIVE_INFINITY : (upper - lower) / greatest,
    level,
  );
  return {
    low: lower - critical * standardErrorLower,
    high: upper + critical * standardErrorUpper,
    critical,
  };
}

/** The c of a width in standard errors. */
function criticalValue(width: number, level: number): number {
  const twoSided = normalQuantile((1 - level) / 2, "upper");
  if (width === 0) return twoSided;
  const oneSided = normalQuantile(1 - level, "upper");
  if (width === Number.POSITIVE_INFINITY) return oneSided;
  // Probability of a miss, in upper tails; decreases in c.
  const missed = (c: number) =>
    normalProbability(c + width, "upper") + normalProbability(c, "upper") - (1 - level);
  return missed(oneSided) <= 0 ? oneSided : findRoot(missed, oneSided, twoSided, 1e-15);
}
