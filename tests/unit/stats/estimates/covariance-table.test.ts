import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { contrast } from "../../../../src/stats/estimates/contrast.js";
import { covarianceTable, readCovarianceTable } from "../../../../src/stats/estimates/covariance-table.js";
import { mean } from "../../../../src/stats/estimates/mean.js";
import { proportion } from "../../../../src/stats/estimates/proportion.js";
import { ratioOfEstimates } from "../../../../src/stats/estimates/ratio-of-estimates.js";

/** Forty interviews in two strata and eight clusters of which all groups have some, and nobody is in "none". */
const design = surveyDesign({
  weights: Float64Array.from({ length: 40 }, (_, i) => 1 + ((i * 37) % 11) / 7),
  strata: factor(Array.from({ length: 40 }, (_, i) => (i < 20 ? "a" : "b"))),
  clusters: factor(Array.from({ length: 40 }, (_, i) => Math.floor(i / 5))),
});
const group = factor(
  Array.from({ length: 40 }, (_, i) => ["x", "y", "z"][(i * i) % 3] ?? null),
  { name: "group", levels: ["x", "y", "none", "z"] },
);
const y = Float64Array.from({ length: 40 }, (_, i) => ((i * 29) % 13) + (i % 4));
const estimates = mean(design, y, {
  by: [
    factor(
      Array.from({ length: 40 }, (_, i) => ["x", "y", "z"][(i * 5 + Math.floor(i / 7)) % 3]),
      { name: "group", levels: ["x", "y", "none", "z"] },
    ),
  ],
  level: 0.9,
  deffReference: "with-replacement",
});
const sent = (table: unknown): unknown => JSON.parse(JSON.stringify(table));
const X = 0;
const Y = 1;
const NONE = 2;
const Z = 3;

