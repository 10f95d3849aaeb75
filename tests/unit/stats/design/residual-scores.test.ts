import { expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { residualScores } from "../../../../src/stats/design/residual-scores.js";
import type { Adjustment } from "../../../../src/stats/design/survey-design.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { expectAllNear } from "../near.js";
import { numbers } from "../sample.js";

const design = (...adjustments: Adjustment[]) => ({ ...surveyDesign({ n: 4 }), adjustments });

const cells: Adjustment = {
  kind: "post-stratification",
  initial: numbers(1, 3, 1, 1),
  final: numbers(2, 6, 5, 5),
  strata: factor(["a", "a", "b", "b"]),
};

it("are the scores themselves where the weights were not adjusted", () => {
  const score = numbers(1, 2, 3, 4);
  expect(residualScores(design(), score)).toBe(score);
});

it("are final weights times what is left after the cell means, weighted by the weights before", () => {
  // Scores / final: 4, 0 | 1, 3. Means at 1, 3 and 1, 1: 1 and 2. Left 3, -1 | -1, 1; times 2, 6 | 5, 5.
  expectAllNear(residualScores(design(cells), numbers(8, 0, 5, 15)), [6, -6, -5, 5]);
});

it("have cell means weighted by the weights before also where the adjustment was not even", () => {
  const uneven: Adjustment = { ...cells, final: numbers(2, 2, 5, 5) };
  // Scores / final: 4, 0, whose mean at 1, 3 is 1 (and at 2, 2 would be 2); times 2, 2.
  expectAllNear(residualScores(design(uneven), numbers(8, 0, 5, 15)), [6, -2, -5, 5]);
});

it("are what is left after regression on the auxiliary variables, weighted by the weights before", () => {
  // The same cells as two columns.
  const columns: Adjustment = {
    kind: "linear",
    initial: cells.initial,
    final: cells.final,
    columns: [numbers(1, 1, 0, 0), numbers(0, 0, 1, 1)],
  };
  expectAllNear(residualScores(design(columns), numbers(8, 0, 5, 15)), [6, -6, -5, 5]);
  // On 1 alone at weights 1, 3, 1, 1: (4 + 0 + 1 + 3) / 6 = 4/3 is taken out of 4, 0, 1, 3.
  const one: Adjustment = { ...columns, columns: [numbers(1, 1, 1, 1)] };
  expectAllNear(residualScores(design(one), numbers(8, 0, 5, 15)), [16 / 3, -8, -5 / 3, 25 / 3]);
});

it("are nothing for a variable that the adjustment explains", () => {
  // 2 in cell a and 7 in b: w y at the final weights.
  expectAllNear(residualScores(design(cells), numbers(4, 12, 35, 35)), [0, 0, 0, 0], { absolute: 1e-14 });
});

it("take the last adjustment out first", () => {
  const after: Adjustment = {
    kind: "post-stratification",
    initial: numbers(2, 6, 5, 5),
    final: numbers(4, 6, 5, 10),
    strata: factor(["c", "d", "d", "c"]),
  };
  // Last: scores / final 2, 0, 1, 3. Cell c (rows 1, 4 at 2, 5): 19/7; d (rows 2, 3 at 6, 5): 5/11.
  // Left times final: -20/7, -30/11, 30/11, 20/7.
  const left = [-20 / 7, -30 / 11, 30 / 11, 20 / 7];
  expectAllNear(residualScores(design(after), numbers(8, 0, 5, 30)), left);
  // Then the first: over 2, 6, 5, 5: -10/7, -5/11, 6/11, 4/7; means a (-10/7 - 15/11) / 4, b (6/11 + 4/7) / 2.
  const a = (-10 / 7 - 15 / 11) / 4;
  const b = (6 / 11 + 4 / 7) / 2;
  expectAllNear(residualScores(design(cells, after), numbers(8, 0, 5, 30)), [
    2 * (-10 / 7 - a),
    6 * (-5 / 11 - a),
    5 * (6 / 11 - b),
    5 * (4 / 7 - b),
  ]);
});

it("are 0 in a row whose weight became 0, also in a cell of nothing else", () => {
  const zero: Adjustment = { ...cells, initial: numbers(1, 3, 0, 1), final: numbers(2, 6, 0, 5) };
  // Row 3 has no weight before or after: row 4 is its cell's mean.
  expectAllNear(residualScores(design(zero), numbers(8, 0, 0, 15)), [6, -6, 0, 0]);
  const empty: Adjustment = { ...cells, initial: numbers(1, 3, 0, 0), final: numbers(2, 6, 0, 0) };
  expectAllNear(residualScores(design(empty), numbers(8, 0, 0, 0)), [6, -6, 0, 0]);
});
