import { describe, expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { cellTotals } from "../../../../src/stats/estimates/cell-totals.js";
import { total } from "../../../../src/stats/estimates/total.js";
import { waldIndependenceTest } from "../../../../src/stats/testing/wald-independence.js";
import { expectNear } from "../near.js";
import { designOfRows, drawnSurvey, groupOf, numbers } from "../sample.js";

describe("Wald's test of independence", () => {
  // 2, 1 | 1, 4 of eight interviews: N22 - N2. N.2 / N = 4 - 25/8 = 7/8.
  const row = factor([1, 1, 1, 2, 2, 2, 2, 2]);
  const column = factor([1, 1, 2, 1, 2, 2, 2, 2]);
  const design = surveyDesign({ n: 8 });

  it("by hand has the squared difference from independence over its variance by linearisation", () => {
    // Score of a row in cell (i, j): 1[22] - 5/8 1[i = 2] - 5/8 1[j = 2] + 25/64; 64ths: 11: 25; 12 and 21: -15; 22: 9.
    // Sum 2 * 25 - 30 + 36 = 56 (64 * 7/8). Squares 1250 + 450 + 324 = 2024, less 56²/8 = 392: 1632 * 8/7 / 64².
    const w = (7 / 8) ** 2 / ((1632 * 8) / 7 / 4096);
    const table = cellTotals(design, row, column);
    const plain = waldIndependenceTest(table, "wald");
    expect(plain).toMatchObject({ name: "wald", df1: 1, df2: 7 });
    expectNear(plain.statistic, w);
    // With k = 1 both are the same.
    const adjusted = waldIndependenceTest(table, "adjusted-wald");
    expect(adjusted).toMatchObject({ name: "adjusted-wald", df1: 1, df2: 7 });
    expectNear(adjusted.statistic, w);
    expectNear(adjusted.p, plain.p);
    // The same score as a total.
    const score = Float64Array.from({ length: 8 }, (_, i) => {
      const [two, second] = [row.codes[i] === 1 ? 1 : 0, column.codes[i] === 1 ? 1 : 0];
      return two * second - (5 / 8) * two - (5 / 8) * second + 25 / 64;
    });
    const variance = total(design, score, { level: 0.95 }).covariance[0] as number;
    expectNear(plain.statistic, (7 / 8) ** 2 / variance);
  });

  it("is over the table's k, and adjusted by (df - k + 1) / df", () => {
    const rows = drawnSurvey(3, { strata: 2, clusters: 12, rows: 20 });
    const levels = factor(rows.map(({ y }) => Math.min(4, Math.floor(y / 1.5))));
    const table = cellTotals(designOfRows(rows), groupOf(rows), levels);
    const plain = waldIndependenceTest(table, "wald");
    const adjusted = waldIndependenceTest(table, "adjusted-wald");
    expect([plain.df1, plain.df2, adjusted.df1, adjusted.df2]).toEqual([3, 22, 3, 20]);
    expectNear(adjusted.statistic, (plain.statistic * 20) / 22);
    expect(adjusted.p).toBeGreaterThan(plain.p);
  });

  it("throws where degrees of freedom are too few or the covariance is singular", () => {
    const table = { ...cellTotals(design, row, column), df: 0 };
    const message = "0 degrees of freedom are too few for a table of 2 by 2";
    expect(() => waldIndependenceTest(table, "wald")).toThrow(new RangeError(message));
    expect(() => waldIndependenceTest(table, "adjusted-wald")).toThrow(new RangeError(message));
    const none = { ...table, covariance: new Float64Array(16), totals: numbers(2, 1, 1, 4), df: 7 };
    expect(() => waldIndependenceTest(none, "wald")).toThrow(RangeError);
  });
});
