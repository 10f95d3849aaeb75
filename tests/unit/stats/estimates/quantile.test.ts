import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import type { Estimate } from "../../../../src/stats/estimates/estimate.js";
import { proportion } from "../../../../src/stats/estimates/proportion.js";
import { type QuantileRule, quantile } from "../../../../src/stats/estimates/quantile.js";
import { expectAllNear, expectNear } from "../near.js";
import { column, designOfRows, drawnSurvey, groupOf, numbers, surveys } from "../sample.js";

const level = 0.95;
const first = ({ estimates }: { estimates: readonly Estimate[] }) => estimates[0] as Estimate;

describe("a quantile, by hand", () => {
  const median = (y: Float64Array, rule: QuantileRule, weights: number[], probability = 0.5) =>
    first(quantile(surveyDesign({ weights }), y, { level, probability, rule })).estimate;

  it("is the first value with at least that share of the weights at or below", () => {
    expect(median(numbers(30, 10, 20), "inverse", [1, 1, 1])).toBe(20);
    // Weights 1, 1, 4 of 10, 20, 30: shares 1/6, 2/6, 1.
    expect(median(numbers(30, 10, 20), "inverse", [4, 1, 1])).toBe(30);
    expect(median(numbers(30, 10, 20), "school", [4, 1, 1])).toBe(30);
  });

  it("is where the share is met exactly that value, or the middle to the next", () => {
    expect(median(numbers(4, 1, 2, 8), "inverse", [1, 1, 1, 1])).toBe(2);
    expect(median(numbers(4, 1, 2, 8), "school", [1, 1, 1, 1])).toBe(3);
  });

  it("meets a share that rounding leaves beside it", () => {
    // 0.1 + 0.2 and 0.3 of 0.6: 0.30000000000000004 / 0.6 is above a half.
    expect(median(numbers(1, 2, 3), "school", [0.1, 0.2, 0.3])).toBe(2.5);
    expect(median(numbers(1, 2, 3, 4), "school", [0.3, 0.3, 0.2, 0.1], 2 / 3)).toBe(2.5);
  });

  it("is the smallest value for a share below its own", () => {
    expect(median(numbers(4, 1, 2, 8), "inverse", [1, 1, 1, 1], 0.01)).toBe(1);
    expect(median(numbers(4, 1, 2, 8), "school", [1, 1, 1, 1], 0.01)).toBe(1);
    expect(median(numbers(4, 1, 2, 8), "school", [1, 1, 1, 1], 0.99)).toBe(8);
  });

  it("adds the weights of ties", () => {
    // 1, 1, 2, 2, 2, 9: two sixths and five sixths.
    const y = numbers(2, 1, 9, 2, 1, 2);
    expect(median(y, "inverse", [1, 1, 1, 1, 1, 1], 1 / 3)).toBe(1);
    expect(median(y, "school", [1, 1, 1, 1, 1, 1], 1 / 3)).toBe(1.5);
    expect(median(y, "school", [1, 1, 1, 1, 1, 1], 0.34)).toBe(2);
  });

  it("has Woodruff's interval: the quantiles at the ends of the interval of the share at or below", () => {
    // 1 to 100: the share at or below 50 is 0.5; its variance 0.25 / 99; t with 99 degrees of freedom is 1.984217.
    // 0.5 ± 0.0997107 is 0.4002893 and 0.5997107: the 41st and the 60th.
    const y = Float64Array.from({ length: 100 }, (_, i) => 100 - i);
    const found = first(quantile(surveyDesign({ n: 100 }), y, { level, probability: 0.5, rule: "inverse" }));
    expect(found).toMatchObject({ estimate: 50, low: 41, high: 60, method: "woodruff", n: 100, df: 99 });
    expectNear(found.standardError, 19 / (2 * 1.98421695158642), { relative: 1e-9 });
    expect([found.effectiveN, found.deff, found.reliability]).toEqual([null, null, null]);
  });

  it("has no interval and no standard error where an end of the share's is outside 0 to 1", () => {
    const found = first(
      quantile(surveyDesign({ n: 4 }), numbers(1, 2, 3, 4), { level, probability: 0.5, rule: "inverse" }),
    );
    expect(found).toMatchObject({ estimate: 2, low: null, high: null, method: null });
    expect(found.standardError).toBeNaN();
  });

  it("has a standard error of 0 where the interval has no width", () => {
    const found = first(
      quantile(surveyDesign({ n: 3 }), numbers(7, 7, 7), { level, probability: 0.5, rule: "school" }),
    );
    expect(found).toMatchObject({ estimate: 7, low: 7, high: 7, standardError: 0 });
  });

  it("is NaN in a group without interviews", () => {
    const by = [factor(["p", "p"], { levels: ["p", "q"] })];
    const { estimates } = quantile(surveyDesign({ n: 2 }), numbers(1, 2), {
      ...{ level, by, probability: 0.5, rule: "inverse" },
    });
    expect(estimates[1]).toMatchObject({ n: 0, estimate: Number.NaN, low: null, high: null });
  });

  it("throws on a probability that is none and on a design effect", () => {
    const call = (probability: number, more = {}) => {
      return () =>
        quantile(surveyDesign({ n: 2 }), numbers(1, 2), { level, probability, rule: "inverse", ...more });
    };
    expect(call(0)).toThrow(new RangeError("the probability must be between 0 and 1, not 0"));
    expect(call(50)).toThrow(new RangeError("the probability must be between 0 and 1, not 50"));
    expect(call(0.5, { deffReference: "with-replacement" })).toThrow(
      new RangeError("the design effect of a quantile is not defined here"),
    );
  });
});

