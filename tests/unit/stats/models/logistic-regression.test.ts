import { describe, expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { jackknife } from "../../../../src/stats/design/jackknife.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { proportion } from "../../../../src/stats/estimates/proportion.js";
import { logisticRegression } from "../../../../src/stats/models/logistic-regression.js";
import type { Regression } from "../../../../src/stats/models/regression.js";
import { byFactor, byNumber, clusteredSample, pick, pickFactor } from "./samples.js";

const level = { level: 0.95 };
const estimates = ({ terms }: Regression) => terms.map(({ estimate }) => estimate);

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-10): void {
  expect(found.length).toBe(expected.length);
  const size = Array.from(expected).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let i = 0; i < expected.length; i++)
    expect(Math.abs((found[i] as number) - (expected[i] as number))).toBeLessThanOrEqual(tolerance * size);
}

/** Rows of a table: `counts[g]` is how many of group g answered 1 and 0. */
function table(counts: readonly (readonly [number, number])[]) {
  const groups: string[] = [];
  const answers: number[] = [];
  counts.forEach(([ones, zeros], g) => {
    for (let i = 0; i < ones + zeros; i++) {
      groups.push(`g${g}`);
      answers.push(i < ones ? 1 : 0);
    }
  });
  return { n: answers.length, y: Float64Array.from(answers), g: factor(groups) };
}

