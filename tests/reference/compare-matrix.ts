import { expect } from "vitest";
import { expectSame } from "./compare.js";

/**
 * Equal covariance matrices, row by row: every entry at the tolerance, or within rounding of 0 against the standard errors
 * whose product it is a part of.
 */
export function expectSameMatrix(
  found: ArrayLike<number>,
  expected: ArrayLike<number>,
  of: object,
  tolerance = 1e-9,
): void {
  expect(found.length, JSON.stringify(of)).toBe(expected.length);
  const k = Math.sqrt(expected.length);
  const diagonal = (a: number) => Math.abs(expected[a * k + a] as number);
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < k; b++) {
      const rounding = 1e-12 * Math.sqrt(diagonal(a) * diagonal(b)) || 1e-26;
      const entry = a * k + b;
      expectSame(found[entry] as number, expected[entry] as number, { ...of, entry }, tolerance, rounding);
    }
  }
}
