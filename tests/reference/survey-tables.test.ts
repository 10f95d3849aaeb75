import { describe, expect, it } from "vitest";
import { cellTotals } from "../../src/stats/estimates/cell-totals.js";
import { raoScottTest } from "../../src/stats/testing/rao-scott.js";
import { waldIndependenceTest } from "../../src/stats/testing/wald-independence.js";
import { expectSame } from "./compare.js";
import { domainOf, factorOf } from "./designs.js";
import { type Case, casesOf, MADE_BY, nameOf, sampleOf } from "./survey-fixture.js";

interface Test {
  readonly statistic: number;
  readonly df: readonly number[];
  readonly p: number;
}

type TableCase = Case<
  Record<"F" | "Chisq" | "Wald" | "adjWald", Test> & {
    readonly dim: readonly [number, number];
    readonly df: number;
    readonly n: number;
  }
> & { readonly rows: string; readonly columns: string };

const cases = casesOf<TableCase>("chisq");

function tableOf(each: TableCase) {
  const { dataset, design } = sampleOf(each);
  const table = cellTotals(
    design,
    factorOf(dataset, each.rows),
    factorOf(dataset, each.columns),
    domainOf(dataset, each.domain),
  );
  expect([table.rows.length, table.columns.length, table.n, table.df]).toEqual([
    ...each.expected.dim,
    each.expected.n,
    each.expected.df,
  ]);
  return table;
}

describe(`tests of independence against ${MADE_BY}`, () => {
  it("compares tables of 2 by 2 to 3 by 4, with answers that nobody of a domain gave", () => {
    expect(cases.length).toBeGreaterThan(75);
    const sizes = new Set(cases.map(({ expected }) => expected.dim.join(" by ")));
    for (const size of ["2 by 2", "2 by 3", "3 by 3", "3 by 4"]) expect(sizes).toContain(size);
    const narrower = cases.filter(({ columns, expected }) => columns === "cat4" && expected.dim[1] < 4);
    expect(narrower.length).toBeGreaterThan(5);
  });

  it('has the second-order Rao-Scott test as svychisq with statistic "F"', () => {
    for (const each of cases) {
      const found = raoScottTest(tableOf(each), "second");
      const { statistic, df, p } = each.expected.F;
      expectSame(found.statistic, statistic, nameOf(each));
      expectSame(found.df1, df[0] as number, nameOf(each));
      expectSame(found.df2 ?? Number.NaN, df[1] as number, nameOf(each));
      expectSame(found.p, p, nameOf(each), 1e-8, 0);
    }
  });

  it('has the first-order Rao-Scott test as svychisq with statistic "Chisq"', () => {
    for (const each of cases) {
      const table = tableOf(each);
      const found = raoScottTest(table, "first");
      const { statistic, df, p } = each.expected.Chisq;
      expectSame(found.p, p, nameOf(each), 1e-8, 0);
      expect(found.df1).toBe(df[0]);
      // R prints X² before its correction: second-order F is it over the sum of the design effects, ours over their mean.
      const sum = statistic / each.expected.F.statistic;
      expectSame(found.statistic, statistic / (sum / found.df1), nameOf(each));
    }
  });

  it('has the Wald test as svychisq with statistic "Wald"', () => {
    for (const each of cases) {
      const found = waldIndependenceTest(tableOf(each), "wald");
      const { statistic, df, p } = each.expected.Wald;
      expectSame(found.statistic, statistic, nameOf(each), 1e-8);
      expect([found.df1, found.df2]).toEqual(df);
      expectSame(found.p, p, nameOf(each), 1e-7, 0);
    }
  });

  it('has the adjusted Wald test as svychisq with statistic "adjWald"', () => {
    for (const each of cases) {
      const { statistic, df, p } = each.expected.adjWald;
      const found = waldIndependenceTest(tableOf(each), "adjusted-wald");
      expectSame(found.statistic, statistic, nameOf(each), 1e-8);
      expect([found.df1, found.df2]).toEqual(df);
      expectSame(found.p, p, nameOf(each), 1e-7, 0);
    }
  });
});