describe("a table of estimates", () => {
  const table = covarianceTable(estimates, { pairDf: true, sets: [[Z, X, Y]] });

  it("is read as the estimates that it was made of, also from JSON", () => {
    const read = readCovarianceTable(sent(table));
    expect(read.estimates).toEqual(estimates.estimates);
    expect(read.estimates[NONE]?.estimate).toBeNaN();
    expect(read.covariance).toEqual(estimates.covariance);
    for (let a = 0; a < 4; a++)
      for (let b = 0; b < 4; b++)
        expect(read.degreesOfFreedom([a, b])).toBe(estimates.degreesOfFreedom([a, b]));
  });

  it("is read with the intervals and flags of proportions", () => {
    const shares = proportion(
      design,
      y.map((value) => (value > 6 ? 1 : 0)),
      {
        by: [group],
        level: 0.95,
        interval: "beta",
      },
    );
    expect(readCovarianceTable(sent(covarianceTable(shares))).estimates).toEqual(shares.estimates);
  });

  it("gives differences, contrasts and ratios as the interviews give them", () => {
    const read = readCovarianceTable(sent(table));
    fc.assert(
      fc.property(fc.integer({ min: -4, max: 4 }), fc.integer({ min: 1, max: 4 }), (a, b) => {
        const at = { level: 0.95 };
        for (const coefficients of [
          [a, b, 0, 0],
          [a, 0, 0, b],
          [a, b, 0, -b],
        ])
          expect(contrast(read, coefficients, at)).toEqual(contrast(estimates, coefficients, at));
        expect(ratioOfEstimates(read, X, Z, at)).toEqual(ratioOfEstimates(estimates, X, Z, at));
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  it("holds the covariances of different groups, which share clusters", () => {
    expect(estimates.covariance[Y * 4 + X]).not.toBe(0);
    expect(table.covariance).toHaveLength(10);
    expect(table.covariance[1]).toBe(estimates.covariance[4]);
  });

  it("tells degrees of freedom of sets that it holds, in any order, and of no others", () => {
    const singles = readCovarianceTable(covarianceTable(estimates));
    expect(singles.degreesOfFreedom([X])).toBe(estimates.estimates[X]?.df);
    expect(singles.degreesOfFreedom([Z, NONE, Y, X, X])).toBe(6);
    expect(() => singles.degreesOfFreedom([Y, X])).toThrow(
      new RangeError(
        "the table holds no degrees of freedom of the estimates 0, 1 together; make it with `pairDf` or `sets`",
      ),
    );
    const read = readCovarianceTable(table);
    expect(read.degreesOfFreedom([Y, X, Z])).toBe(estimates.degreesOfFreedom([X, Y, Z]));
    expect(() => read.degreesOfFreedom([X, Y, NONE])).toThrow(RangeError);
  });

  it("keeps degrees of freedom without end", () => {
    const endless = {
      ...estimates,
      estimates: estimates.estimates.map((estimate) => ({ ...estimate, df: Infinity })),
      degreesOfFreedom: () => Infinity,
    };
    const read = readCovarianceTable(sent(covarianceTable(endless, { pairDf: true })));
    expect(read.estimates[X]?.df).toBe(Infinity);
    expect(read.degreesOfFreedom([X, Y])).toBe(Infinity);
  });
});

describe("a suppressed estimate", () => {
  const table = covarianceTable(estimates, {
    pairDf: true,
    suppress: ({ n }, place) => n === 0 || place === Y,
  });
  const read = readCovarianceTable(sent(table));

  it("leaves nothing of itself in the table", () => {
    expect(table.rows.map((row) => row === null)).toEqual([false, true, true, false]);
    const [, , suppressedY] = table.covariance;
    expect(suppressedY).toBe("suppressed");
    expect(table.covariance.filter((value) => value !== "suppressed")).toEqual(
      [0, 12, 15].map((at) => estimates.covariance[at]),
    );
    expect(table.degreesOfFreedom.some(({ of }) => of.includes(Y) || of.includes(NONE))).toBe(false);
    expect(JSON.stringify(table)).not.toContain(`"y"`);
  });

  it("is an error to read, and to compare", () => {
    const suppressed = new RangeError("estimate 1 is suppressed");
    expect(() => read.estimates[Y]).toThrow(suppressed);
    expect(() => read.estimates.map(({ estimate }) => estimate)).toThrow(suppressed);
    expect(() => contrast(read, [1, -1, 0, 0], { level: 0.95 })).toThrow(suppressed);
    expect(() => ratioOfEstimates(read, Y, Z, { level: 0.95 })).toThrow(suppressed);
    expect(() => read.degreesOfFreedom([X, Y])).toThrow(suppressed);
    expect(read.covariance[Y * 4 + Y]).toBeNaN();
    expect([X, Y, NONE, Z].map(read.isSuppressed)).toEqual([false, true, true, false]);
  });

  it("leaves the others as they are", () => {
    const at = { level: 0.95 };
    expect(contrast(read, [-1, 0, 0, 1], at)).toEqual(contrast(estimates, [-1, 0, 0, 1], at));
  });

  it("cannot be in a set whose degrees of freedom are asked for", () => {
    expect(() => covarianceTable(estimates, { sets: [[X, Y]], suppress: (_, place) => place === Y })).toThrow(
      new RangeError("there is no estimate 1 to publish among 4"),
    );
  });
});

describe("an object that is no table is refused", () => {
  const table = covarianceTable(estimates) as unknown as Record<string, unknown> & {
    rows: Record<string, unknown>[];
  };
  it.each([
    ["null", null, "this is no table of estimates: it is no object"],
    ["another version", { ...table, version: 2 }, "a table of estimates of version 2; expected 1"],
    ["no statistic", { ...table, statistic: 1 }, "this is no table of estimates: it names no statistic"],
    [
      "a level of 95",
      { ...table, level: 95 },
      "this is no table of estimates: its level is 95, not between 0 and 1",
    ],
    ["no rows", { ...table, rows: [] }, "this is no table of estimates: it has no rows"],
    [
      "a short triangle",
      { ...table, covariance: [1] },
      "this is no table of estimates: its covariance is not the lower triangle of 4 rows",
    ],
    [
      "a row without a standard error",
      { ...table, rows: [{ ...table.rows[0], standardError: "0.1" }, ...table.rows.slice(1)] },
      "this is no table of estimates: row 0 has no standardError",
    ],
    [
      "a covariance of what is suppressed",
      { ...table, rows: [null, ...table.rows.slice(1)] },
      /^this is no table of estimates: its covariance of 0 and 0 is [\d.]+$/,
    ],
    [
      "a variance that is not the standard error's",
      { ...table, rows: [{ ...table.rows[0], standardError: 0.1 }, ...table.rows.slice(1)] },
      "this is no table of estimates: its variance of 0 is not the square of the standard error",
    ],
    [
      "degrees of freedom of a fifth row",
      { ...table, degreesOfFreedom: [{ of: [4], df: 1 }] },
      "this is no table of estimates: degrees of freedom are of a row 4",
    ],
  ])("%s", (_, object, message) => {
    expect(() => readCovarianceTable(object)).toThrow(RangeError);
    expect(() => readCovarianceTable(object)).toThrow(message);
  });

  it("nor are estimates of two kinds put in one", () => {
    const [first, ...rest] = estimates.estimates;
    if (!first) throw new Error("an estimate");
    expect(() => covarianceTable({ ...estimates, estimates: [{ ...first, level: 0.8 }, ...rest] })).toThrow(
      RangeError,
    );
    expect(() => covarianceTable({ ...estimates, estimates: [] })).toThrow(RangeError);
  });
});
