import { assertPositive, assertProportion } from "../numeric/check.js";
import { findRoot } from "../numeric/root.js";
import { assertAlpha, assertGoal, normalPower, type TestGoal } from "./power.js";

/** One quarter's proportion as a survey measures it. */
export interface Quarter {
  readonly p: number;
  readonly n: number;
  /** Design effect, above 0. */
  readonly deff: number;
}

/** People who are asked in both quarters. */
export interface Panel {
  /** Share of the interviews that are with people asked in both, 0 to 1. */
  readonly overlap: number;
  /** Correlation of their two answers, -1 to 1. */
  readonly correlation: number;
}

/**
 * The standard error of the change of a proportion between two quarters of a repeated cross-section:
 * √(v1 + v2 - 2 overlap correlation √(v1 v2)), with v = deff p(1 - p) / n.
 *
 * @param panel people asked twice; left out, the quarters are independent
 * @throws RangeError for a proportion, size, design effect, overlap or correlation out of range
 * @example standardErrorOfChange({ p: 0.39, n: 500, deff: 1.5 }, { p: 0.43, n: 500, deff: 1.5 }) // 0.03807
 * Source: Kish, Survey Sampling, 12.4.
 */
export function standardErrorOfChange(first: Quarter, second: Quarter, panel?: Panel): number {
  const v1 = variance(first, "first");
  const v2 = variance(second, "second");
  if (panel === undefined) return Math.sqrt(v1 + v2);
  const { overlap, correlation } = panel;
  assertProportion(overlap, "overlap");
  if (!(Math.abs(correlation) <= 1))
    throw new RangeError(`correlation must be from -1 to 1, not ${correlation}`);
  return Math.sqrt(Math.max(0, v1 + v2 - 2 * overlap * correlation * Math.sqrt(v1 * v2)));
}

/**
 * The power to find the change between two quarters: a two-sided normal test with the standard error of
 * `standardErrorOfChange`, both tails counted.
 *
 * @throws RangeError as `standardErrorOfChange`, and for an alpha not between 0 and 1
 * @example powerOfChange({ p: 0.39, n: 500, deff: 1.5 }, { p: 0.43, n: 500, deff: 1.5 }, { alpha: 0.05 }) // 0.1829
 */
export function powerOfChange(
  first: Quarter,
  second: Quarter,
  { alpha, panel }: { readonly alpha: number; readonly panel?: Panel },
): number {
  assertAlpha(alpha);
  const standardError = standardErrorOfChange(first, second, panel);
  return normalPower(second.p - first.p, standardError, standardError, alpha);
}

/**
 * The smallest change from a first quarter that a second one of given size finds with the power asked for.
 *
 * @param second interviews and design effect of the second quarter
 * @param options.direction whether the proportion rises or falls
 * @returns the size of the change, above 0; null where not even a change to 1 (or 0) is found
 * @throws RangeError as `standardErrorOfChange`, and for an alpha or power out of range
 * @example smallestDetectableChange({ p: 0.39, n: 500, deff: 1.5 }, { n: 500, deff: 1.5 },
 *   { alpha: 0.05, power: 0.8, direction: "rise" }) // 0.1072
 */
export function smallestDetectableChange(
  first: Quarter,
  second: Omit<Quarter, "p">,
  {
    alpha,
    power,
    direction,
    panel,
  }: TestGoal & { readonly direction: "rise" | "fall"; readonly panel?: Panel },
): number | null {
  assertGoal({ alpha, power });
  const end = direction === "rise" ? 1 : 0;
  const greatest = Math.abs(end - first.p);
  const options = panel === undefined ? { alpha } : { alpha, panel };
  const missing = (size: number) => {
    const p = direction === "rise" ? Math.min(1, first.p + size) : Math.max(0, first.p - size);
    return powerOfChange(first, { ...second, p }, options) - power;
  };
  if (missing(greatest) < 0 || greatest === 0) return null;
  return findRoot(missing, 0, greatest, 1e-15);
}

function variance({ p, n, deff }: Quarter, name: string): number {
  assertProportion(p, `${name}.p`);
  assertPositive(n, `${name}.n`);
  assertPositive(deff, `${name}.deff`);
  return (deff * p * (1 - p)) / n;
}