describe("a quantile", () => {
  const run = { seed: 1, numRuns: 60 };
  const probabilities = fc.constantFrom(0.1, 0.25, 0.5, 0.9);

  it("has at least its share at or below it and less below", () => {
    fc.assert(
      fc.property(surveys, probabilities, (rows, probability) => {
        const y = column(rows, "y");
        const at = first(quantile(designOfRows(rows), y, { level, probability, rule: "inverse" })).estimate;
        const share = (of: (value: number) => boolean) =>
          first(
            proportion(
              designOfRows(rows),
              y.map((value) => (of(value) ? 1 : 0)),
              { level, interval: "wilson" },
            ),
          ).estimate;
        expect(share((value) => value <= at)).toBeGreaterThanOrEqual(probability - 1e-11);
        expect(share((value) => value < at)).toBeLessThan(probability);
      }),
      run,
    );
  });

  it("has as its interval's ends the quantiles at the ends of the proportion's Wald interval", () => {
    const rows = drawnSurvey(4, { strata: 2, clusters: 15, rows: 6 });
    const design = designOfRows(rows);
    const y = column(rows, "y");
    const at = (probability: number) => first(quantile(design, y, { level, probability, rule: "inverse" }));
    const found = at(0.4);
    const share = first(
      proportion(
        design,
        y.map((value) => (value <= found.estimate ? 1 : 0)),
        { level, interval: "wald" },
      ),
    );
    expect(found.low).toBe(at(share.low as number).estimate);
    expect(found.high).toBe(at(share.high as number).estimate);
  });

  it("has covariances between groups with the correlations of the shares", () => {
    const rows = drawnSurvey(5, { strata: 2, clusters: 15, rows: 12 });
    const design = designOfRows(rows);
    const by = [groupOf(rows)];
    const y = column(rows, "y");
    const found = quantile(design, y, { level, by, probability: 0.5, rule: "inverse" });
    const below = y.map((value, i) =>
      value <= (found.estimates[by[0]?.codes[i] ?? 0]?.estimate ?? 0) ? 1 : 0,
    );
    const shares = proportion(design, below, { level, by, interval: "wald" });
    const correlation = (covariance: Float64Array) =>
      (covariance[1] as number) / Math.sqrt((covariance[0] as number) * (covariance[4] as number));
    expectNear(correlation(found.covariance), correlation(shares.covariance));
    expectNear(Math.sqrt(found.covariance[4] as number), found.estimates[1]?.standardError as number);
  });

  it("does not depend on the scale of the weights or the order of the rows", () => {
    fc.assert(
      fc.property(surveys, probabilities, (rows, probability) => {
        const options = { level, by: [groupOf(rows)], probability, rule: "school" } as const;
        const found = quantile(designOfRows(rows), column(rows, "y"), options);
        const turned = [...rows].reverse();
        const other = quantile(designOfRows(turned, { scale: 7 }), column(turned, "y"), {
          ...options,
          by: [groupOf(turned)],
        });
        expectAllNear(
          other.estimates.map(({ estimate }) => estimate),
          found.estimates.map(({ estimate }) => estimate),
          { relative: 1e-12 },
        );
        expectAllNear(other.covariance, found.covariance, { relative: 1e-9, absolute: 1e-12 });
      }),
      run,
    );
  });
});
