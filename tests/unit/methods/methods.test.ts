import { describe, expect, it } from "vitest";
import { DIFFERENCES, differenceRows } from "../../../src/methods/differences-from-r/index.js";
import { differenceResults } from "../../../src/methods/differences-from-r/results.js";
import { coverageRows } from "../../../src/methods/intervals/coverage.js";
import { coverageLines } from "../../../src/methods/intervals/figures.js";
import {
  COVERAGE_METHODS,
  type CoverageMethod,
  NOMINAL,
  SAMPLE_SIZES,
  TRUTH,
} from "../../../src/methods/intervals/options.js";
import { intervalResults, reliabilityThresholds } from "../../../src/methods/intervals/results.js";
import { clopperPearson } from "../../../src/stats/intervals/clopper-pearson.js";

const covered = (method: CoverageMethod, truth: number, n: number) =>
  coverageRows().find((row) => row.method === method && row.truth === truth && row.n === n)?.coverage;

/** The probability of x of n, by the product of its terms. */
function binomial(x: number, n: number, p: number): number {
  let probability = (1 - p) ** (n - x);
  for (let i = 1; i <= x; i++) probability *= ((n - x + i) / i) * p;
  return probability;
}

describe("how often intervals hold the truth", () => {
  it("has a row for each method, share and sample size, and one for the exact method", () => {
    const all = COVERAGE_METHODS.length * TRUTH.options.length * SAMPLE_SIZES.length;
    expect(coverageRows().length).toBe(all);
    expect(new Set(coverageRows().map(({ method, truth, n }) => `${method} ${truth} ${n}`)).size).toBe(all);
  });

  it("is for Wald's at 2% of twenty the probability of one to four who say yes", () => {
    // By hand: nobody has no interval, and 0.25 less 2.093 √(0.25 × 0.75 / 19) is 0.042, above 0.02.
    const sum = [1, 2, 3, 4].reduce((all, x) => all + binomial(x, 20, 0.02), 0);
    expect(covered("wald", 2, 20)).toBeCloseTo(100 * sum, 9);
  });

  it.each([
    [2, 20],
    [5, 50],
    [20, 100],
    [50, 200],
  ])("is for Clopper-Pearson's at %i percent of %i the sum over every sample that holds it", (truth, n) => {
    const p = truth / 100;
    let sum = 0;
    for (let x = 0; x <= n; x++) {
      const { low, high } = clopperPearson(x, n, 0.95);
      if (low <= p && p <= high) sum += binomial(x, n, p);
    }
    expect(covered("clopper-pearson", truth, n)).toBeCloseTo(100 * sum, 8);
  });

  it("is never below the claim for Clopper-Pearson's, which is its definition", () => {
    for (const { percent: truth } of TRUTH.options)
      for (const n of SAMPLE_SIZES)
        expect(covered("clopper-pearson", truth, n)).toBeGreaterThanOrEqual(NOMINAL);
  });

  it("has a line a method for one share, with its least and greatest, sizes in order", () => {
    const lines = coverageLines(coverageRows(), 10);
    expect(lines.map(({ method }) => method)).toEqual(COVERAGE_METHODS.map(({ method }) => method));
    for (const { method, coverage, low, high } of lines) {
      expect(coverage.map(({ n }) => n)).toEqual([...SAMPLE_SIZES]);
      const percents = SAMPLE_SIZES.map((n) => covered(method, 10, n));
      expect(coverage.map(({ percent }) => percent)).toEqual(percents);
      expect([low, high]).toEqual([Math.min(...(percents as number[])), Math.max(...(percents as number[]))]);
    }
    expect(coverageLines(coverageRows(), 11)).toEqual([]);
  });
});

describe("the thresholds of reliability", () => {
  it("are those of Parker and others (2017): 30 interviews, 5 and 30 points, 130%, 8 degrees of freedom", () => {
    const found = reliabilityThresholds();
    expect([found.interviews, found.effective, found.df]).toEqual([30, 30, 8]);
    expect(found.shownWidth).toBeCloseTo(5, 3);
    expect(found.suppressedWidth).toBeCloseTo(30, 3);
    expect(found.relativeWidth).toBeCloseTo(130, 3);
  });
});

describe("the differences from R", () => {
  const rows = differenceRows();

  it("are all in the table, each under an id and a heading of its own", () => {
    const all = DIFFERENCES.flatMap(({ differences }) => differences);
    expect(rows.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(new Set(rows.map(({ topic }) => topic)).size).toBe(rows.length);
    for (const { id } of rows) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });

  it("say in whole sentences what R does, what is done here and why", () => {
    for (const { r_does, we_do, why } of rows)
      for (const text of [r_does, we_do, why]) expect(text).toMatch(/^[A-Z].*\.$/s);
  });

  it("show the number of each side, or what is said instead", () => {
    const row = (id: string) => rows.find((r) => r.id === id);
    expect(row("lowest-quantile")).toMatchObject({ r_number: 3, our_number: 2, r_gives: "3", we_give: "2" });
    expect(row("negative-weights")).toMatchObject({ our_number: null, r_gives: "−1.19", we_give: "refused" });
    expect(row("nobody-says-yes")).toMatchObject({ r_number: null, r_gives: "no number", we_give: "0.265" });
    for (const { id, r_number, our_number, r_gives, we_give } of rows) {
      for (const [number, shown] of [
        [r_number, r_gives],
        [our_number, we_give],
      ] as const)
        expect(/\d/.test(shown), `${id}: ${shown}`).toBe(number !== null);
      expect(r_gives, id).not.toBe(we_give);
    }
  });
});

it("the results on methods are those of the rows", () => {
  const results = new Map(
    [...differenceResults(), ...intervalResults()].map((result) => [result.id, result.value]),
  );
  expect(results.get("methods.differences")).toBe(differenceRows().length);
  expect(results.get("coverage.fewest")).toBe(20);
  expect(results.get("coverage.most")).toBe(2000);
  expect(results.get("coverage.wald.least")).toBe(
    Math.min(...coverageRows().flatMap((row) => (row.method === "wald" ? [row.coverage] : []))),
  );
  expect(results.get("reliability.df")).toBe(8);
});
