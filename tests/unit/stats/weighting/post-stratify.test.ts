import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { storedReplicates } from "../../../../src/stats/design/replicates.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { calibrate } from "../../../../src/stats/weighting/calibrate.js";
import { postStratify } from "../../../../src/stats/weighting/post-stratify.js";
import { apart, designOf, indicators, samples, seOfTotal, sums } from "./samples.js";

const design = surveyDesign({ weights: [1, 3, 2] });
const cells = factor(["a", "a", "b"], { name: "side" });

describe("postStratify", () => {
  it("is worked by hand for two cells", () => {
    // The weights 1 and 3 of a sum to 4 and are to sum to 10; the 2 of b becomes 4.
    const { design: after, g, converged, iterations, diagnostics } = postStratify(design, cells, [10, 4]);
    expect([...after.weights]).toEqual([2.5, 7.5, 4]);
    expect([...g]).toEqual([2.5, 2.5, 2]);
    expect({ converged, iterations }).toEqual({ converged: true, iterations: 1 });
    expect(diagnostics).toMatchObject({ min: 2.5, max: 7.5, ratioMin: 2, ratioMax: 2.5 });
    expect(after.adjustments).toEqual([
      { kind: "post-stratification", initial: design.weights, final: after.weights, strata: cells },
    ]);
    expect([...design.weights]).toEqual([1, 3, 2]);
  });

  it("reproduces the totals, whatever the scale of the weights before", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const once = postStratify(designOf(sample), sample.a, sample.totals.a);
        expect(apart(sums(once.design.weights, sample.a), sample.totals.a)).toBeLessThan(1e-13);
        const scaled = surveyDesign({ weights: sample.weights.map((w) => w * 1000) });
        const other = postStratify(scaled, sample.a, sample.totals.a);
        expect(apart(other.design.weights, once.design.weights)).toBeLessThan(1e-13);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("is calibration to the indicators of its cells, in weights and standard errors", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const post = postStratify(designOf(sample), sample.a, sample.totals.a).design;
        const linear = calibrate(designOf(sample), indicators(sample.a), sample.totals.a, {
          distance: "linear",
        });
        expect(apart(linear.design.weights, post.weights)).toBeLessThan(1e-9);
        const se = seOfTotal(post, sample.y);
        expect(Math.abs(seOfTotal(linear.design, sample.y) - se)).toBeLessThan(1e-9 * se);
        expect(se).toBeGreaterThan(0);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("leaves no error in the number of each cell", () => {
    const after = postStratify(design, cells, [10, 4]).design;
    for (const column of indicators(cells)) expect(seOfTotal(after, column)).toBeLessThan(1e-12);
  });

  it("multiplies rows of weight 0 as their cell, and passes a cell without rows whose total is 0", () => {
    const three = factor(["a", "a", "b"], { levels: ["a", "b", "c"] });
    const { design: after, g } = postStratify(surveyDesign({ weights: [2, 0, 2] }), three, [10, 4, 0]);
    expect([...after.weights]).toEqual([10, 0, 4]);
    expect([...g]).toEqual([5, 5, 2]);
  });

  it("ignores a cell without interviews where partial, and throws otherwise", () => {
    const three = factor(["a", "a", "b"], { levels: ["a", "b", "c"], name: "side" });
    expect([...postStratify(design, three, [10, 4, 7], { partial: true }).design.weights]).toEqual([
      2.5, 7.5, 4,
    ]);
    expect(() => postStratify(design, three, [10, 4, 7])).toThrow(
      new RangeError('level "c" of side has a total of 7 but no interviews with weight'),
    );
  });

  it("counts the rows without a cell", () => {
    expect(() => postStratify(design, factor(["a", null, null], { name: "side" }), [3])).toThrow(
      new RangeError("2 of 3 rows have no level of side; every row needs one"),
    );
  });

  it.each([
    [[10], 'level "b" of side has no total'],
    [[10, Number.NaN], 'level "b" of side has no total'],
    [[10, 4, 1], "side has 3 totals for 2 levels"],
    [[10, -4], 'the total of level "b" of side is -4; expected above 0'],
    [[10, Infinity], 'the total of level "b" of side is Infinity; expected above 0'],
    [[10, 0], 'the total of level "b" of side is 0; expected above 0'],
  ])("throws on the totals %j", (totals, message) => {
    expect(() => postStratify(design, cells, totals)).toThrow(new RangeError(message));
  });

  it("throws on cells of another number of rows", () => {
    expect(() => postStratify(design, factor(["a", "b"]), [1, 1])).toThrow(
      new RangeError("the cell factor has 2 rows, the design 3"),
    );
  });

  it("adjusts each replicate, and names the one that cannot be", () => {
    const of = { method: "JK1", scale: 1, rscales: Float64Array.of(1, 1), mse: false, df: null } as const;
    const withReplicates = (...weights: number[][]) => ({
      ...design,
      replicates: storedReplicates(
        weights.map((w) => Float64Array.from(w)),
        of,
      ),
    });
    const after = postStratify(withReplicates([0, 5, 1], [4, 4, 8]), cells, [10, 4]).design;
    const weights = new Float64Array(3);
    after.replicates?.weightsOf(0, weights);
    expect([...weights]).toEqual([0, 10, 4]);
    after.replicates?.weightsOf(1, weights);
    expect([...weights]).toEqual([5, 5, 4]);
    expect(() => postStratify(withReplicates([1, 5, 1], [4, 4, 0]), cells, [10, 4])).toThrow(
      new RangeError('replicate 2: level "b" of side has a total of 4 but no interviews with weight'),
    );
  });

  it("adjusts replicates too many to hold when they are asked for", () => {
    const n = 100_000;
    const count = 201;
    const side = { codes: Int32Array.from({ length: n }, (_, i) => i % 2), levels: ["a", "b"] };
    const of = {
      method: "JK1",
      scale: 1,
      rscales: new Float64Array(count).fill(1),
      mse: false,
      df: null,
    } as const;
    const held = storedReplicates([new Float64Array(n)], { ...of, rscales: new Float64Array(1) });
    const replicates = {
      ...held,
      ...of,
      count,
      weightsOf: (r: number, out: Float64Array) => out.fill(r + 1),
    };
    const { design: after } = postStratify({ ...surveyDesign({ n }), replicates }, side, [10, 4]);
    const weights = new Float64Array(n);
    after.replicates?.weightsOf(200, weights);
    expect([weights[0], weights[1]]).toEqual([expect.closeTo(20 / n, 12), expect.closeTo(8 / n, 12)]);
    const totals = after.replicates?.totals(indicators(side)) ?? [];
    expect(totals).toHaveLength(2 * count);
    expect(
      apart(
        totals,
        Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? 10 : 4)),
      ),
    ).toBeLessThan(1e-11);
  });
});
