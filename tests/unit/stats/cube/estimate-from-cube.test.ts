import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateFromCube } from "../../../../src/stats/cube/estimate-from-cube.js";
import { makeCube } from "../../../../src/stats/cube/make-cube.js";
import { factor } from "../../../../src/stats/design/factor.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { mean } from "../../../../src/stats/estimates/mean.js";
import { proportion } from "../../../../src/stats/estimates/proportion.js";
import { total } from "../../../../src/stats/estimates/total.js";
import { cubeOf, designOf, expectSameEstimates, type SampleKind, sample } from "./samples.js";

const DESIGNS: readonly (readonly [string, Omit<SampleKind, "y">])[] = [
  ["a simple random sample", {}],
  ["strata", { strata: true }],
  ["a finite population", { populations: true }],
  ["strata of finite populations", { strata: true, populations: true }],
  ["clusters", { clusters: true, singlePsu: "adjust" }],
  ["clusters in strata", { strata: true, clusters: true }],
  ["clusters in strata of finite populations", { strata: true, clusters: true, populations: true }],
  ["lone units that are adjusted", { strata: true, clusters: true, singlePsu: "adjust" }],
  ["lone units that are averaged", { strata: true, clusters: true, singlePsu: "average" }],
];

const seeds = fc.integer({ min: 1, max: 1e9 });
const check = (property: (seed: number) => void, numRuns = 10) =>
  fc.assert(
    fc.property(seeds, (seed) => property(seed)),
    { seed: 1, numRuns },
  );
const women = (sex: { codes: Int32Array }) => Array.from(sex.codes, (code) => code === 0);

describe.each(DESIGNS)("with %s a cube gives what the interviews give", (_, kind) => {
  it("of proportions by group in a domain, with their intervals, covariances and degrees of freedom", () => {
    check((seed) => {
      const s = sample(seed, { ...kind, y: "binary" });
      const options = { level: 0.9, interval: "beta", deffReference: "with-replacement" } as const;
      const domain = women(s.sex);
      expectSameEstimates(
        estimateFromCube(cubeOf(s), {
          ...options,
          statistic: "proportion",
          by: ["age"],
          domain: ({ sex }) => sex === "f",
        }),
        proportion(designOf(s), s.y, { ...options, by: [s.age], domain }),
      );
    });
  });

  it.each(["scale", "year", "real"] as const)("of means of a %s by two dimensions", (y) => {
    check((seed) => {
      const s = sample(seed, { ...kind, y });
      const options = { level: 0.95, deffReference: "with-replacement" } as const;
      expectSameEstimates(
        estimateFromCube(cubeOf(s), { ...options, statistic: "mean", by: ["age", "sex"] }),
        mean(designOf(s), s.y, { ...options, by: [s.age, s.sex] }),
      );
    }, 6);
  });

  it("of totals, of all and by group", () => {
    check((seed) => {
      const s = sample(seed, { ...kind, y: "scale" });
      const options = { level: 0.95, deffReference: "without-replacement" } as const;
      for (const by of [[], [s.sex]])
        expectSameEstimates(
          estimateFromCube(cubeOf(s), {
            ...options,
            statistic: "total",
            by: by.map(({ name }) => name as string),
          }),
          total(designOf(s), s.y, { ...options, by }),
        );
    }, 6);
  });
});

