import { describe, expect, it } from "vitest";
import { exactCoverage } from "../../../../src/stats/intervals/coverage.js";
import type { IntervalMethod } from "../../../../src/stats/intervals/proportion-interval.js";

const PROPORTIONS = [0.02, 0.1, 0.39, 0.5];
const SIZES = [20, 65, 447, 2000];
const table = (method: IntervalMethod) =>
  PROPORTIONS.flatMap((p) => SIZES.map((n) => ({ p, n, coverage: exactCoverage(method, p, n, 0.95) })));

describe("exact coverage", () => {
  it("is a sum worked by hand", () => {
    // Two of p = 0.5: Wald has no interval for none and both (1/4 each); one of two is 0.5 ± t √(1/4), which holds 0.5.
    expect(exactCoverage("wald", 0.5, 2, 0.95)).toBe(0.5);
    // Two of ten is 0.2 + 2.262157 √(0.16 / 9) = 0.5016, which only variance over n - 1 brings to 0.5; one of ten does not
    // reach it: all but 2 (1 + 10) of 1,024.
    expect(exactCoverage("wald", 0.5, 10, 0.95)).toBeCloseTo(1002 / 1024, 14);
    // Clopper-Pearson's from 0.84 down at none and from 0.16 up at both hold 0.5 too.
    expect(exactCoverage("beta", 0.5, 2, 0.95)).toBe(1);
  });

  it("is at least the nominal level for beta, everywhere", () => {
    for (const { p, n, coverage } of table("beta"))
      expect(coverage, `${p} of ${n}`).toBeGreaterThanOrEqual(0.95);
  });

  it("is a third for Wald at 2% of 20, as two samples in three have nobody", () => {
    // 1 - 0.98^20 = 0.3324: every sample with anybody holds 2%, save those of four and more.
    const found = exactCoverage("wald", 0.02, 20, 0.95);
    expect(found).toBeLessThan(1 - 0.98 ** 20);
    expect(found).toBeCloseTo(0.332, 3);
  });

  it("never lies far below the nominal level for Wilson", () => {
    for (const { p, n, coverage } of table("wilson")) {
      expect(coverage, `${p} of ${n}`).toBeGreaterThan(0.935);
      expect(coverage, `${p} of ${n}`).toBeLessThan(0.97);
    }
  });

  it("comes close to the nominal level for every method at 2,000 near a half", () => {
    for (const method of ["logit", "beta", "wilson", "arcsine", "wald"] as const)
      expect(Math.abs(exactCoverage(method, 0.5, 2000, 0.95) - 0.95)).toBeLessThan(0.005);
  });

  it("is the same for p and 1 - p", () => {
    expect(exactCoverage("beta", 0.1, 65, 0.95)).toBeCloseTo(exactCoverage("beta", 0.9, 65, 0.95), 12);
  });

  it("is all at proportions of 0 and 1, where there is an interval", () => {
    expect(exactCoverage("wilson", 0, 20, 0.95)).toBe(1);
    expect(exactCoverage("wilson", 1, 20, 0.95)).toBe(1);
    expect(exactCoverage("wald", 1, 20, 0.95)).toBe(0);
  });

  it("throws for what cannot be", () => {
    expect(() => exactCoverage("wald", 2, 20, 0.95)).toThrow(RangeError);
    for (const n of [1, 20.5]) expect(() => exactCoverage("wald", 0.5, n, 0.95)).toThrow(RangeError);
    expect(() => exactCoverage("wald", 0.5, 20, 95)).toThrow(RangeError);
  });
});
