import { expect, it } from "vitest";
import { jackknife } from "../../../../src/stats/design/jackknife.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { columnsByGroup, groupTotals } from "../../../../src/stats/estimates/group-totals.js";
import { expectAllNear } from "../near.js";
import { numbers } from "../sample.js";

const design = surveyDesign({ weights: [1, 2, 3] });
const codes = Int32Array.of(1, -1, 0);

it("are the weighted sums of each group, by either kind of variance", () => {
  // Scores 9, 0 and 4, 0: (9 * 0 ...) group 0: 0, 0, 27 about 9: 6 * 81 * 3/2 = 729; group 1: 4, 0, 0 about 4/3: 16.
  // Together -3 * 9 * 4/3 * 3/2 = -54.
  for (const of of [design, jackknife(design, { method: "JK1", mse: true })]) {
    const { totals, covariance } = groupTotals(of, numbers(4, 5, 9), codes, 2);
    expect(totals).toEqual(numbers(27, 4));
    expectAllNear(covariance, [486 + 243, -54, -54, 16]);
  }
});

it("of 1 are the sizes of the groups", () => {
  expect(groupTotals(design, null, codes, 2).totals).toEqual(numbers(3, 1));
});

it("have a column for each group, 0 outside it", () => {
  expect(columnsByGroup(numbers(4, 5, 9), codes, 2)).toEqual([numbers(0, 0, 9), numbers(4, 0, 0)]);
  expect(columnsByGroup(null, codes, 2)).toEqual([numbers(0, 0, 1), numbers(1, 0, 0)]);
});
