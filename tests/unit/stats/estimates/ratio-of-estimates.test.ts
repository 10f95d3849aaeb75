import { describe, expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { mean } from "../../../../src/stats/estimates/mean.js";
import { ratio } from "../../../../src/stats/estimates/ratio.js";
import { ratioOfEstimates } from "../../../../src/stats/estimates/ratio-of-estimates.js";
import { total } from "../../../../src/stats/estimates/total.js";

const design = surveyDesign({
  weights: [1, 2, 1, 3, 2, 1, 1, 2],
  strata: factor([1, 1, 1, 1, 2, 2, 2, 2]),
  clusters: factor([1, 1, 2, 2, 3, 3, 4, 5]),
});
const group = factor(["a", "b", "a", "b", "a", "b", "a", "b"], { name: "g", levels: ["a", "b", "c"] });
const y = Float64Array.of(3, 5, 4, 8, 2, 7, 5, 6);
const means = mean(design, y, { by: [group], level: 0.95 });

describe("the ratio of two estimates", () => {
  it("is that of R", () => {
    // m <- svyby(~y, ~g, svydesign(~c, strata = ~h, weights = ~w, nest = TRUE), svymean, covmat = TRUE)
    // svycontrast(m, quote(a / b)); the interval is that of t with 5 clusters - 2 strata - 1.
    const found = ratioOfEstimates(means, 0, 1, { level: 0.95 });
    expect(found.estimate).toBeCloseTo(0.4830188679245283, 14);
    expect(found.standardError).toBeCloseTo(0.1207381652714631, 14);
    expect(found.df).toBe(2);
    expect(found.low).toBeCloseTo(-0.03647552846567392, 12);
    expect(found.high).toBeCloseTo(1.0025132643147305, 12);
  });

  it("is the ratio estimator, where it is the ratio of two totals of the same interviews", () => {
    const x = Float64Array.of(2, 1, 3, 2, 4, 1, 2, 3);
    const both = surveyDesign({
      weights: [...design.weights, ...design.weights],
      strata: factor([1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 1, 2, 2, 2, 2]),
      clusters: factor([1, 1, 2, 2, 3, 3, 4, 5, 1, 1, 2, 2, 3, 3, 4, 5]),
    });
    const which = factor(
      Array.from({ length: 16 }, (_, i) => (i < 8 ? "y" : "x")),
      { levels: ["y", "x"] },
    );
    const totals = total(both, Float64Array.of(...y, ...x), { by: [which], level: 0.95 });
    const found = ratioOfEstimates(totals, 0, 1, { level: 0.95 });
    const expected = ratio(design, y, x, { level: 0.95 }).estimates[0];
    expect(found.estimate).toBeCloseTo(expected?.estimate as number, 14);
    expect(found.standardError).toBeCloseTo(expected?.standardError as number, 14);
  });

  it("is 1 without an error where both are the same, with the degrees of freedom of the one", () => {
    expect(ratioOfEstimates(means, 1, 1, { level: 0.95 })).toMatchObject({
      estimate: 1,
      standardError: 0,
      df: means.estimates[1]?.df,
      low: null,
      high: null,
    });
  });

  it("is refused where one is empty, absent or a denominator of 0", () => {
    const at = { level: 0.95 };
    expect(() => ratioOfEstimates(means, 0, 2, at)).toThrow(new RangeError("c has no interviews to compare"));
    expect(() => ratioOfEstimates(means, 3, 0, at)).toThrow(new RangeError("there is no estimate 3 among 3"));
    expect(() => ratioOfEstimates(means, 0, 1, { level: 1 })).toThrow(RangeError);
    const zero = mean(design, new Float64Array(8), { by: [group], level: 0.95 });
    expect(() => ratioOfEstimates(zero, 0, 1, at)).toThrow(
      new RangeError("the denominator is estimated as 0"),
    );
  });
});