describe("a cube", () => {
  it("is worked by hand: the variance of a group's mean has the whole sample's units in its middle", () => {
    // Four interviews of weight 1, the group f has 1 and 0: scores 1/4, -1/4, 0, 0 about a mean of 0, so that the variance is
    // 4/3 × 2/16 = 1/6. Were the rows of m dropped, it would be 2/1 × 2/16 = 1/4.
    const cube = makeCube({
      weights: [1, 1, 1, 1],
      y: Float64Array.of(1, 0, 1, 0),
      dimensions: [factor(["f", "f", "m", "m"], { name: "sex" })],
    });
    const { estimates, covariance } = estimateFromCube(cube, {
      statistic: "proportion",
      by: ["sex"],
      level: 0.95,
      interval: "wilson",
    });
    expect(estimates[0]).toMatchObject({ estimate: 0.5, n: 2, weightedN: 2, df: 1 });
    expect(covariance[0]).toBeCloseTo(1 / 6, 15);
    expect(covariance[1]).toBe(0);
  });

  it("counts degrees of freedom and interviews in the group and not in the whole design", () => {
    const cube = makeCube({
      weights: new Float64Array(8).fill(1),
      y: Float64Array.of(1, 0, 1, 0, 1, 0, Number.NaN, 1),
      dimensions: [factor(["a", "a", "b", "b", "b", "a", "a", "b"], { name: "g" })],
      strata: factor([1, 1, 1, 2, 2, 2, 2, 2]),
      clusters: factor([1, 1, 2, 1, 2, 3, 4, 4]),
    });
    const { estimates } = estimateFromCube(cube, { statistic: "mean", by: ["g"], level: 0.95 });
    // The whole design has 6 clusters in 2 strata. Group a has clusters 1.1 and 2.3, and in 2.4 no answer; b has 1.2, 2.1, 2.2
    // and 2.4.
    expect(estimates.map(({ n, df }) => [n, df])).toEqual([
      [3, 0],
      [4, 2],
    ]);
    expect(Array.from(cube.design.stratumPsus)).toEqual([2, 4]);
  });

  it("has an estimate for a group that is empty", () => {
    const cube = cubeOf(sample(5, { y: "binary" }));
    const { estimates, covariance } = estimateFromCube(cube, {
      statistic: "proportion",
      by: ["age"],
      level: 0.95,
      interval: "logit",
    });
    expect(estimates[0]).toMatchObject({ by: { age: "young" }, n: 0, df: 0, low: null, method: null });
    expect(estimates[0]?.estimate).toBeNaN();
    expect(covariance[1]).toBeNaN();
    expect(covariance[4]).toBeGreaterThan(0);
  });

  it("gives proportions of exactly 0 and 1 where all have the same answer, with an interval at n", () => {
    const cube = makeCube({
      weights: [0.1, 0.2, 0.7, 1.3],
      y: Float64Array.of(1, 1, 0, 0),
      dimensions: [factor(["f", "f", "m", "m"], { name: "sex" })],
    });
    const { estimates } = estimateFromCube(cube, {
      statistic: "proportion",
      by: ["sex"],
      level: 0.95,
      interval: "wilson",
    });
    expect(
      estimates.map(({ estimate, standardError, effectiveN, method }) => [
        estimate,
        standardError,
        effectiveN,
        method,
      ]),
    ).toEqual([
      [1, 0, 2, "clopper-pearson"],
      [0, 0, 2, "clopper-pearson"],
    ]);
  });

  it("keeps its digits where the variable is far from 0", () => {
    // Variance of the mean of 1, 2, 3 is 3/2 × 2/9 = 1/3 wherever they begin.
    const far = 1e9;
    const cube = makeCube({
      weights: [1, 1, 1],
      y: Float64Array.of(far + 1, far + 2, far + 3),
      dimensions: [],
    });
    const { covariance } = estimateFromCube(cube, { statistic: "mean", level: 0.95 });
    expect(covariance[0]).toBeCloseTo(1 / 3, 12);
  });

  it("has no variance in the total of the weights where these are all the same", () => {
    const cube = makeCube({
      weights: new Float64Array(7).fill(0.3),
      y: new Float64Array(7).fill(1),
      dimensions: [],
    });
    const { estimates } = estimateFromCube(cube, { statistic: "total", level: 0.95 });
    expect(estimates[0]).toMatchObject({ estimate: 2.1, standardError: 0 });
  });

  it.each(["certainty", "adjust", "average"] as const)(
    "treats an interview that is alone in its stratum as the design says: %s",
    (singlePsu) => {
      const y = Float64Array.of(3, 5, 4, 9, 7, 6);
      const weights = Float64Array.of(1, 2, 1, 3, 2, 1);
      const strata = factor(["a", "a", "a", "b", "c", "c"]);
      const sex = factor(["f", "m", "f", "f", "m", "f"], { name: "sex" });
      expectSameEstimates(
        estimateFromCube(makeCube({ weights, y, dimensions: [sex], strata, singlePsu }), {
          statistic: "mean",
          by: ["sex"],
          level: 0.95,
        }),
        mean(surveyDesign({ weights, strata, singlePsu }), y, { by: [sex], level: 0.95 }),
      );
    },
  );

  it("has no variance where the strata tell the answer and weights are the same", () => {
    const answers = [1, 1, 1, 0, 0, 0, 0];
    const cube = makeCube({
      weights: new Float64Array(7).fill(1.234567),
      y: Float64Array.from(answers),
      dimensions: [],
      strata: factor(answers),
    });
    const { estimates } = estimateFromCube(cube, { statistic: "mean", level: 0.95 });
    expect(estimates[0]?.estimate).toBeCloseTo(3 / 7, 15);
    expect(estimates[0]?.standardError).toBeLessThan(1e-14);
  });

  it("gives a mean of exactly what all have answered, without a standard error", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }).map((whole) => whole / 7000),
        fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 4, maxLength: 12 }),
        (answer, units) => {
          const weights = units.map((unit) => unit / 1e4);
          const y = new Float64Array(units.length).fill(answer);
          for (const clusters of [undefined, factor(units.map((_, i) => Math.floor(i / 3)))]) {
            const cube = makeCube({ weights, y, dimensions: [], ...(clusters ? { clusters } : {}) });
            const { estimates } = estimateFromCube(cube, { statistic: "mean", level: 0.95 });
            expect(estimates[0]).toMatchObject({ estimate: answer, standardError: 0, low: null, high: null });
          }
        },
      ),
      { seed: 1, numRuns: 100 },
    );
  });

  it("gives estimates by its strata and clusters, which are dimensions", () => {
    const s = sample(3, { y: "scale", strata: true, clusters: true });
    expectSameEstimates(
      estimateFromCube(cubeOf(s), { statistic: "mean", by: ["region", "village"], level: 0.95 }),
      mean(designOf(s), s.y, { by: s.strata && s.clusters ? [s.strata, s.clusters] : [], level: 0.95 }),
    );
  });

  it("gives the degrees of freedom of several groups together", () => {
    for (const kind of [{ strata: true }, { strata: true, clusters: true }]) {
      const s = sample(8, { y: "scale", ...kind });
      const found = estimateFromCube(cubeOf(s), { statistic: "mean", by: ["age", "sex"], level: 0.95 });
      const expected = mean(designOf(s), s.y, { by: [s.age, s.sex], level: 0.95 });
      expect(found.degreesOfFreedom([2, 3, 5])).toBe(expected.degreesOfFreedom([2, 3, 5]));
      expect(found.degreesOfFreedom([0])).toBe(0);
    }
  });

  it("tells a domain the levels of each cell, null where they are missing", () => {
    const s = sample(4, { y: "scale", strata: true });
    const seen = new Set<string | null | undefined>();
    estimateFromCube(cubeOf(s), {
      statistic: "mean",
      level: 0.95,
      domain: ({ age, region }) => {
        seen.add(age).add(region);
        return true;
      },
    });
    expect([...seen].sort()).toEqual(["e", "middle", "n", null, "old", "s", "w"]);
  });

  it("refuses what the estimators refuse, and names that it does not have", () => {
    const s = sample(4, { y: "scale" });
    const cube = cubeOf(s);
    const at = { statistic: "mean", level: 0.95 } as const;
    expect(() => estimateFromCube(cube, { ...at, level: 95 })).toThrow(RangeError);
    expect(() => estimateFromCube(cube, { ...at, statistic: "proportion", interval: "beta" })).toThrow(
      new RangeError("the cube's variable has other answers than 0 and 1; a proportion needs these"),
    );
    expect(() => estimateFromCube(cube, { ...at, by: ["height"] })).toThrow(
      new RangeError("the cube has no dimension height; it has sex, age"),
    );
    expect(() => estimateFromCube(cube, { ...at, by: ["sex", "sex"] })).toThrow(RangeError);
    const scaled = makeCube({ weights: [1, 1], y: Float64Array.of(1, 2), dimensions: [] });
    expect(() => estimateFromCube(scaled, { ...at, deffReference: "without-replacement" })).toThrow(
      /^the weights sum to 2 over 2 interviews/,
    );
    const lone = makeCube({
      weights: [1, 1, 1],
      y: Float64Array.of(1, 2, 3),
      dimensions: [],
      strata: factor(["a", "a", "b"]),
    });
    expect(() => estimateFromCube(lone, at)).toThrow(/^Stratum b has one primary sampling unit/);
  });
});
