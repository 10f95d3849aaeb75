import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { storedReplicates } from "../../../../src/stats/design/replicates.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { trimWeights } from "../../../../src/stats/weighting/trim.js";

const trimmed = (weights: number[], options: Parameters<typeof trimWeights>[1]) => [
  ...trimWeights(surveyDesign({ weights }), options).design.weights,
];

describe("trimWeights", () => {
  it("is worked by hand for one weight above", () => {
    // 4 is cut to 3, and the 1 left over goes to two weights.
    expect(trimmed([1, 1, 4], { upper: 3, strict: false })).toEqual([1.5, 1.5, 3]);
  });

  it("is worked by hand for one weight below", () => {
    expect(trimmed([1, 4, 4], { lower: 2, strict: false })).toEqual([2, 3.5, 3.5]);
  });

  it("repeats until no weight is out of bounds only where strict", () => {
    // 5 is cut to 3, and 2 shared: 1 + 1 and 2.5 + 1. Then 0.5 is cut from 3.5 and shared with 3, and so on:
    // what is left goes to the first.
    const once = trimWeights(surveyDesign({ weights: [1, 2.5, 5] }), { upper: 3, strict: false });
    expect([...once.design.weights]).toEqual([2, 3.5, 3]);
    expect(once.iterations).toBe(1);
    const strict = trimWeights(surveyDesign({ weights: [1, 2.5, 5] }), { upper: 3, strict: true });
    const [first, ...others] = strict.design.weights;
    expect(first).toBeCloseTo(2.5, 12);
    expect(others).toEqual([3, 3]);
    expect(strict.iterations).toBeGreaterThan(2);
    expect(strict.g[2]).toBe(0.6);
  });

  it("keeps the sum of weights, and strictly the bounds", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 3, maxLength: 40 }),
        (weights) => {
          const sum = weights.reduce((a, w) => a + w, 0);
          const mean = sum / weights.length;
          const found = trimmed([...weights, mean], { lower: mean / 2, upper: mean * 1.5, strict: true });
          expect(found.reduce((a, w) => a + w, 0) / (sum + mean)).toBeCloseTo(1, 12);
          expect(Math.min(...found)).toBeGreaterThanOrEqual(mean / 2);
          expect(Math.max(...found)).toBeLessThanOrEqual(mean * 1.5);
        },
      ),
      { seed: 1, numRuns: 100 },
    );
  });

  it("changes nothing where no weight is out of bounds, and adds no adjustment", () => {
    const design = surveyDesign({ weights: [1, 2, 3] });
    const same = trimWeights(design, { lower: 1, upper: 3, strict: true });
    expect([...same.design.weights]).toEqual([1, 2, 3]);
    expect([...same.g]).toEqual([1, 1, 1]);
    expect(same.iterations).toBe(0);
    expect(trimWeights(design, { upper: 2.5, strict: false }).design.adjustments).toEqual([]);
  });

  it("leaves rows of weight 0 out", () => {
    expect(trimmed([0, 1, 4, 4], { lower: 2, strict: false })).toEqual([0, 2, 3.5, 3.5]);
  });

  it("multiplies replicate weights with the ratios of the sample's", () => {
    const design = {
      ...surveyDesign({ weights: [1, 1, 4] }),
      replicates: storedReplicates([Float64Array.of(0, 2, 8)], {
        method: "other",
        scale: 1,
        rscales: Float64Array.of(1),
        mse: true,
        df: null,
      }),
    };
    const weights = new Float64Array(3);
    trimWeights(design, { upper: 3, strict: false }).design.replicates?.weightsOf(0, weights);
    expect([...weights]).toEqual([0, 3, 6]);
  });

  it("throws where the bounds cannot hold the weights", () => {
    expect(() => trimmed([1, 2], { lower: 3, upper: 2, strict: false })).toThrow(
      new RangeError("a lower bound of 3 is not below the upper bound of 2"),
    );
    expect(() => trimmed([1, 2, 6], { upper: 2.5, strict: true })).toThrow(
      new RangeError("weights of mean 3 cannot all be from -Infinity to 2.5"),
    );
    expect(() => trimmed([4, 6], { upper: 3, strict: false })).toThrow(
      new RangeError("no weight is from -Infinity to 3 to take what is trimmed"),
    );
    expect(() => trimmed([1, 1, 1, 3.1], { lower: 3, strict: false })).toThrow(
      /^sharing out what was trimmed leaves row 4 a weight of -2\.9/,
    );
  });
});
