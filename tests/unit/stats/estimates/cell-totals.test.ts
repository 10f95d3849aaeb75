import { expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { cellTotals } from "../../../../src/stats/estimates/cell-totals.js";
import { total } from "../../../../src/stats/estimates/total.js";
import { expectAllNear } from "../near.js";

const design = surveyDesign({
  weights: [1, 2, 3, 4, 5, 0],
  strata: factor(["a", "a", "a", "b", "b", "b"]),
});
const row = factor(["x", "x", "y", "y", "x", "z"], { levels: ["w", "x", "y", "z"] });
const column = factor(["m", "n", "m", "n", "m", "n"]);

it("are weighted totals over the levels that occur with a weight, row by row", () => {
  // w never occurs, z only at a weight of 0.
  const found = cellTotals(design, row, column);
  expect([found.rows, found.columns]).toEqual([
    ["x", "y"],
    ["m", "n"],
  ]);
  expect(Array.from(found.totals)).toEqual([1 + 5, 2, 3, 4]);
  expect(found.n).toBe(5);
  // Five units of two strata.
  expect(found.df).toBe(3);
});

it("have the covariance of totals by cell, cells without interviews included", () => {
  const open = factor(["m", "n", "m", "m", "m", "n"]);
  const found = cellTotals(design, row, open);
  expect(Array.from(found.totals)).toEqual([6, 2, 7, 0]);
  const cells = ["xm", "xn", "ym", "yn"].map((cell) =>
    Float64Array.from(row.codes, (r, i) =>
      `${row.levels[r]}${open.levels[open.codes[i] as number]}` === cell ? 1 : 0,
    ),
  );
  cells.forEach((cell, at) => {
    expectAllNear([found.covariance[at * 5] as number], total(design, cell, { level: 0.95 }).covariance);
  });
  // x, m of weights 1, 0, 0 and x, n of 0, 2, 0 share stratum a: -(1/3)(2/3) * 3 * 3/2 = -1.
  expectAllNear([found.covariance[1] as number], [-1]);
  expect(Array.from(found.covariance.slice(12))).toEqual([0, 0, 0, 0].map(() => expect.closeTo(0, 14)));
});

it("leave out rows that miss an answer or are out of the domain, with their units", () => {
  const gap = factor(["m", "n", "m", null, "m", "n"]);
  const found = cellTotals(design, row, gap, [1, 1, 1, 1, 0, 1]);
  expect(Array.from(found.totals)).toEqual([1, 2, 3, 0]);
  expect([found.n, found.df]).toEqual([3, 2]);
});

it("throws for fewer than two levels that occur", () => {
  expect(() => cellTotals(design, row, factor(["m", "m", "m", "m", "m", "n"]))).toThrow(
    new RangeError("a table of 2 by 1 levels that occur; a test needs at least two of each"),
  );
  expect(() => cellTotals(design, row, column, [1, 1, 0, 0, 0, 0])).toThrow(
    new RangeError("a table of 1 by 2 levels that occur; a test needs at least two of each"),
  );
});
