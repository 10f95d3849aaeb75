import { assertPositive, assertProportion } from "../numeric/check.js";
import { detectableStandardErrors, type TestGoal } from "./power.js";

/** A quarter compared with the mean of earlier ones, all of n interviews and independent. */
export interface PooledBaseline {
  readonly p: number;
  readonly n: number;
  /** Design effect, above 0. */
  readonly deff: number;
  /** Earlier quarters pooled, 1 or more; Infinity is a baseline known without error. */
  readonly quarters: number;
  /** Variance of the true proportion from quarter to quarter, 0 or more; 0 where nothing but sampling makes quarters differ. */
  readonly betweenVariance: number;
}

/**
 * The standard error of one quarter's proportion less the mean of k earlier quarters:
 * √(p(1 - p) deff (1/n + 1/(k n)) + betweenVariance (1 + 1/k)).
 *
 * Pooling only takes sampling error out of the baseline: from one earlier quarter to endlessly many it falls to 1/√2 of
 * what it was, and no further.
 *
 * @throws RangeError for a proportion, size, design effect, number of quarters or variance out of range
 * @example standardErrorAgainstBaseline({ p: 0.5, n: 100, deff: 1, quarters: 4, betweenVariance: 0 }) // 0.0559
 */
export function standardErrorAgainstBaseline({
  p,
  n,
  deff,
  quarters,
  betweenVariance,
}: PooledBaseline): number {
  assertProportion(p, "p");
  assertPositive(n, "n");
  assertPositive(deff, "deff");
  if (!(quarters >= 1)) throw new RangeError(`quarters must be 1 or more, not ${quarters}`);
  if (!(betweenVariance >= 0 && Number.isFinite(betweenVariance)))
    throw new RangeError(`betweenVariance must be 0 or more, not ${betweenVariance}`);
  const one = (p * (1 - p) * deff) / n + betweenVariance;
  return Math.sqrt(one * (1 + 1 / quarters));
}

/**
 * The smallest difference from the mean of earlier quarters that a two-sided normal test finds with the power asked for,
 * both tails counted. With infinite `quarters` it is the floor below which pooling more quarters cannot bring it.
 *
 * Both sides have the variance at p; the difference is small where this is of use.
 *
 * @throws RangeError as `standardErrorAgainstBaseline`, and for an alpha or power out of range
 * @example detectableAgainstBaseline({ p: 0.5, n: 100, deff: 1, quarters: 4, betweenVariance: 0, alpha: 0.05, power: 0.8 })
 *   // 2.8016 × 0.0559 = 0.1566
 */
export function detectableAgainstBaseline({ alpha, power, ...baseline }: PooledBaseline & TestGoal): number {
  return detectableStandardErrors({ alpha, power }) * standardErrorAgainstBaseline(baseline);
}
