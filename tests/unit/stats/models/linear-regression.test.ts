import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { jackknife } from "../../../../src/stats/design/jackknife.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { mean } from "../../../../src/stats/estimates/mean.js";
import { linearRegression } from "../../../../src/stats/models/linear-regression.js";
import type { Regression } from "../../../../src/stats/models/regression.js";
import { tQuantile } from "../../../../src/stats/numeric/distributions.js";
import { byFactor, byNumber, clusteredSample, pick, pickFactor } from "./samples.js";

const level = { level: 0.95 };
const estimates = ({ terms }: Regression) => terms.map(({ estimate }) => estimate);

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-11): void {
  expect(found.length).toBe(expected.length);
  const size = Array.from(expected).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let i = 0; i < expected.length; i++)
    expect(Math.abs((found[i] as number) - (expected[i] as number))).toBeLessThanOrEqual(tolerance * size);
}

describe("linearRegression", () => {
  it("has slope, intercept and standard errors of four points as worked out by hand", () => {
    // x 0 1 2 3, y 0 2 1 3: slope Sxy / Sxx = 4 / 5, intercept 1.5 - 1.2; residuals -.3, .9, -.9, .3. The sandwich of the
    // slope is n / (n - 1) Σ (x - 1.5)² r² / Sxx² = 4/3 (2.25 · .09 · 2 + .25 · .81 · 2) / 25 = 0.0432.
    const found = linearRegression(
      surveyDesign({ n: 4 }),
      Float64Array.of(0, 2, 1, 3),
      [byNumber("x", [0, 1, 2, 3])],
      level,
    );
    expectClose(estimates(found), [0.3, 0.8]);
    expect(found.terms[1]?.standardError).toBeCloseTo(Math.sqrt(0.0432), 13);
    expect(found.df).toBe(2);
    const t = 0.8 / Math.sqrt(0.0432);
    expect(found.terms[1]?.t).toBeCloseTo(t, 12);
    // Student's t with 2 degrees of freedom: p = 1 - t / √(2 + t²), two-sided.
    expect(found.terms[1]?.p).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 12);
    expect(found.terms[1]?.high).toBeCloseTo(0.8 + tQuantile(0.975, 2) * Math.sqrt(0.0432), 12);
    expect(found.terms.map(({ term }) => term)).toEqual(["(Intercept)", "x"]);
    expect([found.n, found.weightedN, found.level]).toEqual([4, 4, 0.95]);
  });

  it("without terms is the mean with its standard error", () => {
    const { design, score } = clusteredSample();
    const expected = mean(design, score, level).estimates[0];
    const found = linearRegression(design, score, [], level);
    expect(found.terms[0]?.estimate).toBeCloseTo(expected?.estimate as number, 12);
    expect(found.terms[0]?.standardError).toBeCloseTo(expected?.standardError as number, 12);
    expect(found.terms[0]?.low).toBeCloseTo(expected?.low as number, 12);
    expect([found.df, found.n]).toEqual([expected?.df, expected?.n]);
  });

  it("of one factor has the means of its groups, with the covariance between them", () => {
    const { design, score, region } = clusteredSample();
    const found = linearRegression(design, score, [byFactor("region", region)], level);
    const groups = mean(design, score, { ...level, by: [region] });
    const [a, b, c] = groups.estimates.map(({ estimate }) => estimate) as [number, number, number];
    expect(found.terms.map(({ term }) => term)).toEqual(["(Intercept)", "regionnorth", "regionsouth"]);
    expectClose(estimates(found), [a, b - a, c - a]);
    const v = (i: number, j: number) => groups.covariance[i * 3 + j] as number;
    const contrast = (i: number, j: number) => v(i, j) - v(0, j) - v(i, 0) + v(0, 0);
    expectClose(found.covariance, [
      v(0, 0),
      v(0, 1) - v(0, 0),
      v(0, 2) - v(0, 0),
      v(0, 1) - v(0, 0),
      contrast(1, 1),
      contrast(1, 2),
      v(0, 2) - v(0, 0),
      contrast(1, 2),
      contrast(2, 2),
    ]);
  });

  it("counts degrees of freedom from clusters and strata of the rows that count", () => {
    const { design, score, age, clusters } = clusteredSample();
    const terms = [byNumber("age", age)];
    // 7 clusters, 2 strata, 2 coefficients; then 5 clusters, one of them in a stratum whose others are out.
    expect(linearRegression(design, score, terms, level).df).toBe(7 - 2 + 1 - 2);
    const domain = Array.from(clusters.codes, (code) => code >= 2);
    expect(linearRegression(design, score, terms, { ...level, domain }).df).toBe(5 - 2 + 1 - 2);
  });

  it("has no test and no interval without degrees of freedom", () => {
    const { design, score, age, clusters } = clusteredSample();
    const domain = Array.from(clusters.codes, (code) => code === 1 || code === 4);
    const found = linearRegression(design, score, [byNumber("age", age)], { ...level, domain });
    expect(found.df).toBe(-1);
    expect(found.terms.map(({ p, low, high }) => [p, low, high])).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
    expect(found.terms[1]?.t).not.toBeNull();
  });

  it("over a domain of whole strata is the regression of that part of the sample", () => {
    const { design, score, age, region, weights, strata, clusters } = clusteredSample();
    const rows = Array.from(strata.codes, (code, i) => (code === 1 ? i : -1)).filter((i) => i >= 0);
    const found = linearRegression(design, score, [byNumber("age", age), byFactor("region", region)], {
      ...level,
      domain: strata.codes,
    });
    const part = linearRegression(
      surveyDesign({ weights: pick(weights, rows), clusters: pickFactor(clusters, rows) }),
      pick(score, rows),
      [byNumber("age", pick(age, rows)), byFactor("region", pickFactor(region, rows))],
      level,
    );
    expectClose(estimates(found), estimates(part));
    expectClose(found.covariance, part.covariance);
    expect([found.df, found.n, found.weightedN]).toEqual([part.df, part.n, part.weightedN]);
  });

  it("keeps rows out of the domain in the design, as clusters without a score", () => {
    // Dropping the clusters out of the domain would have other means of clusters.
    const { design, score, age, clusters, weights, strata } = clusteredSample();
    const domain = Array.from(clusters.codes, (code) => code !== 0 && code !== 6);
    const rows = domain.flatMap((inside, i) => (inside ? [i] : []));
    const found = linearRegression(design, score, [byNumber("age", age)], { ...level, domain });
    const dropped = linearRegression(
      surveyDesign({
        weights: pick(weights, rows),
        strata: pickFactor(strata, rows),
        clusters: pickFactor(clusters, rows),
      }),
      pick(score, rows),
      [byNumber("age", pick(age, rows))],
      level,
    );
    expectClose(estimates(found), estimates(dropped));
    expect(found.terms[1]?.standardError).not.toBeCloseTo(dropped.terms[1]?.standardError as number, 4);
  });

  it("treats rows without an answer, without a term or with a weight of 0 as out of the domain", () => {
    const { design, score, age, region } = clusteredSample();
    const out = [2, 9, 17];
    const domain = Array.from(score, (_, i) => !out.includes(i));
    const expected = linearRegression(design, score, [byNumber("age", age), byFactor("region", region)], {
      ...level,
      domain,
    });
    const noAge = Float64Array.from(age);
    noAge[2] = Number.NaN;
    const codes = Int32Array.from(region.codes);
    codes[9] = -1;
    const weights = Float64Array.from(design.weights);
    weights[17] = 0;
    const found = linearRegression(
      { ...design, weights },
      score,
      [byNumber("age", noAge), byFactor("region", { codes, levels: region.levels })],
      level,
    );
    expectClose(estimates(found), estimates(expected));
    expectClose(found.covariance, expected.covariance);
    expect(found.n).toBe(expected.n);
    expect(found.n).toBe(56 - 2 - 3);
  });

  it("is the same for weights of another scale, and for rows in another order", () => {
    const { design, score, age, region, weights, strata, clusters } = clusteredSample();
    const terms = [byNumber("age", age), byFactor("region", region)];
    const found = linearRegression(design, score, terms, level);
    const scaled = linearRegression(
      surveyDesign({ weights: weights.map((w) => w * 1000), strata, clusters }),
      score,
      terms,
      level,
    );
    expectClose(estimates(scaled), estimates(found));
    expectClose(scaled.covariance, found.covariance);
    const rows = Array.from(score, (_, i) => (i * 23) % 56);
    const turned = linearRegression(
      surveyDesign({
        weights: pick(weights, rows),
        strata: pickFactor(strata, rows),
        clusters: pickFactor(clusters, rows),
      }),
      pick(score, rows),
      [byNumber("age", pick(age, rows)), byFactor("region", pickFactor(region, rows))],
      level,
    );
    expectClose(estimates(turned), estimates(found));
    expectClose(turned.covariance, found.covariance);
  });

  it("is the same whether rows are joined into cells or not", () => {
    const { design, score, age, region } = clusteredSample();
    const { covariance, terms } = linearRegression(
      design,
      score,
      [byNumber("age", age), byFactor("region", region)],
      level,
    );
    const parts = age.map((years) => years / 8 + 0.01);
    const found = linearRegression(
      design,
      score,
      [byNumber("age", parts), byFactor("region", region)],
      level,
    );
    expect(found.terms[1]?.estimate).toBeCloseTo(8 * (terms[1]?.estimate as number), 11);
    expect(found.terms[1]?.standardError).toBeCloseTo(8 * (terms[1]?.standardError as number), 11);
    expect(found.terms[2]?.standardError).toBeCloseTo(Math.sqrt(covariance[10] as number), 11);
  });

  it("is the same with an adjustment that explains nothing of it", () => {
    // One cell: residuals already sum to 0. The covariance is then that of columns, not of cells.
    const { design, score, region } = clusteredSample();
    const adjustments = [
      {
        kind: "post-stratification",
        initial: design.weights,
        final: design.weights,
        strata: factor(Array(56).fill("all")),
      },
    ] as const;
    const terms = [byFactor("region", region)];
    const found = linearRegression({ ...design, adjustments }, score, terms, level);
    expectClose(found.covariance, linearRegression(design, score, terms, level).covariance);
  });

  it("keeps its digits where numbers and answers are far from 0", () => {
    const x = [0, 1, 2, 3, 4, 5].map((years) => 2018 + years);
    const y = Float64Array.of(1, 4, 2, 5, 3, 6);
    const near = linearRegression(surveyDesign({ n: 6 }), y, [byNumber("x", [0, 1, 2, 3, 4, 5])], level);
    const far = linearRegression(
      surveyDesign({ n: 6 }),
      y.map((value) => value + 2 ** 30),
      [byNumber("x", x)],
      level,
    );
    expect(far.terms[1]?.estimate).toBeCloseTo(near.terms[1]?.estimate as number, 12);
    expect(far.terms[1]?.standardError).toBeCloseTo(near.terms[1]?.standardError as number, 12);
  });

  it("refits the model to each replicate's weights", () => {
    // The jackknife by hand: every row left out in its turn, V = (n - 1) / n Σ (b_r - mean of b_r)².
    const y = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6);
    const x = [2, 7, 1, 8, 2, 8, 1, 8];
    const design = jackknife(surveyDesign({ n: 8 }), { method: "JK1", mse: false });
    const found = linearRegression(design, y, [byNumber("x", x)], level);
    const slopes = x.map(
      (_, out) =>
        linearRegression(
          surveyDesign({ n: 7 }),
          y.filter((_unused, i) => i !== out),
          [
            byNumber(
              "x",
              x.filter((_unused, i) => i !== out),
            ),
          ],
          level,
        ).terms[1]?.estimate as number,
    );
    const centre = slopes.reduce((sum, slope) => sum + slope, 0) / 8;
    const variance = (7 / 8) * slopes.reduce((sum, slope) => sum + (slope - centre) ** 2, 0);
    expect((found.terms[1]?.standardError as number) ** 2).toBeCloseTo(variance, 12);
    expect(found.df).toBe(6);
  });

  it("names a replicate that the model cannot be fitted to", () => {
    const design = jackknife(surveyDesign({ n: 4 }), { method: "JK1", mse: false });
    const g = factor(["a", "a", "b", "a"]);
    expect(() => linearRegression(design, Float64Array.of(1, 2, 3, 4), [byFactor("g", g)], level)).toThrow(
      /^replicate 3: gb is a linear combination/,
    );
  });

  it("names columns that depend on others", () => {
    const { design, score, age, region } = clusteredSample();
    const twice = age.map((years) => 2 * years - 30);
    expect(() =>
      linearRegression(
        design,
        score,
        [byNumber("age", age), byFactor("region", region), byNumber("twice", twice)],
        level,
      ),
    ).toThrow(new RangeError("twice is a linear combination of the terms before among the rows that count"));
    expect(() =>
      linearRegression(design, score, [byFactor("region", region), byFactor("again", region)], level),
    ).toThrow(/againnorth and againsouth are linear combinations/);
    expect(() =>
      linearRegression(
        design,
        score,
        [
          byNumber(
            "one",
            age.map(() => 0.1),
          ),
        ],
        level,
      ),
    ).toThrow(new RangeError("one does not vary among the rows that count"));
  });

  it("refuses what it cannot compute", () => {
    const { design, score, age } = clusteredSample();
    const terms = [byNumber("age", age)];
    expect(() => linearRegression(design, score, terms, { level: 1 })).toThrow(RangeError);
    expect(() => linearRegression(design, score.subarray(1), terms, level)).toThrow(RangeError);
    expect(() => linearRegression(design, score, [byNumber("x", [1])], level)).toThrow(RangeError);
    expect(() =>
      linearRegression(
        design,
        score.map(() => Number.NaN),
        terms,
        level,
      ),
    ).toThrow(RangeError);
    expect(() =>
      linearRegression(
        design,
        score,
        [
          byNumber(
            "x",
            age.map(() => Infinity),
          ),
        ],
        level,
      ),
    ).toThrow(RangeError);
    expect(() =>
      linearRegression(
        surveyDesign({ strata: factor(["a", "b", "b"]) }),
        Float64Array.of(1, 2, 3),
        [],
        level,
      ),
    ).toThrow(/Stratum a has one primary sampling unit/);
  });

  it("has residuals that no column is left in, whatever the numbers", () => {
    // The estimates solve Σ w (y - x b) x = 0: a change of y by x c changes b by c and no standard error.
    const number = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, number, fc.double({ min: 0.1, max: 10, noNaN: true })), {
          minLength: 5,
          maxLength: 20,
        }),
        fc.integer({ min: -5, max: 5 }),
        (rows, c) => {
          const x = rows.map(([value], i) => value + i);
          const y = Float64Array.from(rows, ([, value]) => value);
          const design = surveyDesign({ weights: rows.map(([, , w]) => w) });
          fc.pre(Math.max(...x) - Math.min(...x) > 1e-3);
          const before = linearRegression(design, y, [byNumber("x", x)], level);
          const after = linearRegression(
            design,
            y.map((value, i) => value + c * (x[i] as number) + 1),
            [byNumber("x", x)],
            level,
          );
          const [a, b] = estimates(before) as [number, number];
          const se = before.terms[1]?.standardError as number;
          const scale = 1e-9 * (200 + Math.abs(a) + Math.abs(b) * 200);
          expect(Math.abs((after.terms[1]?.estimate as number) - (b + c))).toBeLessThan(scale);
          expect(Math.abs((after.terms[0]?.estimate as number) - (a + 1))).toBeLessThan(scale);
          expect(Math.abs((after.terms[1]?.standardError as number) - se)).toBeLessThan(scale);
        },
      ),
      { seed: 1, numRuns: 100 },
    );
  });
});
