import { describe, expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { jackknife } from "../../../../src/stats/design/jackknife.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { proportion } from "../../../../src/stats/estimates/proportion.js";
import { averagePredictions } from "../../../../src/stats/models/average-predictions.js";
import { logisticRegression } from "../../../../src/stats/models/logistic-regression.js";
import { tQuantile } from "../../../../src/stats/numeric/distributions.js";
import { byFactor, byNumber, clusteredSample } from "./samples.js";

const level = { level: 0.95 };
const both = ["fixed", "sampled"] as const;

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-10): void {
  expect(found.length).toBe(expected.length);
  const size = Array.from(expected).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let i = 0; i < expected.length; i++)
    expect(Math.abs((found[i] as number) - (expected[i] as number))).toBeLessThanOrEqual(tolerance * size);
}

describe("averagePredictions", () => {
  it("without other terms are the proportions of the groups, with their covariance", () => {
    const { design, agrees, region } = clusteredSample();
    const regression = logisticRegression(design, agrees, [byFactor("region", region)], level);
    const groups = proportion(design, agrees, { ...level, by: [region], interval: "wilson" });
    for (const covariates of both) {
      const { levels } = averagePredictions(regression, "region", { ...level, covariates });
      expect(levels.estimates.map((one) => [one.level, one.less])).toEqual([
        ["east", null],
        ["north", null],
        ["south", null],
      ]);
      expectClose(
        levels.estimates.map(({ estimate }) => estimate),
        groups.estimates.map(({ estimate }) => estimate),
      );
      expectClose(levels.covariance, groups.covariance);
    }
  });

  it("standardise to the weighted mix of the other terms", () => {
    // By hand from the coefficients: the mean over all rows of the probability at each level.
    const { design, agrees, region, age } = clusteredSample();
    const regression = logisticRegression(
      design,
      agrees,
      [byNumber("age", age), byFactor("region", region)],
      level,
    );
    const [b0, slope, north, south] = regression.terms.map(({ estimate }) => estimate) as [
      number,
      number,
      number,
      number,
    ];
    const expected = [0, north, south].map((shift) => {
      let [sum, total] = [0, 0];
      agrees.forEach((answer, i) => {
        if (Number.isNaN(answer)) return;
        const w = design.weights[i] as number;
        sum += w / (1 + Math.exp(-(b0 + slope * (age[i] as number) + shift)));
        total += w;
      });
      return sum / total;
    });
    const { levels } = averagePredictions(regression, "region", { ...level, covariates: "fixed" });
    expectClose(
      levels.estimates.map(({ estimate }) => estimate),
      expected,
    );
  });

  it("have with fixed covariates the standard errors of numerical derivatives by the coefficients", () => {
    const { design, agrees, region, age } = clusteredSample();
    const regression = logisticRegression(
      design,
      agrees,
      [byNumber("age", age), byFactor("region", region)],
      level,
    );
    const beta = regression.terms.map(({ estimate }) => estimate);
    const average = (b: readonly number[], code: number) => {
      let [sum, total] = [0, 0];
      agrees.forEach((answer, i) => {
        if (Number.isNaN(answer)) return;
        const eta =
          (b[0] as number) + (b[1] as number) * (age[i] as number) + (code > 0 ? (b[code + 1] as number) : 0);
        sum += (design.weights[i] as number) / (1 + Math.exp(-eta));
        total += design.weights[i] as number;
      });
      return sum / total;
    };
    const { levels } = averagePredictions(regression, "region", { ...level, covariates: "fixed" });
    for (const code of [0, 1, 2]) {
      const gradient = beta.map((_, a) => {
        const moved = (by: number) => beta.map((value, b) => (b === a ? value + by : value));
        return (average(moved(1e-5), code) - average(moved(-1e-5), code)) / 2e-5;
      });
      let variance = 0;
      gradient.forEach((ga, a) => {
        gradient.forEach((gb, b) => {
          variance += ga * gb * (regression.covariance[a * 4 + b] as number);
        });
      });
      expect(levels.estimates[code]?.standardError).toBeCloseTo(Math.sqrt(variance), 8);
    }
  });

  it("have with sampled covariates nearly the variance of a jackknife of the whole procedure", () => {
    const n = 400;
    const index = Array.from({ length: n }, (_, i) => i);
    const x = index.map((i) => Math.sin(i * 1.7) * 2 + 0.001 * i);
    const g = factor(index.map((i) => ((i * 13) % 7 < 3 ? "a" : "b")));
    const y = Float64Array.from(index, (i) =>
      Math.sin(i * 12.9898) * 1.2 + 0.6 * (x[i] as number) > 0.2 ? 1 : 0,
    );
    const terms = [byNumber("x", x), byFactor("g", g)];
    const se = (design: ReturnType<typeof surveyDesign>, covariates: "fixed" | "sampled") =>
      averagePredictions(logisticRegression(design, y, terms, level), "g", {
        ...level,
        covariates,
      }).levels.estimates.map(({ standardError }) => standardError);
    const plain = surveyDesign({ n });
    const replicated = jackknife(plain, { method: "JK1", mse: false });
    const sampled = se(plain, "sampled");
    se(replicated, "sampled").forEach((value, l) => {
      expect(value / (sampled[l] as number)).toBeCloseTo(1, 1.7);
    });
    // The spread of x adds a good part here.
    expect((se(plain, "fixed")[0] as number) / (sampled[0] as number)).toBeLessThan(0.93);
    expect((se(replicated, "fixed")[0] as number) / (sampled[0] as number)).toBeLessThan(0.93);
  });

  it("have differences of each level less each before it, with the covariance of the levels", () => {
    const { design, agrees, region, age } = clusteredSample();
    const regression = logisticRegression(
      design,
      agrees,
      [byFactor("region", region), byNumber("age", age)],
      level,
    );
    for (const covariates of both) {
      const { levels, differences } = averagePredictions(regression, "region", { ...level, covariates });
      expect(differences.estimates.map((one) => [one.level, one.less])).toEqual([
        ["north", "east"],
        ["south", "east"],
        ["south", "north"],
      ]);
      const p = levels.estimates.map(({ estimate }) => estimate) as [number, number, number];
      const v = (a: number, b: number) => levels.covariance[a * 3 + b] as number;
      const [first, , last] = differences.estimates;
      expect(first?.estimate).toBeCloseTo(p[1] - p[0], 14);
      expect(last?.estimate).toBeCloseTo(p[2] - p[1], 14);
      expect(last?.standardError).toBeCloseTo(Math.sqrt(v(2, 2) + v(1, 1) - 2 * v(1, 2)), 12);
      // The covariance of the first with the last.
      expect(differences.covariance[2]).toBeCloseTo(v(1, 2) - v(1, 1) - v(0, 2) + v(0, 1), 12);
      const df = regression.df;
      expect([levels.df, differences.df]).toEqual([df, df]);
      const half = tQuantile(0.975, df) * (last?.standardError as number);
      expect(last?.high).toBeCloseTo(p[2] - p[1] + half, 12);
    }
  });

  it("leave out levels without a row that counts", () => {
    const { design, agrees } = clusteredSample();
    const region = factor(
      Array.from(agrees, (_, i) => ["b", "c", "d"][(i * 5 + Math.floor(i / 9)) % 3] ?? ""),
      { levels: ["a", "b", "c", "d"] },
    );
    const regression = logisticRegression(design, agrees, [byFactor("region", region)], {
      ...level,
      domain: Array.from(region.codes, (code) => code !== 3),
    });
    const { levels } = averagePredictions(regression, "region", { ...level, covariates: "sampled" });
    expect(levels.estimates.map((one) => one.level)).toEqual(["b", "c"]);
    expect(regression.levelsDropped).toEqual([{ term: "region", levels: ["a", "d"] }]);
  });

  it("refuse a term that is no factor of the regression, and a level outside 0 to 1", () => {
    const { design, agrees, region, age } = clusteredSample();
    const regression = logisticRegression(
      design,
      agrees,
      [byNumber("age", age), byFactor("region", region)],
      level,
    );
    expect(() => averagePredictions(regression, "age", { ...level, covariates: "fixed" })).toThrow(
      new RangeError("age is no factor of the regression"),
    );
    expect(() => averagePredictions(regression, "region", { level: 1, covariates: "fixed" })).toThrow(
      RangeError,
    );
  });
});
