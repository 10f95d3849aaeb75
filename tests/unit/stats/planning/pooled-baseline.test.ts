import { describe, expect, it } from "vitest";
import {
  detectableAgainstBaseline,
  standardErrorAgainstBaseline,
} from "../../../../src/stats/planning/pooled-baseline.js";
import { normalPower } from "../../../../src/stats/planning/power.js";

const BASELINE = Object.freeze({ p: 0.5, n: 100, deff: 1, quarters: 4, betweenVariance: 0 });
const GOAL = Object.freeze({ alpha: 0.05, power: 0.8 });

describe("comparison with a pooled baseline", () => {
  it("has the standard error worked by hand", () => {
    // 0.25 (1/100 + 1/400) = 0.003125.
    expect(standardErrorAgainstBaseline(BASELINE)).toBeCloseTo(Math.sqrt(0.003125), 14);
    // Twice that for a design effect of 2, and 0.001 (1 + 1/4) more.
    expect(standardErrorAgainstBaseline({ ...BASELINE, deff: 2, betweenVariance: 0.001 })).toBeCloseTo(
      Math.sqrt(0.00625 + 0.00125),
      14,
    );
  });

  it("detects the difference that has the power asked for", () => {
    const standardError = standardErrorAgainstBaseline(BASELINE);
    const size = detectableAgainstBaseline({ ...BASELINE, ...GOAL });
    expect(normalPower(size, standardError, standardError, 0.05)).toBeCloseTo(0.8, 12);
    // 1.959964 + 0.841621 standard errors, the wrong tail being nothing.
    expect(size / standardError).toBeCloseTo(2.801585, 5);
  });

  it("falls with every quarter pooled, towards a floor of 1/√2 of what one quarter gives", () => {
    const at = (quarters: number) => detectableAgainstBaseline({ ...BASELINE, ...GOAL, quarters });
    for (let k = 1; k < 12; k++) expect(at(k + 1)).toBeLessThan(at(k));
    expect(at(Number.POSITIVE_INFINITY) / at(1)).toBeCloseTo(Math.SQRT1_2, 12);
    expect(at(8)).toBeGreaterThan(at(Number.POSITIVE_INFINITY));
    expect(at(1e9)).toBeCloseTo(at(Number.POSITIVE_INFINITY), 9);
  });

  it("has a floor that interviews cannot lower either, where quarters differ in truth", () => {
    const floor = {
      ...BASELINE,
      ...GOAL,
      quarters: Number.POSITIVE_INFINITY,
      betweenVariance: 0.0004,
      n: 1e12,
    };
    expect(detectableAgainstBaseline(floor)).toBeCloseTo(2.801585 * 0.02, 6);
  });

  it("throws for what cannot be", () => {
    for (const wrong of [{ p: 50 }, { n: 0 }, { deff: 0 }, { quarters: 0.5 }, { betweenVariance: -1 }])
      expect(() => standardErrorAgainstBaseline({ ...BASELINE, ...wrong })).toThrow(RangeError);
    expect(() => detectableAgainstBaseline({ ...BASELINE, alpha: 0.05, power: 0.01 })).toThrow(RangeError);
    expect(() => detectableAgainstBaseline({ ...BASELINE, alpha: 0.05, power: 1 })).toThrow(RangeError);
  });
});
