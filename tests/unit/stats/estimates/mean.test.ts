import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrap } from "../../../../src/stats/design/bootstrap.js";
import { factor } from "../../../../src/stats/design/factor.js";
import { jackknife } from "../../../../src/stats/design/jackknife.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import type { Estimate } from "../../../../src/stats/estimates/estimate.js";
import { mean } from "../../../../src/stats/estimates/mean.js";
import { ratio } from "../../../../src/stats/estimates/ratio.js";
import { expectAllNear, expectNear } from "../near.js";
import { column, designOfRows, drawnSurvey, groupOf, numbers, surveys } from "../sample.js";

const level = 0.95;
const first = ({ estimates }: { estimates: readonly Estimate[] }) => estimates[0] as Estimate;

describe("a mean, by hand", () => {
  it("of a simple random sample", () => {
    // 1, 2, 6: mean 3, s² = 14 / 2 = 7, variance 7 / 3. t with 2 degrees of freedom at 0.975 is 4.302653.
    const found = first(mean(surveyDesign({ n: 3 }), numbers(1, 2, 6), { level }));
    expect(found).toMatchObject({
      ...{ statistic: "mean", by: {}, n: 3, weightedN: 3, estimate: 3, df: 2, level, method: "t" },
      ...{ deff: null, deffReference: null, reliability: null },
    });
    expectNear(found.standardError, Math.sqrt(7 / 3));
    expectNear(found.low, 3 - 4.30265272974946 * Math.sqrt(7 / 3));
    expectNear(found.high, 3 + 4.30265272974946 * Math.sqrt(7 / 3));
    expectNear(found.cv, Math.sqrt(7 / 3) / 3);
    // s² over the variance: as many interviews as there are.
    expectNear(found.effectiveN, 3);
  });

  it("with weights", () => {
    // Weights 1, 1, 2 of 1, 3, 6: (1 + 3 + 12) / 4 = 4. Scores w (y - 4) / 4: -3/4, -1/4, 1; squares 26/16; times 3/2: 39/16.
    const found = first(mean(surveyDesign({ weights: [1, 1, 2] }), numbers(1, 3, 6), { level }));
    expectNear(found.estimate, 4);
    expect(found.weightedN).toBe(4);
    expectNear(found.standardError, Math.sqrt(39) / 4);
    // s² = (9 + 1 + 2 * 4) / 4 * 3 / 2 = 27/4, over 39/16: 36/13.
    expectNear(found.effectiveN, 36 / 13);
  });

  it("with strata", () => {
    // a: 1, 3; b: 5, 11: mean 5. Scores / 4: -1, -1/2 about -3/4 and 0, 3/2 about 3/4: 2 * 2/16 + 2 * 18/16 = 5/2.
    const found = first(
      mean(surveyDesign({ strata: factor(["a", "a", "b", "b"]) }), numbers(1, 3, 5, 11), { level }),
    );
    expectNear(found.estimate, 5);
    expectNear(found.standardError, Math.sqrt(5 / 2));
    expect(found.df).toBe(2);
  });

  it("with clusters and a finite population", () => {
    // Clusters 1, 3 | 8 | 4 of four values, mean 4: sums of (y - 4) / 4: -1, 1, 0; squares 2 * 3 / 2 = 3; 3 of 12 leaves 3/4.
    const design = surveyDesign({
      clusters: factor(["x", "x", "y", "z"]),
      populationSizes: [12, 12, 12, 12],
    });
    const found = first(mean(design, numbers(1, 3, 8, 4), { level }));
    expectNear(found.standardError, 1.5);
    expect(found).toMatchObject({ n: 4, weightedN: 16, df: 2 });
  });

  it("by groups, with their covariance", () => {
    // p: 1, 3 (mean 2); q: 6, 10 (mean 8). Scores: -1/2, 1/2 and -1, 1 sum to 0, so that their means are 0:
    // 4/3 * 1/2 = 2/3, 4/3 * 2 = 8/3, and no covariance.
    const by = [factor(["p", "p", "q", "q"], { name: "half" })];
    const { estimates, covariance } = mean(surveyDesign({ n: 4 }), numbers(1, 3, 6, 10), { level, by });
    expect(estimates.map(({ by: at, n, estimate, df }) => [at, n, estimate, df])).toEqual([
      [{ half: "p" }, 2, 2, 1],
      [{ half: "q" }, 2, 8, 1],
    ]);
    expectAllNear(covariance, [2 / 3, 0, 0, 8 / 3]);
  });

  it("of a domain, whose other rows stay in the design as zeros", () => {
    // Rows 1 and 2 of four: mean 2, scores -1/2, 1/2, 0, 0: 4/3 * 1/2, and not 2 * 1/2.
    const found = first(
      mean(surveyDesign({ n: 4 }), numbers(1, 3, 6, 10), { level, domain: [true, true, false, false] }),
    );
    expectNear(found.standardError, Math.sqrt(2 / 3));
    expect(found).toMatchObject({ n: 2, df: 1 });
  });

  it("is exactly what everybody answered, without an interval", () => {
    // (0.1 + 0.1 + 0.1) / 3 is not 0.1 in doubles.
    const by = [factor(["p", "q", "q", "q"])];
    const { estimates } = mean(surveyDesign({ n: 4, weights: [2, 1, 1, 1] }), numbers(5, 0.1, 0.1, 0.1), {
      level,
      by,
    });
    expect(estimates[1]).toMatchObject({
      estimate: 0.1,
      standardError: 0,
      low: null,
      high: null,
      method: null,
    });
    expect(estimates[1]?.effectiveN).toBeNull();
  });
});

