import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  powerOfDifference,
  samplesPerGroup,
  smallestDetectableDifference,
} from "../../../../src/stats/planning/two-proportions.js";

const PAIR = Object.freeze({
  p1: 0.5,
  p2: 0.75,
  n1: 50,
  n2: 50,
  deff: 1,
  alpha: 0.05,
  nullVariance: "unpooled",
} as const);
const plan = fc.record({
  p1: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
  n1: fc.integer({ min: 20, max: 3000 }),
  n2: fc.integer({ min: 20, max: 3000 }),
  deff: fc.double({ min: 0.5, max: 4, noNaN: true }),
  alpha: fc.constantFrom(0.01, 0.05, 0.1),
  nullVariance: fc.constantFrom("pooled", "unpooled" as const),
});
const SEEDED = { seed: 1, numRuns: 100 };

describe("power of a difference", () => {
  it("is worked by hand", () => {
    // se = √(0.25 / 50 + 0.1875 / 50) = 0.0935414; Φ(0.25 / 0.0935414 - 1.959964) = Φ(0.712648) = 0.761970; the other
    // tail Φ(-4.63) = 1.8e-6.
    expect(powerOfDifference(PAIR)).toBeCloseTo(0.761969, 5);
  });

  it("is alpha where the groups are equal, both tails counted", () => {
    expect(powerOfDifference({ ...PAIR, p2: 0.5 })).toBeCloseTo(0.05, 14);
    expect(powerOfDifference({ ...PAIR, p2: 0.5, nullVariance: "pooled" })).toBeCloseTo(0.05, 14);
  });

  it("is that of interviews divided by the design effect", () => {
    for (const nullVariance of ["pooled", "unpooled"] as const)
      expect(powerOfDifference({ ...PAIR, deff: 2.5, nullVariance })).toBeCloseTo(
        powerOfDifference({ ...PAIR, n1: 20, n2: 20, nullVariance }),
        12,
      );
  });

  it("does not depend on which group comes first", () => {
    fc.assert(
      fc.property(plan, fc.double({ min: 0.05, max: 0.9, noNaN: true }), (at, p2) => {
        const swapped = { ...at, p1: p2, p2: at.p1, n1: at.n2, n2: at.n1 };
        expect(powerOfDifference({ ...at, p2 })).toBeCloseTo(powerOfDifference(swapped), 12);
      }),
      SEEDED,
    );
  });

  it("is certain for proportions of 0 and 1, which have no spread", () => {
    expect(powerOfDifference({ ...PAIR, p1: 0, p2: 1 })).toBe(1);
    expect(powerOfDifference({ ...PAIR, p1: 1, p2: 1 })).toBe(0);
  });
});

describe("interviews per group", () => {
  it("are those at which the power is what was asked for, at any ratio of groups", () => {
    fc.assert(
      fc.property(plan, fc.double({ min: 0.02, max: 0.09, noNaN: true }), (at, difference) => {
        const p2 = at.p1 + difference;
        const ratio = at.n2 / at.n1;
        const { n1, n2 } = samplesPerGroup({ ...at, p2, ratio, power: 0.85 });
        expect(n2 / n1).toBeCloseTo(ratio, 9);
        expect(powerOfDifference({ ...at, p2, n1, n2 })).toBeCloseTo(0.85, 9);
      }),
      SEEDED,
    );
  });

  it("are the closed number where the wrong tail is nothing", () => {
    // (1.959964 + 0.841621)² * (0.25 + 0.1875) / 0.25² = 54.94.
    const { n1 } = samplesPerGroup({ ...PAIR, ratio: 1, power: 0.8 });
    expect(n1).toBeCloseTo(54.94, 2);
  });

  it("are refused for equal proportions and for a power not above alpha", () => {
    expect(() => samplesPerGroup({ ...PAIR, p2: 0.5, ratio: 1, power: 0.8 })).toThrow("difference of 0");
    expect(() => samplesPerGroup({ ...PAIR, ratio: 1, power: 0.05 })).toThrow(RangeError);
    expect(() => samplesPerGroup({ ...PAIR, ratio: 0, power: 0.8 })).toThrow(RangeError);
  });
});

describe("smallest detectable difference", () => {
  it("is the one with the power asked for, above and below", () => {
    fc.assert(
      fc.property(plan, fc.constantFrom("above", "below" as const), (at, direction) => {
        const size = smallestDetectableDifference({ ...at, power: 0.8, direction });
        if (size === null) return;
        const p2 = direction === "above" ? at.p1 + size : at.p1 - size;
        expect(powerOfDifference({ ...at, p2 })).toBeCloseTo(0.8, 9);
      }),
      SEEDED,
    );
  });

  it("is smaller towards the nearer end, where the variance falls", () => {
    const at = { ...PAIR, p1: 0.2, n1: 500, n2: 500, power: 0.8 };
    const below = smallestDetectableDifference({ ...at, direction: "below" });
    expect(below).toBeLessThan(smallestDetectableDifference({ ...at, direction: "above" }) ?? 0);
  });

  it("does not exist where the end is too near", () => {
    expect(smallestDetectableDifference({ ...PAIR, p1: 0.02, power: 0.8, direction: "below" })).toBeNull();
    expect(smallestDetectableDifference({ ...PAIR, p1: 1, power: 0.8, direction: "above" })).toBeNull();
  });
});

it("planning throws for what cannot be", () => {
  for (const wrong of [
    { p1: 50 },
    { p2: -1 },
    { n1: 0 },
    { n2: Number.NaN },
    { deff: 0 },
    { alpha: 0 },
    { alpha: 5 },
  ])
    expect(() => powerOfDifference({ ...PAIR, ...wrong })).toThrow(RangeError);
});
