import { describe, expect, it } from "vitest";
import { clopperPearson } from "../../src/stats/intervals/clopper-pearson.js";
import { imbensManskiInterval } from "../../src/stats/intervals/imbens-manski.js";
import { type IntervalMethod, proportionInterval } from "../../src/stats/intervals/proportion-interval.js";
import { expectSame, itMatchesLiveR, readFixture } from "./compare.js";

type Ends = "logit" | "xlogit" | "beta" | "asin" | "mean" | "other" | "wilson";
type Row = Readonly<
  Record<"p" | "variance" | "n" | "df" | "level" | "otherDf" | `${Ends}Low` | `${Ends}High`, number>
>;

const fixture = readFixture<{
  readonly r: string;
  readonly survey: string;
  readonly proportions: readonly Row[];
  readonly exact: readonly Record<"x" | "n" | "level" | "low" | "high", number>[];
  readonly critical: readonly Record<"width" | "level" | "critical", number>[];
}>("proportion-intervals");

const ROWS = fixture.proportions.filter((row) => row.variance > 0);

/** Holds the ends of a method against those of R's. */
function compare(method: IntervalMethod, ends: Ends, tolerance: number, rows = ROWS): void {
  expect(rows.length).toBeGreaterThan(50);
  for (const row of rows) {
    const found = proportionInterval({ ...row, df: ends === "other" ? row.otherDf : row.df, method });
    expectSame(found?.low ?? Number.NaN, row[`${ends}Low`], { ...row, method }, tolerance);
    expectSame(found?.high ?? Number.NaN, row[`${ends}High`], { ...row, method }, tolerance);
  }
}

describe(`intervals of proportions against survey ${fixture.survey} on ${fixture.r}`, () => {
  it("has logit intervals as svyciprop's xlogit, also with degrees of freedom of our own", () => {
    compare("logit", "xlogit", 1e-9);
    compare("logit", "other", 1e-9);
  });

  it("has logit intervals as svyciprop's logit, which fits a logistic model, to 1e-6", () => {
    compare("logit", "logit", 1e-6);
  });

  it("has beta intervals as svyciprop's beta", () => {
    compare("beta", "beta", 1e-9);
  });

  it("has arcsine intervals as svyciprop's asin, where these stay within 0 and 1", () => {
    const within = (row: Row) =>
      row.asinLow < row.p && row.asinHigh > row.p && row.meanLow > 0 && row.meanHigh < 1;
    compare("arcsine", "asin", 1e-9, ROWS.filter(within));
  });

  it("has Wald intervals as svyciprop's mean", () => {
    compare("wald", "mean", 1e-9);
  });

  it("has Wilson intervals with ends where the score test is met exactly", () => {
    compare("wilson", "wilson", 1e-9);
  });

  it("has no interval where a stratified design leaves no variance, for which R gives a width of 0", () => {
    const known = fixture.proportions.filter((row) => row.variance === 0);
    expect(known.length).toBeGreaterThan(0);
    for (const row of known) {
      expect(row.betaLow).toBe(0.5);
      for (const method of ["logit", "beta", "wilson", "arcsine", "wald"] as const)
        expect(proportionInterval({ ...row, method })).toBeNull();
    }
  });

  it("has Clopper-Pearson intervals as binom.test", () => {
    for (const row of fixture.exact) {
      const { low, high } = clopperPearson(row.x, row.n, row.level);
      expectSame(low, row.low, row);
      expectSame(high, row.high, row);
    }
  });

  it("has the critical values of Imbens and Manski that uniroot finds", () => {
    for (const { width, level, critical } of fixture.critical) {
      const found = imbensManskiInterval({
        lower: 0,
        upper: width,
        standardErrorLower: 0.5,
        standardErrorUpper: 1,
        level,
      });
      expectSame(found.critical, critical, { width, level }, 1e-9, 1e-12);
      expectSame(found.low, -critical / 2, { width, level }, 1e-9, 1e-12);
      expectSame(found.high, width + critical, { width, level });
    }
  });
});

itMatchesLiveR("proportion-intervals", { tolerance: 1e-9 });
