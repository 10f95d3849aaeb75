import fc from "fast-check";
import { expect, it } from "vitest";
import { weightDiagnostics } from "../../../../src/stats/weighting/diagnostics.js";

it("is worked by hand for weights 1, 1 and 2 after 1, 2 and 1", () => {
  // Mean 4/3, population variance 2/9, cv² = 1/8; (Σw)² / Σw² = 16/6.
  const found = weightDiagnostics([1, 1, 2], [1, 2, 1]);
  expect(found).toEqual({
    min: 1,
    max: 2,
    mean: 4 / 3,
    cv: expect.closeTo(Math.sqrt(1 / 8), 14),
    kish: expect.closeTo(16 / 6, 13),
    kishDesignEffect: expect.closeTo(9 / 8, 14),
    range: 1,
    ratioMin: 0.5,
    ratioMax: 2,
  });
});

it("has an effective number of (Σw)² / Σw², which rows of weight 0 do not change", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.01, max: 50, noNaN: true }), { minLength: 1 }), (weights) => {
      const sum = weights.reduce((a, w) => a + w, 0);
      const squares = weights.reduce((a, w) => a + w * w, 0);
      const { kish, kishDesignEffect } = weightDiagnostics(weights);
      expect(kish / (sum ** 2 / squares)).toBeCloseTo(1, 12);
      expect(kishDesignEffect / ((weights.length * squares) / sum ** 2)).toBeCloseTo(1, 12);
      expect(weightDiagnostics([...weights, 0, 0]).kish / kish).toBeCloseTo(1, 12);
    }),
    { seed: 1, numRuns: 100 },
  );
});

it("has no ratios without weights before, and none of rows that had no weight", () => {
  expect(weightDiagnostics([1, 2])).toMatchObject({ ratioMin: null, ratioMax: null });
  expect(weightDiagnostics([1, 2, 3], [0, 1, 1])).toMatchObject({ ratioMin: 2, ratioMax: 3 });
});

it("throws on negative and infinite weights, on none, on zeros alone, and on columns that differ in length", () => {
  expect(() => weightDiagnostics([1, -1])).toThrow("the weight of row 2 is -1; expected 0 or more");
  expect(() => weightDiagnostics([Infinity])).toThrow(RangeError);
  expect(() => weightDiagnostics([])).toThrow("no weight is above 0");
  expect(() => weightDiagnostics([0, 0])).toThrow("no weight is above 0");
  expect(() => weightDiagnostics([1], [1, 2])).toThrow("1 weights after an adjustment of 2");
});
