import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covarianceOfTotals } from "../../../../src/stats/design/covariance.js";
import { factor } from "../../../../src/stats/design/factor.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { type CellTotals, cellTotals } from "../../../../src/stats/estimates/cell-totals.js";
import { mean } from "../../../../src/stats/estimates/mean.js";
import { differenceTest } from "../../../../src/stats/testing/difference-test.js";
import { raoScottTest } from "../../../../src/stats/testing/rao-scott.js";
import { waldIndependenceTest } from "../../../../src/stats/testing/wald-independence.js";
import { expectAllNear, expectNear } from "../near.js";
import { column, designOfRows, drawnSurvey, groupOf } from "../sample.js";

/** A simple random sample with these counts of cells. */
function sampleOf(counts: readonly (readonly number[])[]): CellTotals {
  const cells = counts.flatMap((row, r) => row.flatMap((n, c) => Array.from({ length: n }, () => [r, c])));
  return cellTotals(
    surveyDesign({ n: cells.length }),
    factor(cells.map(([r]) => r)),
    factor(cells.map(([, c]) => c)),
  );
}

describe("a simple random sample, by hand", () => {
  // 30, 20 | 10, 40: expected 20, 30 | 20, 30; X² = 100 (1/20 + 1/30) * 2 = 16.6667.
  const pearson = 200 * (1 / 20 + 1 / 30);

  it("has design effects of n / (n - 1) where the table is independent", () => {
    // Counts in proportion: delta is exactly multinomial, times n / (n - 1) of the design's variance.
    const table = sampleOf([
      [20, 30, 10],
      [40, 60, 20],
    ]);
    // X² is 0 and both design effects are alike: df1 = 2 and df2 = 2 * 179.
    const found = raoScottTest(table, "second");
    expect(found.statistic).toBeCloseTo(0, 12);
    expectNear(found.df1, 2);
    expectNear(found.df2, 358);
    expectNear(found.p, 1, { absolute: 1e-9 });
  });

  it("has Pearson's X² over the design effect of its odds ratio", () => {
    const table = sampleOf([
      [30, 20],
      [10, 40],
    ]);
    // delta = var(log odds) over itself by the multinomial under the table: both (1/30 + 1/20 + 1/10 + 1/40),
    // times n / (n - 1): X² * 99 / 100.
    const first = raoScottTest(table, "first");
    expect(first).toMatchObject({ name: "rao-scott-chisq", df1: 1 });
    expectNear(first.statistic, (pearson * 99) / 100);
    expect(first.df2).toBeUndefined();
    const second = raoScottTest(table, "second");
    expect(second.name).toBe("rao-scott");
    expectNear(second.statistic, (pearson * 99) / 100);
    expectNear(second.df1, 1);
    expectNear(second.df2, 99);
    // Upper tails of 16.5: R pchisq(16.5, 1, lower.tail = FALSE), pf(16.5, 1, 99, lower.tail = FALSE).
    expectNear(first.p, 4.865007e-5, { relative: 1e-6 });
    expectNear(second.p, 9.747323e-5, { relative: 1e-6 });
  });

  it("has an empty cell as one without interactions", () => {
    // 30, 20 | 0, 50: X² = 100 * 0.0225 * (2 / 0.15 + 2 / 0.35) = 300 / 7. Interactions over shares 5/6, -5/4, 0, 1/2:
    // by the multinomial (10 + 15 + 6) / 12 / 4 / 100; by the design (31/48 - (1/4)²) / 99 = 7 / 1188.
    const table = sampleOf([
      [30, 20],
      [0, 50],
    ]);
    const delta = ((7 / 1188) * 4800) / 31;
    expectNear(raoScottTest(table, "second").statistic, 300 / 7 / delta);
  });

  it("has more than one design effect in a larger table: the second order has fewer degrees of freedom", () => {
    const rows = drawnSurvey(3, { strata: 2, clusters: 12, rows: 20 });
    const levels = factor(rows.map(({ y }) => Math.min(4, Math.floor(y / 1.5))));
    const table = cellTotals(designOfRows(rows), groupOf(rows), levels);
    const k = (table.rows.length - 1) * (table.columns.length - 1);
    const { df1, df2 } = raoScottTest(table, "second");
    expect(k).toBe(3);
    expect(df1).toBeGreaterThan(1);
    expect(df1).toBeLessThan(k - 1e-3);
    expectNear(df2, df1 * 22);
  });
});

