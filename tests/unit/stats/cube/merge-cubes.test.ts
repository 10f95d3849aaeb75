import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateFromCube } from "../../../../src/stats/cube/estimate-from-cube.js";
import { makeCube } from "../../../../src/stats/cube/make-cube.js";
import { mergeCubes } from "../../../../src/stats/cube/merge-cubes.js";
import { factor } from "../../../../src/stats/design/factor.js";
import { cubeOf, expectSameEstimates, part, sample } from "./samples.js";

const seeds = fc.integer({ min: 1, max: 1e9 });
const split = (seed: number, i: number) => (i * 7919 + seed) % 3;

describe("cubes of the parts of a file", () => {
  it.each([{ strata: true, populations: true }, { strata: true, clusters: true, populations: true }, {}])(
    "merge to the cube of the file to the last bit, in any order: %o",
    (kind) => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const whole = sample(seed, { y: "scale", ...kind });
          const [a, b, c] = [0, 1, 2].map((k) => cubeOf(part(whole, (i) => split(seed, i) === k)));
          if (!a || !b || !c) throw new Error("three parts");
          const expected = cubeOf(whole);
          expect(expected.exact).toBe(true);
          expect(mergeCubes(a, mergeCubes(b, c))).toEqual(expected);
          expect(mergeCubes(mergeCubes(c, a), b)).toEqual(expected);
          expect(mergeCubes(mergeCubes(b, a), c)).toEqual(expected);
        }),
        { seed: 1, numRuns: 15 },
      );
    },
  );

  it("merge to the same estimates where answers are not whole", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const whole = sample(seed, { y: "real", strata: true });
        const [a, b] = [true, false].map((half) => cubeOf(part(whole, (i) => split(seed, i) > 0 === half)));
        if (!a || !b) throw new Error("two parts");
        const merged = mergeCubes(a, b);
        expect(merged.exact).toBe(false);
        const options = { statistic: "mean", by: ["sex"], level: 0.95 } as const;
        expectSameEstimates(estimateFromCube(merged, options), estimateFromCube(cubeOf(whole), options));
      }),
      { seed: 1, numRuns: 15 },
    );
  });

  it("are counted together: a cluster in both is one, and answers are of the wider kind", () => {
    const of = (clusters: number[], y: number[]) =>
      makeCube({
        weights: clusters.map(() => 1),
        y: Float64Array.from(y),
        dimensions: [],
        clusters: factor(clusters, { levels: ["1", "2", "3"] }),
      });
    const merged = mergeCubes(of([1, 2], [0, 1]), of([2, 3], [2, 1]));
    expect(Array.from(merged.design.stratumPsus)).toEqual([3]);
    expect(merged.answers).toBe("whole");
  });
});

describe("cubes that do not belong together are refused", () => {
  const base = { weights: [1, 1], y: Float64Array.of(0, 1), dimensions: [factor(["a", "b"], { name: "g" })] };
  const cube = makeCube(base);
  it.each([
    [
      "other levels",
      { dimensions: [factor(["a", "c"], { name: "g" })] },
      "the cubes have different dimensions or levels",
    ],
    ["another policy for lone units", { singlePsu: "adjust" }, "the cubes have different designs"],
    ["a finite population", { populationSizes: [9, 9] }, "the cubes have different designs"],
  ] as const)("%s", (_, change, message) => {
    expect(() => mergeCubes(cube, makeCube({ ...base, ...change }))).toThrow(new RangeError(message));
  });

  it("populations that differ or are smaller than both samples", () => {
    const of = (size: number) => makeCube({ ...base, populationSizes: [size, size] });
    expect(() => mergeCubes(of(9), of(8))).toThrow("the cubes give a stratum the population sizes 9 and 8");
    expect(() => mergeCubes(of(3), of(3))).toThrow(
      "the population has 4 units in the sample and 3 in the population",
    );
    expect(mergeCubes(of(8), of(8)).design.samplingFraction[0]).toBe(0.5);
  });
});