describe("a mean throws", () => {
  const design = surveyDesign({ n: 2 });
  const y = numbers(1, 2);
  it.each<[string, () => unknown]>([
    ["the level must be between 0 and 1, not 95", () => mean(design, y, { level: 95 })],
    ["a column of 3 rows for a design of 2", () => mean(design, numbers(1, 2, 3), { level })],
    ["a column of 1 rows for a design of 2", () => mean(design, y, { level, by: [factor(["a"])] })],
    ["a column of 3 rows for a design of 2", () => mean(design, y, { level, domain: [1, 0, 1] })],
    ["row 2 has an infinite answer", () => mean(design, numbers(1, -Infinity), { level })],
    [
      "the weights sum to 2 over 2 interviews, so that they do not tell the size of a population; a design effect without replacement needs weights that do",
      () => mean(design, y, { level, deffReference: "without-replacement" }),
    ],
  ])("%s", (message, call) => {
    expect(call).toThrow(new RangeError(message));
  });
});

describe("a mean", () => {
  const run = { seed: 1, numRuns: 60 };

  it("in a domain is the ratio over the whole sample of y where in it to 1 where in it", () => {
    fc.assert(
      fc.property(surveys, (rows) => {
        const design = designOfRows(rows);
        const y = column(rows, "y");
        const inside = rows.map(({ group }, i) => (group === "p" || i === 0 ? 1 : 0));
        const domain = first(mean(design, y, { level, domain: inside }));
        const over = first(
          ratio(
            design,
            y.map((value, i) => value * (inside[i] as number)),
            Float64Array.from(inside),
            { level },
          ),
        );
        expectNear(domain.estimate, over.estimate, { absolute: 1e-12 });
        expectNear(domain.standardError, over.standardError, { absolute: 1e-12 });
      }),
      run,
    );
  });

  it("does not depend on the scale of the weights", () => {
    fc.assert(
      fc.property(surveys, fc.constantFrom(0.001, 3, 1e6), (rows, scale) => {
        const options = { level, by: [groupOf(rows)], deffReference: "with-replacement" } as const;
        const found = mean(designOfRows(rows), column(rows, "y"), options);
        const scaled = mean(designOfRows(rows, { scale }), column(rows, "y"), options);
        expectAllNear(scaled.covariance, found.covariance, { absolute: 1e-12 });
        scaled.estimates.forEach((estimate, g) => {
          expectNear(estimate.estimate, found.estimates[g]?.estimate as number, { absolute: 1e-12 });
          expect(estimate.df).toBe(found.estimates[g]?.df);
          if (estimate.deff !== null && estimate.deff > 1e-9)
            expectNear(estimate.deff, found.estimates[g]?.deff as number, { relative: 1e-6 });
        });
      }),
      run,
    );
  });

  it("does not depend on the order of the rows or the names of strata and clusters", () => {
    fc.assert(
      fc.property(
        surveys.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          const renamed = shuffled.map((row) => ({
            ...row,
            // Strata in the other order, clusters each of a name of their own.
            stratum: `t${9 - Number(row.stratum.slice(1))}`,
            cluster: `${row.cluster} of ${row.stratum}`,
          }));
          const found = mean(designOfRows(rows), column(rows, "y"), { level, by: [groupOf(rows)] });
          const other = mean(designOfRows(renamed), column(renamed, "y"), { level, by: [groupOf(renamed)] });
          expectAllNear(other.covariance, found.covariance, { relative: 1e-10, absolute: 1e-12 });
          expect(other.estimates.map(({ n, df }) => [n, df])).toEqual(
            found.estimates.map(({ n, df }) => [n, df]),
          );
          other.estimates.forEach(({ estimate }, g) => {
            expectNear(estimate, found.estimates[g]?.estimate as number, {
              relative: 1e-12,
              absolute: 1e-12,
            });
          });
        },
      ),
      run,
    );
  });

  it("keeps its digits where the variable is far from 0", () => {
    // 2^52 + 1, 2, 6: as 1, 2, 6. The sum is beyond whole numbers in doubles.
    const far = 2 ** 52;
    const found = first(mean(surveyDesign({ n: 3 }), numbers(far + 1, far + 2, far + 6), { level }));
    expect(found.estimate).toBe(far + 3);
    expectNear(found.standardError, Math.sqrt(7 / 3));
  });

  it("lies in its interval, which is wider at a higher level", () => {
    fc.assert(
      fc.property(surveys, (rows) => {
        const at = (of: number) => first(mean(designOfRows(rows), column(rows, "y"), { level: of }));
        const [narrow, wide] = [at(0.8), at(0.99)];
        if (narrow.low === null || narrow.high === null || wide.low === null || wide.high === null) return;
        expect(narrow.low).toBeLessThan(narrow.estimate);
        expect(narrow.high).toBeGreaterThan(narrow.estimate);
        expect(wide.low).toBeLessThan(narrow.low);
        expect(wide.high).toBeGreaterThan(narrow.high);
      }),
      run,
    );
  });

  it("has by the jackknife the standard error of linearisation but for terms of order 1 / clusters", () => {
    const rows = drawnSurvey(7, { strata: 3, clusters: 40, rows: 5 });
    const design = designOfRows(rows);
    const linear = first(mean(design, column(rows, "y"), { level })).standardError;
    for (const mse of [true, false]) {
      const left = first(mean(jackknife(design, { method: "JKn", mse }), column(rows, "y"), { level }));
      expectNear(left.standardError, linear, { relative: 1 / 120 });
      expect(left.df).toBe(117);
    }
  });

  it("has by the bootstrap the standard error of linearisation but for 1 / sqrt(2 R) of simulation", () => {
    const rows = drawnSurvey(8, { strata: 3, clusters: 40, rows: 5 });
    const design = designOfRows(rows);
    const made = bootstrap(design, { replicates: 1000, seed: 3, mse: false });
    expectNear(
      first(mean(made, column(rows, "y"), { level })).standardError,
      first(mean(design, column(rows, "y"), { level })).standardError,
      // Three times 1 / sqrt(2000).
      { relative: 0.067 },
    );
  });
});
