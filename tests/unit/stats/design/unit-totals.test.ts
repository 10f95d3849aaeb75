import { expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { assertUnadjusted, sumByUnits, unitReplicates } from "../../../../src/stats/design/unit-totals.js";
import { numbers } from "../sample.js";

const weights = [1, 2, 3];
const clustered = surveyDesign({ weights, clusters: factor(["x", "y", "x"]) });

it("adds weight times value in each primary sampling unit, which is each row without clusters", () => {
  expect(sumByUnits(clustered, numbers(5, 7, -1))).toEqual(numbers(5 - 3, 14));
  expect(sumByUnits(surveyDesign({ weights }), numbers(5, 7, -1))).toEqual(numbers(5, 14, -3));
});

it("multiplies the weights of whole units, and their totals", () => {
  const of = { method: "other", scale: 1, rscales: numbers(1, 1), mse: true } as const;
  const replicates = unitReplicates(clustered, [numbers(2, 0), numbers(1, 3)], of);
  expect(replicates).toMatchObject({ ...of, count: 2, df: null });
  const out = new Float64Array(3);
  replicates.weightsOf(0, out);
  expect(out).toEqual(numbers(2, 0, 6));
  // Units 2 and 14, and 1 + 3 = 4 and 2: twice the first; the first and three times the second.
  expect(replicates.totals([numbers(5, 7, -1), numbers(1, 1, 1)])).toEqual(numbers(4, 8, 44, 10));
});

it("passes a design whose weights were not adjusted", () => {
  expect(() => assertUnadjusted(clustered)).not.toThrow();
});
