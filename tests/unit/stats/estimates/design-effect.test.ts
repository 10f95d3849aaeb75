import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { assertReference, designEffect } from "../../../../src/stats/estimates/design-effect.js";
import { mean } from "../../../../src/stats/estimates/mean.js";
import { proportion } from "../../../../src/stats/estimates/proportion.js";
import { ratio } from "../../../../src/stats/estimates/ratio.js";
import { total } from "../../../../src/stats/estimates/total.js";
import { expectNear } from "../near.js";
import { numbers } from "../sample.js";

const level = 0.95;

describe("the design effect", () => {
  it("is the variance over that of n interviews of a simple random sample", () => {
    // 8 / 4 = 2; without replacement from 16, 3/4 of it.
    expect(designEffect(3, 8, 4, 16, "with-replacement")).toBe(1.5);
    expect(designEffect(3, 8, 4, 16, "without-replacement")).toBe(2);
  });

  it("is undefined for fewer than two interviews, without spread, for all of a population or without a variance", () => {
    expect(designEffect(3, 8, 1, 16, "with-replacement")).toBeNull();
    expect(designEffect(3, Number.NaN, 1, 16, "with-replacement")).toBeNull();
    expect(designEffect(3, 0, 4, 16, "with-replacement")).toBeNull();
    expect(designEffect(3, 8, 4, 4, "without-replacement")).toBeNull();
    expect(designEffect(3, 8, 4, 3, "without-replacement")).toBeNull();
    expect(designEffect(Number.NaN, 8, 4, 16, "with-replacement")).toBeNull();
  });

  it("by hand, of clusters whose members answer alike, is their size times (clusters - 1 / n) over", () => {
    // 0, 0 | 1, 1 | 2, 2: mean 1; scores of clusters -2/6, 0, 2/6: 3/2 * 8/36 = 1/3.
    // s² = 4 / 5, over 6 interviews 2/15: 5/2.
    const design = surveyDesign({ clusters: factor(["x", "x", "y", "y", "z", "z"]) });
    const options = { level, deffReference: "with-replacement" } as const;
    const found = mean(design, numbers(0, 0, 1, 1, 2, 2), options).estimates[0];
    expectNear(found?.deff, 5 / 2);
    expect(found?.deffReference).toBe("with-replacement");
  });

  it("without replacement counts with the group's population, not the sample's", () => {
    // Group p: 2 of the 4 rows at weights 3: population 6. Mean 2 of 1, 3: scores -1/2, 1/2, 0, 0: 4/3 * 1/2 = 2/3.
    // s² = 2; 2/2 * (6 - 2) / 6 = 2/3: a design effect of 1.
    const found = mean(surveyDesign({ weights: [3, 3, 3, 3] }), numbers(1, 3, 5, 9), {
      ...{ level, deffReference: "without-replacement", by: [factor(["p", "p", "q", "q"])] },
    }).estimates[0];
    expectNear(found?.deff, 1);
  });
});

describe("a simple random sample", () => {
  const answers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 30 });
  const varied = answers.filter((values) => new Set(values).size > 1);

  it("has a design effect of 1 with replacement, of a mean, total, proportion and ratio", () => {
    fc.assert(
      fc.property(varied, (values) => {
        const y = Float64Array.from(values);
        const n = y.length;
        const options = { level, deffReference: "with-replacement" } as const;
        // Weights of N / n, with no correction in design or reference.
        const design = surveyDesign({ weights: new Float64Array(n).fill(7) });
        const x = y.map((_, i) => 1 + (i % 3));
        const half = y.map((value) => (value === y[0] ? 1 : 0));
        for (const { estimates } of [
          mean(design, y, options),
          total(design, y, options),
          proportion(design, half, { ...options, interval: "wilson" }),
        ])
          expectNear(estimates[0]?.deff, 1);
        const quotient = ratio(design, y, x, options).estimates[0];
        if (quotient?.standardError !== undefined && quotient.standardError > 1e-9)
          expectNear(quotient.deff, 1);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("from a finite population has a design effect of 1 without replacement, and 1 - f with", () => {
    fc.assert(
      fc.property(varied, fc.integer({ min: 2, max: 9 }), (values, times) => {
        const y = Float64Array.from(values);
        const design = surveyDesign({ populationSizes: new Float64Array(y.length).fill(times * y.length) });
        const deff = (deffReference: "with-replacement" | "without-replacement") =>
          [mean, total].map((of) => of(design, y, { level, deffReference }).estimates[0]?.deff);
        for (const found of deff("without-replacement")) expectNear(found, 1);
        for (const found of deff("with-replacement")) expectNear(found, 1 - 1 / times);
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});

describe("the reference without replacement", () => {
  it("is refused for weights scaled to the number of interviews, of which those at 0 are none", () => {
    const message = (sum: number, rows: number) =>
      new RangeError(
        `the weights sum to ${sum} over ${rows} interviews, so that they do not tell the size of a population; a design effect without replacement needs weights that do`,
      );
    const check = (weights: number[]) => () =>
      assertReference(surveyDesign({ weights }), "without-replacement");
    expect(check([0.5, 1.5, 1])).toThrow(message(3, 3));
    expect(check([0.5, 0.25, 1])).toThrow(message(1.75, 3));
    expect(check([0.5, 1.5, 0])).toThrow(message(2, 2));
    expect(check([2, 1, 0])).not.toThrow();
  });

  it("alone is refused", () => {
    const scaled = surveyDesign({ weights: [0.5, 1.5] });
    expect(() => assertReference(scaled, "with-replacement")).not.toThrow();
    expect(() => assertReference(scaled, undefined)).not.toThrow();
    for (const call of [
      () => mean(scaled, numbers(1, 0), { level, deffReference: "without-replacement" }),
      () => total(scaled, numbers(1, 0), { level, deffReference: "without-replacement" }),
      () => ratio(scaled, numbers(1, 0), numbers(1, 1), { level, deffReference: "without-replacement" }),
      () =>
        proportion(scaled, numbers(1, 0), {
          ...{ level, deffReference: "without-replacement", interval: "wilson" },
        }),
    ])
      expect(call).toThrow(/^the weights sum to 2 over 2 interviews/);
  });
});