describe("logisticRegression", () => {
  it("of a table of two by two has the log odds ratio with the sum of reciprocals as variance", () => {
    // 10 of 30 and 15 of 20: odds 1/2 and 3. The design of equal weights has n / (n - 1).
    const { n, y, g } = table([
      [10, 20],
      [15, 5],
    ]);
    const found = logisticRegression(surveyDesign({ n }), y, [byFactor("g", g)], level);
    expectClose(estimates(found), [Math.log(0.5), Math.log(6)], 1e-13);
    const variance = ((1 / 10 + 1 / 20 + 1 / 15 + 1 / 5) * 50) / 49;
    expect(found.terms[1]?.standardError).toBeCloseTo(Math.sqrt(variance), 12);
    expect(found.df).toBe(48);
    expect(found.terms[1]?.t).toBeCloseTo(Math.log(6) / Math.sqrt(variance), 11);
  });

  it("without terms is the proportion in log odds, with its standard error over p (1 - p)", () => {
    const { design, agrees } = clusteredSample();
    const p = proportion(design, agrees, { ...level, interval: "wilson" }).estimates[0];
    const found = logisticRegression(design, agrees, [], level);
    const estimate = p?.estimate as number;
    expect(found.terms[0]?.estimate).toBeCloseTo(Math.log(estimate / (1 - estimate)), 12);
    expect(found.terms[0]?.standardError).toBeCloseTo(
      (p?.standardError as number) / (estimate * (1 - estimate)),
      12,
    );
    expect([found.df, found.n, found.weightedN]).toEqual([p?.df, p?.n, p?.weightedN]);
  });

  it("solves the likelihood equations: predictions have the weighted totals of the answers", () => {
    const { design, agrees, age, region } = clusteredSample();
    for (const numbers of [age, age.map((years) => years / 7 + 0.1)]) {
      const { terms } = logisticRegression(
        design,
        agrees,
        [byNumber("age", numbers), byFactor("region", region)],
        level,
      );
      const [b0, slope, north, south] = terms.map(({ estimate }) => estimate) as [
        number,
        number,
        number,
        number,
      ];
      const left = [0, 0, 0, 0];
      agrees.forEach((answer, i) => {
        if (Number.isNaN(answer)) return;
        const code = region.codes[i] as number;
        const x = numbers[i] as number;
        const eta = b0 + slope * x + (code === 1 ? north : code === 2 ? south : 0);
        const residual = (design.weights[i] as number) * (answer - 1 / (1 + Math.exp(-eta)));
        [1, x, code === 1 ? 1 : 0, code === 2 ? 1 : 0].forEach((value, a) => {
          left[a] = (left[a] as number) + value * residual;
        });
      });
      for (const value of left) expect(Math.abs(value)).toBeLessThan(1e-9);
    }
  });

  it("over a domain of whole strata is the regression of that part of the sample", () => {
    const { design, agrees, age, region, weights, strata, clusters } = clusteredSample();
    const rows = Array.from(strata.codes, (code, i) => (code === 1 ? i : -1)).filter((i) => i >= 0);
    const found = logisticRegression(design, agrees, [byNumber("age", age), byFactor("region", region)], {
      ...level,
      domain: strata.codes,
    });
    const part = logisticRegression(
      surveyDesign({ weights: pick(weights, rows), clusters: pickFactor(clusters, rows) }),
      pick(agrees, rows),
      [byNumber("age", pick(age, rows)), byFactor("region", pickFactor(region, rows))],
      level,
    );
    expectClose(estimates(found), estimates(part));
    expectClose(found.covariance, part.covariance);
    expect([found.df, found.n]).toEqual([part.df, part.n]);
  });

  it("is the same for weights of another scale, for rows in another order and for answers turned round", () => {
    const { design, agrees, age, region, weights, strata, clusters } = clusteredSample();
    const terms = [byNumber("age", age), byFactor("region", region)];
    const found = logisticRegression(design, agrees, terms, level);
    const scaled = logisticRegression(
      surveyDesign({ weights: weights.map((w) => w / 1000), strata, clusters }),
      agrees,
      terms,
      level,
    );
    expectClose(estimates(scaled), estimates(found));
    expectClose(scaled.covariance, found.covariance);
    const rows = Array.from(agrees, (_, i) => (i * 23) % 56);
    const turned = logisticRegression(
      surveyDesign({
        weights: pick(weights, rows),
        strata: pickFactor(strata, rows),
        clusters: pickFactor(clusters, rows),
      }),
      pick(agrees, rows),
      [byNumber("age", pick(age, rows)), byFactor("region", pickFactor(region, rows))],
      level,
    );
    expectClose(estimates(turned), estimates(found));
    expectClose(turned.covariance, found.covariance);
    const opposite = logisticRegression(
      design,
      agrees.map((answer) => 1 - answer),
      terms,
      level,
    );
    expectClose(
      estimates(opposite),
      estimates(found).map((estimate) => -estimate),
    );
    expectClose(opposite.covariance, found.covariance);
  });

  it("is the same whether rows are joined into cells or not", () => {
    const { design, agrees, age, region } = clusteredSample();
    const found = logisticRegression(
      design,
      agrees,
      [byNumber("age", age), byFactor("region", region)],
      level,
    );
    const parts = age.map((years) => years / 8 + 0.01);
    const other = logisticRegression(
      design,
      agrees,
      [byNumber("age", parts), byFactor("region", region)],
      level,
    );
    expect(other.terms[1]?.estimate).toBeCloseTo(8 * (found.terms[1]?.estimate as number), 11);
    expect(other.terms[1]?.standardError).toBeCloseTo(8 * (found.terms[1]?.standardError as number), 11);
    expectClose(estimates(other).slice(2), estimates(found).slice(2));
  });

  it("counts a weight of two as two rows do in the estimate", () => {
    const { n, y, g } = table([
      [3, 4],
      [5, 2],
    ]);
    const weights = Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 2 : 1));
    const found = logisticRegression(surveyDesign({ weights }), y, [byFactor("g", g)], level);
    const odds = (code: number) => {
      let [ones, zeros] = [0, 0];
      weights.forEach((w, i) => {
        if (g.codes[i] !== code) return;
        if (y[i] === 1) ones += w;
        else zeros += w;
      });
      return ones / zeros;
    };
    expectClose(estimates(found), [Math.log(odds(0)), Math.log(odds(1) / odds(0))], 1e-12);
  });

  it("finds probabilities that are very small, which are not separation", () => {
    // One of 10^9 in the second group by weight.
    const found = logisticRegression(
      surveyDesign({ weights: [1, 1, 1, 1e9] }),
      Float64Array.of(1, 0, 1, 0),
      [byFactor("g", factor(["a", "a", "b", "b"]))],
      level,
    );
    expect(found.terms[1]?.estimate).toBeCloseTo(-Math.log(1e9), 9);
  });

  it("says which columns separate the answers", () => {
    const { y, g, n } = table([
      [3, 4],
      [5, 0],
      [2, 3],
    ]);
    expect(() => logisticRegression(surveyDesign({ n }), y, [byFactor("g", g)], level)).toThrow(
      /^gg1 separates the answers/,
    );
    const age = Float64Array.from(y, (_, i) => 20 + ((i * 7) % 11));
    expect(() =>
      logisticRegression(surveyDesign({ n }), y, [byNumber("age", age), byFactor("g", g)], level),
    ).toThrow(/^gg1 separates the answers/);
    // The reference level: all its contrasts run away together.
    const first = table([
      [4, 0],
      [2, 3],
      [3, 4],
    ]);
    expect(() =>
      logisticRegression(surveyDesign({ n: first.n }), first.y, [byFactor("g", first.g)], level),
    ).toThrow(/^gg1 and gg2 separate the answers/);
    // A number beyond which everyone says yes.
    expect(() =>
      logisticRegression(
        surveyDesign({ n: 6 }),
        Float64Array.of(0, 0, 0, 1, 1, 1),
        [byNumber("x", [1, 2, 3, 3.5, 4, 9])],
        level,
      ),
    ).toThrow(/^x separates the answers/);
  });

  it("refuses answers that are all the same", () => {
    const design = surveyDesign({ n: 3 });
    for (const value of [0, 1])
      expect(() => logisticRegression(design, new Float64Array(3).fill(value), [], level)).toThrow(
        new RangeError(`every answer is ${value}, so that a logistic regression has no finite estimate`),
      );
  });

  it("refuses what it cannot compute", () => {
    const { design, agrees, age } = clusteredSample();
    const terms = [byNumber("age", age)];
    const other = Float64Array.from(agrees);
    other[2] = 0.5;
    expect(() => logisticRegression(design, other, terms, level)).toThrow(
      new RangeError("row 3 has the answer 0.5; a logistic regression needs 0 or 1"),
    );
    expect(() => logisticRegression(design, agrees, terms, { level: 0 })).toThrow(RangeError);
    expect(() => logisticRegression(design, agrees, terms, { ...level, tolerance: 0 })).toThrow(RangeError);
    expect(() => logisticRegression(design, agrees, terms, { ...level, maxIterations: 1.5 })).toThrow(
      RangeError,
    );
    expect(() => logisticRegression(design, agrees, terms, { ...level, maxIterations: 1 })).toThrow(
      /has not converged: .* or 1 iterations are too few/,
    );
    expect(() =>
      logisticRegression(
        design,
        agrees,
        [
          ...terms,
          byNumber(
            "double",
            age.map((x) => 2 * x),
          ),
        ],
        level,
      ),
    ).toThrow(/^double is a linear combination/);
  });

  it("converges in few iterations, and in as many for weights of any scale", () => {
    const { design, agrees, age, region } = clusteredSample();
    const { iterations } = logisticRegression(
      design,
      agrees,
      [byNumber("age", age), byFactor("region", region)],
      level,
    );
    expect(iterations).toBeLessThanOrEqual(6);
  });

  it("refits the model to each replicate's weights", () => {
    const { n, y, g } = table([
      [3, 4],
      [5, 3],
    ]);
    const design = jackknife(surveyDesign({ n }), { method: "JK1", mse: true });
    const found = logisticRegression(design, y, [byFactor("g", g)], level);
    // Each row left out in its turn changes one cell of the table: log(b d / a c) with one less.
    const whole = Math.log((5 / 3) * (4 / 3));
    const without = [
      [3, Math.log((5 / 3) * (4 / 2))],
      [4, Math.log((5 / 3) * (3 / 3))],
      [5, Math.log((4 / 3) * (4 / 3))],
      [3, Math.log((5 / 2) * (4 / 3))],
    ] as const;
    const variance =
      (14 / 15) * without.reduce((sum, [times, ratio]) => sum + times * (ratio - whole) ** 2, 0);
    expect(found.terms[1]?.estimate).toBeCloseTo(whole, 12);
    expect((found.terms[1]?.standardError as number) ** 2).toBeCloseTo(variance, 12);
  });
});