it("has in a clustered sample with an empty cell the variance of its interactions by linearisation", () => {
  const rows = drawnSurvey(6, { strata: 2, clusters: 8, rows: 5 });
  const design = designOfRows(rows);
  // Rows p, q and columns 0, 1; nobody is in q, 1.
  const cell = rows.map(({ group, has }) => (group === "q" ? 2 : has));
  const all = design.weights.reduce((sum, w) => sum + w, 0);
  const share = [0, 1, 2].map(
    (c) => design.weights.reduce((sum, w, i) => sum + (cell[i] === c ? w : 0), 0) / all,
  );
  const [p0, p1, q0] = share as [number, number, number];
  const over = [1 / 4 / p0, -1 / 4 / p1, -1 / 4 / q0];
  const mean = 1 / 4 - 1 / 4 - 1 / 4;
  const score = design.weights.map((w, i) => (w * ((over[cell[i] as number] as number) - mean)) / all);
  const simple = (1 / p0 + 1 / p1 + 1 / q0) / 16 / rows.length;
  const delta = (covarianceOfTotals(design, [score])[0] as number) / simple;
  // Distances from independence are all q0 p1.
  const [row, col] = [p0 + p1, p0 + q0];
  const expected = [row * col, row * (1 - col), (1 - row) * col, (1 - row) * (1 - col)];
  const pearson = rows.length * expected.reduce((sum, e) => sum + (q0 * p1) ** 2 / e, 0);
  const table = cellTotals(
    design,
    factor(cell.map((c) => (c === 2 ? "q" : "p"))),
    factor(cell.map((c) => (c === 1 ? 1 : 0))),
  );
  expectNear(raoScottTest(table, "second").statistic, pearson / delta);
});

describe("of a 2 by 2 table", () => {
  const rows = drawnSurvey(12, { strata: 4, clusters: 60, rows: 10 });
  const design = designOfRows(rows);
  const table = cellTotals(design, groupOf(rows), factor(Array.from(column(rows, "has"))));

  it("the second order is F(1, df) and the first chi-squared(1) of the same statistic", () => {
    const first = raoScottTest(table, "first");
    const second = raoScottTest(table, "second");
    expectNear(first.statistic, second.statistic);
    expect(second.df1).toBeCloseTo(1, 12);
    expect(second.df2).toBeCloseTo(4 * 59, 9);
  });

  it("the statistic is the t² of the difference of proportions, but for terms of order 1 / sqrt(n)", () => {
    // 2400 interviews: the two differ by where the variance is taken, at the table or at independence.
    const means = mean(design, column(rows, "has"), { level: 0.95, by: [groupOf(rows)] });
    const { t } = differenceTest(means, 0, 1, { level: 0.95 });
    expectNear(raoScottTest(table, "second").statistic, t * t, { relative: 5 / Math.sqrt(2400) });
  });

  it("Wald's statistic is the same but for terms of that order", () => {
    expectNear(waldIndependenceTest(table, "wald").statistic, raoScottTest(table, "second").statistic, {
      relative: 5 / Math.sqrt(2400),
    });
  });
});

describe("both tests", () => {
  const wide = { strata: 3, clusters: 12, rows: 12 };
  const cross = (rows: ReturnType<typeof drawnSurvey>, scale = 1) =>
    cellTotals(
      designOfRows(rows, { scale }),
      factor(rows.map(({ y }) => Math.min(2, Math.floor(y / 2.5)))),
      groupOf(rows),
    );
  const pOf = (table: CellTotals) => [
    raoScottTest(table, "first").p,
    raoScottTest(table, "second").p,
    waldIndependenceTest(table, "wald").p,
    waldIndependenceTest(table, "adjusted-wald").p,
  ];

  it("do not depend on the scale of the weights, the order of rows or which variable comes first", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(0.01, 300), (seed, scale) => {
        const rows = drawnSurvey(seed, wide);
        const turned = [...rows].reverse();
        const found = pOf(cross(rows));
        expectAllNear(pOf(cross(turned, scale)), found, { relative: 1e-8 });
        const other = cellTotals(
          designOfRows(rows),
          groupOf(rows),
          factor(rows.map(({ y }) => Math.min(2, Math.floor(y / 2.5)))),
        );
        expectAllNear(pOf(other), found, { relative: 1e-8 });
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it("throw without degrees of freedom", () => {
    const none = {
      ...sampleOf([
        [3, 2],
        [1, 4],
      ]),
      df: 0,
    };
    expect(() => raoScottTest(none, "second")).toThrow(new RangeError("the table has no degrees of freedom"));
  });
});
