import { expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { jackknife } from "../../../../src/stats/design/jackknife.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { covarianceOfRatios, groupRatios } from "../../../../src/stats/estimates/group-ratios.js";
import { groupsOf } from "../../../../src/stats/estimates/groups.js";
import { expectAllNear } from "../near.js";
import { numbers } from "../sample.js";

const design = surveyDesign({ weights: [1, 2, 3, 4] });
const y = numbers(2, 5, 4, 9);
const x = numbers(1, 1, 2, 1);
const groups = groupsOf(design, [y, x], { by: [factor(["p", "p", "q", null])] });

it("are numerator over denominator, with squares and scores of what is left", () => {
  const found = groupRatios(design, y, x, groups);
  // p: (2 + 10) / 3 = 4; left -2, 1: squares 4 + 2 = 6; scores -2/3, 2/3. q: 12 / 6 = 2, nothing left.
  expectAllNear(found.estimate, [4, 2]);
  expectAllNear(found.denominator, [3, 6]);
  expectAllNear(found.squares, [6, 0]);
  expectAllNear(found.score, [-2 / 3, 2 / 3, 0, 0]);
});

it("over nothing are means", () => {
  const found = groupRatios(design, y, null, groups);
  expectAllNear(found.estimate, [4, 4]);
  expectAllNear(found.denominator, [3, 3]);
  expectAllNear(found.squares, [6, 0]);
});

it("have the covariance of their scores, or that of their replicates", () => {
  const ratios = groupRatios(design, y, x, groups);
  // Scores sum to 0: 4/3 * 8/9.
  expectAllNear(covarianceOfRatios(design, y, x, groups, ratios), [32 / 27, 0, 0, 0]);
  // Without row 1: 5; without row 2: 2; otherwise 4: from 4, 3/4 * (1 + 4).
  const three = surveyDesign({ weights: [1, 2, 4] });
  const sample = jackknife(three, { method: "JK1", mse: true });
  const of = groupsOf(sample, [numbers(2, 5, 9)], { by: [factor(["p", "p", "r"])], domain: [1, 1, 0] });
  const left = groupRatios(sample, numbers(2, 5, 9), null, of);
  // Group r has no rows that count: NaN, and nothing else.
  const [own, ...others] = covarianceOfRatios(sample, numbers(2, 5, 9), null, of, left);
  expectAllNear([own as number], [(2 / 3) * 5]);
  expect(others).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});
