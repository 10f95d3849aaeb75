import fc from "fast-check";
import { expect, it } from "vitest";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { mean } from "../../../../src/stats/estimates/mean.js";
import { ratio } from "../../../../src/stats/estimates/ratio.js";
import { expectAllNear, expectNear } from "../near.js";
import { column, designOfRows, groupOf, numbers, surveys } from "../sample.js";

const level = 0.95;

it("is one weighted total over another, by hand", () => {
  // Weights 1, 2: (1 + 2 * 4) / (2 + 2 * 2) = 9/6 = 3/2. Scores w (y - 1.5 x) / 6: -2/6, 2/6; 2 * (1/9 + 1/9) = 4/9.
  const found = ratio(surveyDesign({ weights: [1, 2] }), numbers(1, 4), numbers(2, 2), { level })
    .estimates[0];
  expect(found).toMatchObject({ statistic: "ratio", estimate: 1.5, n: 2, weightedN: 3, df: 1, method: "t" });
  expectNear(found?.standardError, 2 / 3);
  // Unit variance: left -2, 1 at 1, 2 over 6²: 6/36 * 3 (weights) * 2 / 1 (n) = 1; over 4/9.
  expectNear(found?.effectiveN, 9 / 4);
});

it("leaves out a row that misses either variable", () => {
  const gap = Number.NaN;
  const found = ratio(surveyDesign({ n: 4 }), numbers(1, 4, gap, 3), numbers(2, 2, 5, gap), { level });
  expect(found.estimates[0]).toMatchObject({ estimate: 5 / 4, n: 2, df: 1 });
  // Scores (1 - 2.5) / 4, (4 - 2.5) / 4, 0, 0: 4/3 * 2 * 9/64 = 3/8.
  expectAllNear(found.covariance, [3 / 8]);
});

it("to 1 is a mean", () => {
  fc.assert(
    fc.property(surveys, (rows) => {
      const design = designOfRows(rows);
      const options = { level, by: [groupOf(rows)], deffReference: "with-replacement" } as const;
      const ones = new Float64Array(rows.length).fill(1);
      const means = mean(design, column(rows, "y"), options);
      const ratios = ratio(design, column(rows, "y"), ones, options);
      expectAllNear(ratios.covariance, means.covariance, { absolute: 1e-12 });
      ratios.estimates.forEach((found, g) => {
        const expected = means.estimates[g];
        if (expected?.effectiveN === null || (expected?.standardError as number) < 1e-6) return;
        expectNear(found.effectiveN, expected?.effectiveN as number);
        expectNear(found.deff, expected?.deff as number);
      });
    }),
    { seed: 1, numRuns: 60 },
  );
});

it("does not depend on the scale of the weights and scales with its numerator", () => {
  fc.assert(
    fc.property(surveys, (rows) => {
      const [y, x] = [column(rows, "y"), column(rows, "x")];
      const found = ratio(designOfRows(rows), y, x, { level }).estimates[0];
      const scaled = ratio(
        designOfRows(rows, { scale: 50 }),
        y.map((value) => 3 * value),
        x,
        { level },
      ).estimates[0];
      expectNear(scaled?.estimate, 3 * (found?.estimate as number), { absolute: 1e-11 });
      expectNear(scaled?.standardError, 3 * (found?.standardError as number), { absolute: 1e-11 });
    }),
    { seed: 1, numRuns: 60 },
  );
});
