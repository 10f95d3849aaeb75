import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cubeBytes, readCube } from "../../../../src/stats/cube/cube-bytes.js";
import { estimateFromCube } from "../../../../src/stats/cube/estimate-from-cube.js";
import { makeCube } from "../../../../src/stats/cube/make-cube.js";
import { mergeCubes } from "../../../../src/stats/cube/merge-cubes.js";
import { quantiseWeights } from "../../../../src/stats/cube/quantise-weights.js";
import { crossFactors, type Factor, factor } from "../../../../src/stats/design/factor.js";
import { mean } from "../../../../src/stats/estimates/mean.js";
import { proportion } from "../../../../src/stats/estimates/proportion.js";
import { total } from "../../../../src/stats/estimates/total.js";
import { designOf, expectSameEstimates, part, type Sample, type SampleKind, sample } from "./samples.js";

/** A sample of which nobody misses a margin, with weights before and after an adjustment by the cells of sex and age. */
function adjusted(seed: number, kind: SampleKind, of: "post-stratification" | "raking") {
  const s = sample(seed, kind);
  const age: Factor = factor(
    Array.from(s.age.codes, (code, i) => ((code + i) % 3 === 0 ? "middle" : "old")),
    {
      name: "age",
      levels: ["middle", "old"],
    },
  );
  const initial = s.weights;
  const ratio = (i: number) => 0.7 + 0.31 * (s.sex.codes[i] as number) + 0.23 * (age.codes[i] as number);
  const final = quantiseWeights(initial.map((w, i) => w * ratio(i))).map((w) => w / 1e6);
  const margins = [s.sex, age];
  const adjustment =
    of === "raking"
      ? {
          kind: of,
          initial,
          final,
          // All, f and old: three that are linearly independent.
          columns: [
            new Float64Array(s.n).fill(1),
            Float64Array.from(s.sex.codes, (code) => (code === 0 ? 1 : 0)),
            Float64Array.from(age.codes, (code) => (code === 1 ? 1 : 0)),
          ],
        }
      : { kind: of, initial, final, strata: crossFactors(margins) };
  const after: Sample = { ...s, age, weights: final };
  return { after, initial, design: { ...designOf(after), adjustments: [adjustment] } };
}

const cubeOf = (of: "post-stratification" | "raking", s: Sample, initialWeights: Float64Array) =>
  makeCube({
    weights: s.weights,
    y: s.y,
    dimensions: [s.sex, s.age],
    ...(s.strata ? { strata: s.strata } : {}),
    ...(s.clusters ? { clusters: s.clusters } : {}),
    ...(s.populationSizes ? { populationSizes: s.populationSizes } : {}),
    singlePsu: s.singlePsu,
    adjustment: { kind: of, dimensions: ["sex", "age"], initialWeights },
  });

const KINDS = [
  {},
  { strata: true, populations: true },
  { strata: true, clusters: true, singlePsu: "adjust" },
] as const;

describe.each(["post-stratification", "raking"] as const)(
  "after %s a cube gives what the interviews give",
  (of) => {
    it.each(KINDS)("of means, proportions and totals by a margin, by strata and in a domain: %o", (kind) => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
          const { after, initial, design } = adjusted(seed, { y: "binary", ...kind }, of);
          const cube = cubeOf(of, after, initial);
          const at = { level: 0.95 } as const;
          expectSameEstimates(
            estimateFromCube(cube, { ...at, statistic: "proportion", by: ["sex"], interval: "wilson" }),
            proportion(design, after.y, { ...at, by: [after.sex], interval: "wilson" }),
          );
          expectSameEstimates(
            estimateFromCube(cube, {
              ...at,
              statistic: "mean",
              by: ["age", "sex"],
              domain: ({ age }) => age === "old",
            }),
            mean(design, after.y, { ...at, by: [after.age, after.sex], domain: after.age.codes }),
          );
          expectSameEstimates(
            estimateFromCube(cube, { ...at, statistic: "total" }),
            total(design, after.y, at),
          );
        }),
        { seed: 1, numRuns: 10 },
      );
    });

    it("of a year, far from 0", () => {
      const { after, initial, design } = adjusted(12, { y: "year", strata: true }, of);
      expectSameEstimates(
        estimateFromCube(cubeOf(of, after, initial), {
          statistic: "mean",
          by: ["sex", "region"],
          level: 0.95,
        }),
        mean(design, after.y, { by: [after.sex, after.strata as Factor], level: 0.95 }),
      );
    });

    it("also after parts were merged and the cube was read from bytes", () => {
      const { after, initial } = adjusted(13, { y: "scale", strata: true }, of);
      const pick = (even: boolean) =>
        cubeOf(
          of,
          part(after, (i) => (i % 2 === 0) === even),
          initial.filter((_, i) => (i % 2 === 0) === even),
        );
      const whole = cubeOf(of, after, initial);
      expect(whole.exact).toBe(true);
      expect(mergeCubes(pick(false), pick(true))).toEqual(whole);
      expect(readCube(cubeBytes(whole))).toEqual(whole);
    });
  },
);

it("has no variance in a total that the adjustment fixes, and less than without it in others", () => {
  const { after, initial } = adjusted(14, { y: "binary" }, "post-stratification");
  const cube = cubeOf("post-stratification", { ...after, y: new Float64Array(after.n).fill(1) }, initial);
  const at = { statistic: "total", by: ["sex"], level: 0.95 } as const;
  const { estimates } = estimateFromCube(cube, at);
  const plain = estimateFromCube({ ...cube, design: { ...cube.design, adjustment: null } }, at);
  estimates.forEach((estimate, g) => {
    expect(plain.estimates[g]?.standardError).toBeGreaterThan(1);
    expect(estimate.standardError).toBeLessThan(1e-6 * estimate.estimate);
  });
});
