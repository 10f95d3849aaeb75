import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  benjaminiHochberg,
  benjaminiHochbergRejections,
  holm,
  holmRejections,
} from "../../../../src/stats/testing/multiple-comparisons.js";

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });

describe.each([
  ["holm", holm],
  ["benjaminiHochberg", benjaminiHochberg],
] as const)("%s", (_, adjust) => {
  it("leaves a single test and missing ones as they are", () => {
    expect([...adjust([0.3])]).toEqual([0.3]);
    expect([...adjust([Number.NaN, 0.3, Number.NaN])]).toEqual([Number.NaN, 0.3, Number.NaN]);
    expect([...adjust([])]).toEqual([]);
  });

  it("never lowers a p-value, keeps their order and stays at most 1", () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const adjusted = adjust(p);
        p.forEach((value, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(value);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          p.forEach((other, j) => {
            if (value <= other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] as number);
          });
        });
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("rejects at 5% what its procedure rejects, step by step", () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const sorted = [...p].sort((a, b) => a - b);
        const m = p.length;
        const firstKept = sorted.findIndex((value, i) => value > 0.05 / (m - i));
        const lastBelow = sorted.findLastIndex((value, i) => value <= (0.05 * (i + 1)) / m);
        const rejected = adjust === holm ? (firstKept < 0 ? m : firstKept) : lastBelow + 1;
        expect(adjust(p).filter((value) => value <= 0.05).length).toBe(rejected);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("throws for a p-value outside 0 to 1", () => {
    expect(() => adjust([0.2, 1.2])).toThrow(RangeError);
    expect(() => adjust([-0.2])).toThrow(RangeError);
  });
});

describe("adjusted p-values", () => {
  it("are worked by hand", () => {
    // Sorted 0.01, 0.03, 0.04. Holm: 3 * 0.01, 2 * 0.03, then 1 * 0.04 raised to the one before.
    holm([0.01, 0.04, 0.03]).forEach((found, i) => {
      expect(found).toBeCloseTo([0.03, 0.06, 0.06][i] as number, 15);
    });
    // Benjamini-Hochberg: 0.04, then 3/2 * 0.03 lowered to the one after, then 3 * 0.01.
    benjaminiHochberg([0.01, 0.04, 0.03]).forEach((found, i) => {
      expect(found).toBeCloseTo([0.03, 0.04, 0.04][i] as number, 15);
    });
  });

  it("do not count missing tests", () => {
    expect(holm([0.01, Number.NaN, 0.2])[0]).toBe(0.02);
    expect(benjaminiHochberg([0.01, Number.NaN, 0.2])[0]).toBe(0.02);
  });
});

describe.each([
  ["holmRejections", holmRejections, holm],
  ["benjaminiHochbergRejections", benjaminiHochbergRejections, benjaminiHochberg],
] as const)("%s", (_, rejections, adjust) => {
  it("counts the adjusted p-values that are at most the level, ties and ends included", () => {
    const near = fc.array(fc.constantFrom(0, 0.005, 0.01, 0.0125, 0.02, 0.025, 0.05, 0.2, 1), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(pValues, near), fc.constantFrom(0.01, 0.05, 0.2), (p, level) => {
        const ascending = [...p].sort((a, b) => a - b);
        expect(rejections(ascending, level)).toBe(adjust(p).filter((value) => value <= level).length);
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});
