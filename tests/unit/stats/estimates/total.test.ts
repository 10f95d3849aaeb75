import fc from "fast-check";
import { expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { jackknife } from "../../../../src/stats/design/jackknife.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { total } from "../../../../src/stats/estimates/total.js";
import { expectAllNear, expectNear } from "../near.js";
import { column, designOfRows, groupOf, numbers, surveys } from "../sample.js";

const level = 0.95;

it("is the weighted sum, by hand", () => {
  // Weights 2, 2, 1 of 1, 3, 5: 13. Scores 2, 6, 5 about 13/3: squares 65 - 169/3 = 26/3, times 3/2: 13.
  const found = total(surveyDesign({ weights: [2, 2, 1] }), numbers(1, 3, 5), { level }).estimates[0];
  expect(found).toMatchObject({ statistic: "total", n: 3, weightedN: 5, estimate: 13, df: 2, method: "t" });
  expectNear(found?.standardError, Math.sqrt(13));
  expectNear(found?.cv, 1 / Math.sqrt(13));
  // Mean 13/5, squares weighted: 2 * 2.56 + 2 * 0.16 + 5.76 = 11.2; s² = 11.2 / 5 * 3 / 2; times 5² / 13.
  expectNear(found?.effectiveN, (3.36 * 25) / 13);
});

it("leaves out who did not answer or is out of the domain, who stay in the design as zeros", () => {
  // 1, 3 of four rows at 1: scores 1, 3, 0, 0 about 1: squares 4 + 0... = 0 + 4 + 1 + 1 = 6, times 4/3: 8.
  const missing = total(surveyDesign({ n: 4 }), numbers(1, 3, Number.NaN, Number.NaN), { level });
  const outside = total(surveyDesign({ n: 4 }), numbers(1, 3, 7, 9), { level, domain: [1, 1, 0, 0] });
  for (const found of [missing, outside]) {
    expect(found.estimates[0]).toMatchObject({ estimate: 4, n: 2, df: 1 });
    expectAllNear(found.covariance, [8]);
  }
});

it("of groups in one stratum has a negative covariance: rows of one are zeros of the other", () => {
  // p: 1, 3, 0, 0; q: 0, 0, 6, 2, about 1 and 2: 8 as above; (40 - 16) * 4/3 = 32; (0 - 4 * 1 * 2) * 4/3 = -32/3.
  const by = [factor(["p", "p", "q", "q"])];
  const found = total(surveyDesign({ n: 4 }), numbers(1, 3, 6, 2), { level, by });
  expectAllNear(found.covariance, [8, -32 / 3, -32 / 3, 32]);
});

it("has no effective number of interviews where one answered or all answered the same", () => {
  const by = [factor(["p", "q", "q"])];
  const { estimates } = total(surveyDesign({ n: 3 }), numbers(4, 2, 2), {
    level,
    by,
    deffReference: "with-replacement",
  });
  expect(estimates.map(({ effectiveN, deff }) => [effectiveN, deff])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(estimates[0]?.standardError).toBeGreaterThan(0);
});

it("has by the jackknife exactly the covariance of linearisation", () => {
  fc.assert(
    fc.property(surveys, fc.boolean(), (rows, mse) => {
      const design = designOfRows(rows);
      const options = { level, by: [groupOf(rows)] };
      expectAllNear(
        total(jackknife(design, { method: "JKn", mse }), column(rows, "y"), options).covariance,
        total(design, column(rows, "y"), options).covariance,
        { absolute: 1e-9 },
      );
    }),
    { seed: 1, numRuns: 60 },
  );
});

it("scales with the weights, as its standard error does", () => {
  fc.assert(
    fc.property(surveys, fc.constantFrom(0.01, 40), (rows, scale) => {
      const found = total(designOfRows(rows), column(rows, "y"), { level }).estimates[0];
      const scaled = total(designOfRows(rows, { scale }), column(rows, "y"), { level }).estimates[0];
      const absolute = 1e-10 * scale;
      expectNear(scaled?.estimate, scale * (found?.estimate as number), { absolute });
      expectNear(scaled?.standardError, scale * (found?.standardError as number), { absolute });
      expect(scaled?.df).toBe(found?.df);
    }),
    { seed: 1, numRuns: 60 },
  );
});
