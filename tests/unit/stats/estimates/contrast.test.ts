import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { storedReplicates } from "../../../../src/stats/design/replicates.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { contrast } from "../../../../src/stats/estimates/contrast.js";
import { mean } from "../../../../src/stats/estimates/mean.js";
import { total } from "../../../../src/stats/estimates/total.js";
import { expectNear } from "../near.js";
import { column, designOfRows, groupOf, numbers, surveys } from "../sample.js";

const level = 0.95;

describe("a contrast, by hand", () => {
  // Two strata of a: 1, 3, 5 and b: 2, 8: means 3 and 5, variances 4 / 3 and 18 / 2 = 9.
  const by = [factor(["a", "a", "a", "b", "b"], { name: "part" })];
  const apart = surveyDesign({ strata: factor(["a", "a", "a", "b", "b"]) });
  const means = mean(apart, numbers(1, 3, 5, 2, 8), { level, by });

  it("is the weighted sum with the variance Va + Vb - 2 Cab, and t, p and interval at its degrees of freedom", () => {
    const found = contrast(means, [-1, 1], { level });
    expectNear(found.estimate, 2);
    // Independent strata: no covariance.
    expectNear(found.standardError, Math.sqrt(4 / 3 + 9));
    // Five rows less two strata, less one for the second group.
    expect(found.df).toBe(2);
    const t = 2 / Math.sqrt(31 / 3);
    expectNear(found.t, t);
    // With 2 degrees of freedom the tail is (1 - t / sqrt(2 + t²)) / 2, and its 0.975 quantile 4.302653.
    expectNear(found.p, 1 - t / Math.sqrt(2 + t * t));
    expectNear(found.low, 2 - 4.30265272974946 * Math.sqrt(31 / 3));
    expectNear(found.high, 2 + 4.30265272974946 * Math.sqrt(31 / 3));
    expect(found.level).toBe(level);
  });

  it("subtracts what groups share", () => {
    // Totals of p: 1, 3, 0, 0 and q: 0, 0, 6, 2: variances 8 and 32, covariance -32/3.
    const totals = total(surveyDesign({ n: 4 }), numbers(1, 3, 6, 2), {
      ...{ level, by: [factor(["p", "p", "q", "q"])] },
    });
    expectNear(contrast(totals, [1, -1], { level }).standardError, Math.sqrt(8 + 32 + 64 / 3));
    expectNear(contrast(totals, [1, 1], { level }).standardError, Math.sqrt(8 + 32 - 64 / 3));
    expectNear(contrast(totals, [2, 0.5], { level }).standardError, Math.sqrt(32 + 8 - 64 / 3));
  });

  it("of one estimate is the estimate, with its own degrees of freedom", () => {
    const found = contrast(means, [0, 1], { level });
    expect(found).toMatchObject({ estimate: 5, df: 1 });
    expectNear(found.standardError, 3);
  });

  it("takes other degrees of freedom where given, at Infinity the normal distribution", () => {
    expect(contrast(means, [-1, 1], { level, df: 40 }).df).toBe(40);
    const normal = contrast(means, [-1, 1], { level, df: Infinity });
    expectNear(normal.high, 2 + 1.959963984540054 * Math.sqrt(31 / 3));
  });

  it("takes the replicates' degrees of freedom where they are known", () => {
    const replicates = storedReplicates([new Float64Array(5).fill(2), numbers(1, 2, 0, 1, 3)], {
      ...{ method: "other", scale: 1, rscales: numbers(1, 1), mse: true, df: 30 },
    });
    const held = mean({ ...apart, replicates }, numbers(1, 3, 5, 2, 8), { level, by });
    expect(held.estimates.map(({ df }) => df)).toEqual([30, 30]);
    expect(contrast(held, [-1, 1], { level }).df).toBe(29);
  });

  it("without degrees of freedom has no p and no interval", () => {
    const two = mean(surveyDesign({ n: 2 }), numbers(1, 2), { level, by: [factor(["p", "q"])] });
    const found = contrast(two, [-1, 1], { level });
    expect(found).toMatchObject({ df: 0, p: Number.NaN, low: null, high: null });
  });

  it("of the same certain answers has no t and no p, and of others an infinite t", () => {
    const certain = mean(surveyDesign({ n: 6 }), numbers(1, 1, 1, 2, 2, 2), {
      ...{ level, by: [factor([1, 1, 1, 2, 2, 2])] },
    });
    expect(contrast(certain, [-1, 1], { level })).toMatchObject({
      estimate: 1,
      t: Infinity,
      p: 0,
      low: null,
    });
    expect(contrast(certain, [2, -1], { level })).toMatchObject({
      estimate: 0,
      t: Number.NaN,
      p: Number.NaN,
    });
  });

  it("throws on other numbers of coefficients, none above 0, and a group without interviews", () => {
    expect(() => contrast(means, [1], { level })).toThrow(new RangeError("1 coefficients for 2 estimates"));
    expect(() => contrast(means, [0, 0], { level })).toThrow(new RangeError("every coefficient is 0"));
    expect(() => contrast(means, [1, -1], { level: 95 })).toThrow(
      new RangeError("the level must be between 0 and 1, not 95"),
    );
    const empty = mean(surveyDesign({ n: 2 }), numbers(1, 2), {
      ...{ level, by: [factor(["p", "p"], { levels: ["p", "q"] })] },
    });
    expect(() => contrast(empty, [1, -1], { level })).toThrow(
      new RangeError("q has no interviews to compare"),
    );
    expect(contrast(empty, [1, 0], { level }).estimate).toBe(1.5);
  });
});

it("has the variance Va + Vb - 2 Cab of any two groups", () => {
  fc.assert(
    fc.property(surveys, (rows) => {
      const means = mean(designOfRows(rows), column(rows, "y"), { level, by: [groupOf(rows)] });
      if (means.estimates.slice(0, 2).some(({ n }) => n === 0)) return;
      const [a, b, cross] = [0, 4, 1].map((at) => means.covariance[at] as number) as [number, number, number];
      expectNear(contrast(means, [1, -1, 0], { level }).standardError ** 2, a + b - 2 * cross, {
        absolute: 1e-10,
      });
    }),
    { seed: 1, numRuns: 100 },
  );
});

it("of groups in different strata has no covariance to subtract", () => {
  fc.assert(
    fc.property(surveys, (rows) => {
      const by = [factor(rows.map(({ stratum }) => stratum))];
      const { covariance, estimates } = mean(designOfRows(rows), column(rows, "y"), { level, by });
      const k = estimates.length;
      covariance.forEach((value, at) => {
        if (at % k !== Math.floor(at / k)) expect(Math.abs(value)).toBe(0);
      });
    }),
    { seed: 1, numRuns: 50 },
  );
});
