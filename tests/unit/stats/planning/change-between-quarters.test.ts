import { describe, expect, it } from "vitest";
import {
  powerOfChange,
  smallestDetectableChange,
  standardErrorOfChange,
} from "../../../../src/stats/planning/change-between-quarters.js";
import {
  powerOfDifference,
  smallestDetectableDifference,
} from "../../../../src/stats/planning/two-proportions.js";

const FIRST = Object.freeze({ p: 0.5, n: 100, deff: 1 });
const SECOND = Object.freeze({ p: 0.2, n: 64, deff: 1.6 });

describe("change between quarters", () => {
  it("has the standard error worked by hand", () => {
    // Variances 0.0025 and 1.6 * 0.16 / 64 = 0.004.
    expect(standardErrorOfChange(FIRST, SECOND)).toBeCloseTo(Math.sqrt(0.0065), 14);
    // With a quarter asked twice at a correlation of 0.6: less 2 * 0.25 * 0.6 * √(0.0025 * 0.004).
    const panel = { overlap: 0.25, correlation: 0.6 };
    expect(standardErrorOfChange(FIRST, SECOND, panel)).toBeCloseTo(
      Math.sqrt(0.0065 - 0.3 * Math.sqrt(1e-5)),
      14,
    );
  });

  it("is not spread at all for the same answers of the same people", () => {
    expect(standardErrorOfChange(FIRST, FIRST, { overlap: 1, correlation: 1 })).toBe(0);
  });

  it("is more spread for answers that turn", () => {
    const turned = standardErrorOfChange(FIRST, SECOND, { overlap: 0.5, correlation: -0.5 });
    expect(turned).toBeGreaterThan(standardErrorOfChange(FIRST, SECOND));
  });

  it("has the power of a difference of two groups, for independent quarters of one design effect", () => {
    const quarter = { n: 500, deff: 1.5 };
    const groups = { p1: 0.39, n1: 500, n2: 500, deff: 1.5, alpha: 0.05, nullVariance: "unpooled" } as const;
    expect(powerOfChange({ ...quarter, p: 0.39 }, { ...quarter, p: 0.43 }, { alpha: 0.05 })).toBeCloseTo(
      powerOfDifference({ ...groups, p2: 0.43 }),
      14,
    );
    expect(
      smallestDetectableChange({ ...quarter, p: 0.39 }, quarter, {
        alpha: 0.05,
        power: 0.8,
        direction: "rise",
      }),
    ).toBeCloseTo(
      smallestDetectableDifference({ ...groups, power: 0.8, direction: "above" }) ?? Number.NaN,
      12,
    );
  });

  it("detects the change that has the power asked for, with people asked twice", () => {
    const panel = { overlap: 0.4, correlation: 0.7 };
    for (const direction of ["rise", "fall"] as const) {
      const size =
        smallestDetectableChange(FIRST, SECOND, { alpha: 0.05, power: 0.8, direction, panel }) ?? 0;
      const p = direction === "rise" ? 0.5 + size : 0.5 - size;
      expect(powerOfChange(FIRST, { ...SECOND, p }, { alpha: 0.05, panel })).toBeCloseTo(0.8, 12);
    }
  });

  it("detects nothing where the end is too near", () => {
    const goal = { alpha: 0.05, power: 0.8, direction: "fall" } as const;
    expect(smallestDetectableChange({ ...FIRST, p: 0.01 }, SECOND, goal)).toBeNull();
    expect(smallestDetectableChange({ ...FIRST, p: 0 }, SECOND, goal)).toBeNull();
  });

  it("throws for what cannot be", () => {
    expect(() => standardErrorOfChange({ ...FIRST, p: 50 }, SECOND)).toThrow("first.p");
    expect(() => standardErrorOfChange(FIRST, { ...SECOND, deff: 0 })).toThrow("second.deff");
    expect(() => standardErrorOfChange(FIRST, SECOND, { overlap: 2, correlation: 0 })).toThrow(RangeError);
    expect(() => standardErrorOfChange(FIRST, SECOND, { overlap: 1, correlation: 2 })).toThrow(RangeError);
    expect(() => powerOfChange(FIRST, SECOND, { alpha: 0 })).toThrow(RangeError);
  });
});
