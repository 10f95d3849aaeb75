import fc from "fast-check";
import { expect, it } from "vitest";
import { quantiseWeights } from "../../../../src/stats/cube/quantise-weights.js";

it("gives weights in whole millionths", () => {
  expect(Array.from(quantiseWeights([1, 0.3333333333, 0, 1234.5678901, 2.5e-3]))).toEqual([
    1_000_000, 333_333, 0, 1_234_567_890, 2500,
  ]);
});

it("leaves rounded weights as they are", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (w) => {
      const units = quantiseWeights([w]);
      expect(Math.abs((units[0] as number) - w * 1e6)).toBeLessThanOrEqual(0.5 + 1e-3);
      expect(quantiseWeights([(units[0] as number) / 1e6])).toEqual(units);
    }),
    { seed: 1, numRuns: 300 },
  );
});

it.each([
  [-1, "the weight of row 2 is -1; expected 0 or more"],
  [Number.NaN, "the weight of row 2 is NaN; expected 0 or more"],
  [Infinity, "the weight of row 2 is Infinity; expected 0 or more"],
  [9.1e9, "the weight of row 2 is 9100000000: too large for whole millionths"],
  // Weights that sum to 1 over 2,280 interviews would lose their third digit.
  [
    1 / 2280 + 1e-7,
    "the weight of row 2 is 0.0004386964912280702: too small for six decimals; multiply all weights with a constant",
  ],
  [1e-9, "the weight of row 2 is 1e-9: too small for six decimals; multiply all weights with a constant"],
])("refuses the weight %d", (w, message) => {
  expect(() => quantiseWeights([1, w])).toThrow(new RangeError(message));
});

it("takes small weights that six decimals hold, and the largest", () => {
  expect(Array.from(quantiseWeights([1e-6, 0.000123, 9e9]))).toEqual([1, 123, 9e15]);
});
