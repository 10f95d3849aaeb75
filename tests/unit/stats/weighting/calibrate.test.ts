import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { DependentColumns } from "../../../../src/stats/numeric/linear-algebra.js";
import { calibrate } from "../../../../src/stats/weighting/calibrate.js";
import { distanceOf } from "../../../../src/stats/weighting/distance.js";
import { apart, designOf, samples, seOfTotal } from "./samples.js";

const of = (...values: number[]) => Float64Array.from(values);
const ones = (n: number) => new Float64Array(n).fill(1);
const total = (weights: Float64Array, column: Float64Array) =>
  weights.reduce((sum, w, i) => sum + w * (column[i] as number), 0);

describe("calibrate", () => {
  it("is worked by hand for the linear distance", () => {
    // x = 0, 1, 2 with weights 1, to 3 people with a total of 4: g = 1 + a + b x with a + b = 0 and
    // 3a + 5b = 1, so g = 1/2, 1, 3/2.
    const { design, g, iterations } = calibrate(surveyDesign({ n: 3 }), [ones(3), of(0, 1, 2)], [3, 4], {
      distance: "linear",
    });
    expect(apart(g, [0.5, 1, 1.5])).toBeLessThan(1e-14);
    expect(apart(design.weights, [0.5, 1, 1.5])).toBeLessThan(1e-14);
    expect(iterations).toBe(1);
    expect(design.adjustments).toHaveLength(1);
    expect(design.adjustments[0]).toMatchObject({ kind: "linear", final: design.weights });
  });

  it("is worked by hand for the raking distance", () => {
    // x = 0, 1 with weights 2 and 3, to totals 10 and 9: 1 and 9.
    const { design } = calibrate(surveyDesign({ weights: [2, 3] }), [ones(2), of(0, 1)], [10, 9], {
      distance: "raking",
    });
    expect(apart(design.weights, [1, 9])).toBeLessThan(1e-12);
  });

  it("is worked by hand with a bound that holds", () => {
    // As the linear case, with g of at most 1.4: 1.4 for x = 2, and the rest from a + b u over x = 0, 1:
    // g0 + g1 = 1.6, g1 = 4 - 2.8 = 1.2.
    const { g } = calibrate(surveyDesign({ n: 3 }), [ones(3), of(0, 1, 2)], [3, 4], {
      distance: "linear",
      bounds: [0, 1.4],
    });
    expect(apart(g, [0.4, 1.2, 1.4])).toBeLessThan(1e-12);
  });

  const settings = [
    { distance: "linear", bounds: [0.05, 12] },
    { distance: "raking" },
    { distance: "raking", bounds: [0.05, 12] },
    { distance: "logit", bounds: [0.05, 12] },
  ] as const;

  it.each(settings)("reproduces totals that bounded weights attain, whatever the scales: %j", (options) => {
    fc.assert(
      fc.property(samples, fc.integer({ min: -2, max: 5 }), (sample, power) => {
        const n = sample.weights.length;
        const columns = [ones(n), sample.y];
        // Weights up to 1.3 times those before attain these.
        const totals = columns.map((column) =>
          sample.weights.reduce((sum, w, i) => sum + w * (1 + 0.3 * Math.sin(i)) * (column[i] as number), 0),
        );
        const { design, diagnostics } = calibrate(designOf(sample), columns, totals, options);
        const size = design.weights.reduce((sum, w, i) => sum + w * Math.abs(sample.y[i] as number), 0);
        expect(Math.abs(total(design.weights, ones(n)) - (totals[0] as number))).toBeLessThan(1e-11 * n * 5);
        expect(Math.abs(total(design.weights, sample.y) - (totals[1] as number))).toBeLessThan(1e-11 * size);
        expect(diagnostics.ratioMin).toBeGreaterThanOrEqual(0.05);
        expect(diagnostics.ratioMax).toBeLessThanOrEqual(12);
        for (const column of columns) expect(seOfTotal(design, column)).toBeLessThan(1e-9 * (size + n));
        // The same columns on other scales, and weights with their totals too, have the same solution.
        const scale = 10 ** power;
        const other = calibrate(
          surveyDesign({ weights: sample.weights.map((w) => w * 7) }),
          [columns[0] as Float64Array, sample.y.map((y) => y * scale + 2014)],
          [7 * (totals[0] as number), 7 * (scale * (totals[1] as number) + 2014 * (totals[0] as number))],
          options,
        );
        expect(
          apart(
            other.design.weights,
            design.weights.map((w) => w * 7),
          ),
        ).toBeLessThan(1e-7);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("changes no weight where the totals are those of the sample", () => {
    for (const options of settings) {
      const design = surveyDesign({ weights: [1, 2, 3, 4] });
      const x = of(5, 1, 4, 2);
      const { g } = calibrate(design, [ones(4), x], [10, total(design.weights, x)], options);
      expect(apart(g, ones(4))).toBeLessThan(1e-14);
    }
  });

  it("reaches totals far from the sample's, halving steps that overshoot", () => {
    // The whole step from weights of 1 to a population of a million would be exp(10^6 - 1).
    const { design, iterations } = calibrate(surveyDesign({ n: 3 }), [ones(3), of(0, 1, 0)], [1e6, 4e5], {
      distance: "raking",
    });
    expect(apart(design.weights, [3e5, 4e5, 3e5])).toBeLessThan(1e-11);
    expect(iterations).toBeLessThan(40);
  });

  it("is near to its ends where bounds are tight", () => {
    // Half of the rows must come near to 1.5 and half near to 0.5.
    const x = Float64Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 1 : 0));
    for (const distance of ["linear", "raking", "logit"] as const) {
      const { g } = calibrate(surveyDesign({ n: 200 }), [ones(200), x], [200, 149.9], {
        distance,
        bounds: [0.5, 1.5],
      });
      expect(
        apart(
          g,
          Array.from(x, (v) => (v === 1 ? 1.499 : 0.501)),
        ),
      ).toBeLessThan(1e-9);
    }
  });

  it("keeps to bounds that hold most weights, step by step", () => {
    const n = 400;
    const x = Float64Array.from({ length: n }, (_, i) => ((i * 37) % n) / n);
    const y = x.map((v) => (v > 0.7 ? 1 : 0) + v * v);
    const weights = x.map((v) => 1 + v);
    // The extremes of x at the bounds and few between.
    const target = weights.map((w, i) => w * ((x[i] as number) < 0.45 ? 0.52 : 1.48));
    const totals = [ones(n), x, y].map((column) => total(target, column));
    for (const distance of ["linear", "raking", "logit"] as const) {
      const { g, design } = calibrate(surveyDesign({ weights }), [ones(n), x, y], totals, {
        distance,
        bounds: [0.5, 1.5],
      });
      expect(Math.min(...g)).toBeGreaterThanOrEqual(0.5);
      expect(Math.max(...g)).toBeLessThanOrEqual(1.5);
      expect(
        apart(
          [ones(n), x, y].map((column) => total(design.weights, column)),
          totals,
        ),
      ).toBeLessThan(1e-11);
    }
  });

  const three = surveyDesign({ n: 3 });
  const x = of(0, 1, 2);

  it("names the columns that depend on columns before", () => {
    expect(() => calibrate(three, [ones(3), x, of(1, 2, 3)], [3, 3, 6], { distance: "linear" })).toThrow(
      new DependentColumns([2]),
    );
  });

  it("throws where a total is out of reach within bounds, and where totals are together", () => {
    expect(() => calibrate(three, [ones(3), x], [3, 5], { distance: "logit", bounds: [0.5, 1.5] })).toThrow(
      new RangeError(
        "with weights between 0.5 and 1.5 times those before, column 2 totals 1.5 to 4.5, not 5",
      ),
    );
    expect(() =>
      calibrate(three, [ones(3), x], [2, 4.2], { distance: "linear", bounds: [0.5, 1.5] }),
    ).toThrow(/^calibration did not converge in 100 steps: the total of column [12] is off by /);
  });

  it("throws where the linear distance makes weights negative", () => {
    expect(() => calibrate(three, [ones(3), x], [3, 5.5], { distance: "linear" })).toThrow(
      /^calibration makes 1 weights negative, the lowest -0\.25\d*; give bounds or another distance$/,
    );
  });

  it("throws where the raking distance cannot reach a total", () => {
    expect(() => calibrate(three, [ones(3), x], [3, 7], { distance: "raking" })).toThrow(
      /^calibration did not converge in 100 steps: the total of column [12] is off by /,
    );
  });

  it.each([
    [[1, 2], undefined],
    [[0, 1], undefined],
    [[-0.5, 2], undefined],
    [[1.5, 2], undefined],
  ])("throws on the bounds %j", (bounds) => {
    expect(() =>
      calibrate(three, [ones(3)], [3], { distance: "linear", bounds: bounds as [number, number] }),
    ).toThrow(
      new RangeError(`bounds must be 0 or more and hold 1 between them, not ${bounds[0]} and ${bounds[1]}`),
    );
  });

  it("throws on logit without bounds, missing values, and columns and totals that do not match", () => {
    expect(() => calibrate(three, [x], [3], { distance: "logit" })).toThrow(
      new RangeError("the logit distance needs finite bounds"),
    );
    expect(() => calibrate(three, [of(1, Number.NaN, Number.NaN)], [3], { distance: "linear" })).toThrow(
      new RangeError("2 of 3 rows have no value of column 1; every row needs one"),
    );
    expect(() => calibrate(three, [x], [3, 4], { distance: "linear" })).toThrow("2 totals for 1 columns");
    expect(() => calibrate(three, [], [], { distance: "linear" })).toThrow("no columns to calibrate to");
    expect(() => calibrate(three, [of(1, 2)], [3], { distance: "linear" })).toThrow(
      "column 1 has 2 rows, the design 3",
    );
    expect(() => calibrate(three, [x], [Number.NaN], { distance: "linear" })).toThrow(
      "the total of column 1 is NaN",
    );
  });
});

describe("distances", () => {
  it.each([
    ["linear", undefined],
    ["raking", undefined],
    ["linear", [0.5, 3]],
    ["raking", [0.5, 3]],
    ["logit", [0.5, 3]],
  ] as const)("%s with bounds %j has g(0) = 1 and the slope of its ratio, 1 at 0", (name, bounds) => {
    const { ratio, slope } = distanceOf(name, bounds);
    expect(ratio(0)).toBeCloseTo(1, 14);
    expect(slope(0)).toBeCloseTo(1, 14);
    for (const u of [-0.4, -0.1, 0.3, 0.9])
      expect((ratio(u + 1e-5) - ratio(u - 1e-5)) / 2e-5).toBeCloseTo(slope(u), 8);
    if (bounds !== undefined) {
      expect(ratio(-100)).toBeCloseTo(0.5, 12);
      expect(ratio(100)).toBeCloseTo(3, 12);
    }
  });
});
