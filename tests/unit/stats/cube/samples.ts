import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { expect } from "vitest";
import { makeCube } from "../../../../src/stats/cube/make-cube.js";
import { quantiseWeights } from "../../../../src/stats/cube/quantise-weights.js";
import { type Factor, factor } from "../../../../src/stats/design/factor.js";
import { type SinglePsu, surveyDesign } from "../../../../src/stats/design/survey-design.js";
import type { Estimates } from "../../../../src/stats/estimates/estimate.js";

export interface SampleKind {
  readonly y: "binary" | "scale" | "year" | "real";
  readonly strata?: boolean;
  readonly clusters?: boolean;
  readonly populations?: boolean;
  readonly singlePsu?: SinglePsu;
}

/** A file of interviews with everything that can be in the way: missing answers and levels, weights of 0, an empty level. */
export interface Sample {
  readonly n: number;
  readonly weights: Float64Array;
  readonly y: Float64Array;
  readonly sex: Factor;
  readonly age: Factor;
  readonly strata?: Factor;
  readonly clusters?: Factor;
  readonly populationSizes?: Float64Array;
  readonly singlePsu: SinglePsu;
}

export function sample(seed: number, kind: SampleKind): Sample {
  const random = xoroshiro128plus(seed);
  const below = (count: number) => uniformInt(random, 0, count - 1);
  const n = 12 + below(120);
  const rows = Array.from({ length: n }, () => {
    const stratum = below(4);
    return {
      weight: below(10) === 0 ? 0 : (1 + below(5_000_000)) / 700_000 + 0.01,
      sex: ["f", "m"][below(2)] as string,
      // Nobody is "young".
      age: [null, "middle", "old", "old"][below(4)] as string | null,
      stratum: "nesw"[stratum] as string,
      // Cluster "0" is in all strata, and another one in each.
      cluster: `${below(3) === 0 ? 0 : below(4)}`,
      size: [60, 40, 300, 1000][stratum] as number,
      answered: below(8) > 0,
      y: {
        binary: () => below(2),
        scale: () => below(11) - 3,
        year: () => 1980 + below(30),
        real: () => below(1e6) / 7e4 - 3,
      }[kind.y](),
    };
  });
  const { strata, clusters, populations } = kind;
  const all = rows.length * 40;
  return {
    n,
    weights: quantiseWeights(rows.map((row) => row.weight)).map((w) => w / 1e6),
    y: Float64Array.from(rows, (row) => (row.answered ? row.y : Number.NaN)),
    sex: factor(
      rows.map((row) => row.sex),
      { name: "sex", levels: ["f", "m"] },
    ),
    age: factor(
      rows.map((row) => row.age),
      { name: "age", levels: ["young", "middle", "old"] },
    ),
    ...(strata
      ? {
          strata: factor(
            rows.map((row) => row.stratum),
            { name: "region", levels: ["n", "e", "s", "w"] },
          ),
        }
      : {}),
    ...(clusters
      ? {
          clusters: factor(
            rows.map((row) => row.cluster),
            { name: "village", levels: ["0", "1", "2", "3"] },
          ),
        }
      : {}),
    ...(populations
      ? { populationSizes: Float64Array.from(rows, (row) => (strata ? row.size + all : all)) }
      : {}),
    singlePsu: kind.singlePsu ?? "certainty",
  };
}

/** The rows of a sample for which a condition holds. */
export function part(of: Sample, keep: (row: number) => boolean): Sample {
  const rows = Array.from({ length: of.n }, (_, i) => i).filter(keep);
  const pick = (column: Float64Array) => Float64Array.from(rows, (i) => column[i] as number);
  const pickFactor = (f: Factor): Factor => ({
    ...f,
    codes: Int32Array.from(rows, (i) => f.codes[i] as number),
  });
  return {
    ...of,
    n: rows.length,
    weights: pick(of.weights),
    y: pick(of.y),
    sex: pickFactor(of.sex),
    age: pickFactor(of.age),
    ...(of.strata ? { strata: pickFactor(of.strata) } : {}),
    ...(of.clusters ? { clusters: pickFactor(of.clusters) } : {}),
    ...(of.populationSizes ? { populationSizes: pick(of.populationSizes) } : {}),
  };
}

export function designOf({ weights, strata, clusters, populationSizes, singlePsu }: Sample) {
  return surveyDesign({
    weights,
    ...(strata ? { strata } : {}),
    ...(clusters ? { clusters } : {}),
    ...(populationSizes ? { populationSizes } : {}),
    singlePsu,
  });
}

export function cubeOf(of: Sample) {
  const { weights, y, sex, age, strata, clusters, populationSizes, singlePsu } = of;
  return makeCube({
    weights,
    y,
    dimensions: [sex, age],
    ...(strata ? { strata } : {}),
    ...(clusters ? { clusters } : {}),
    ...(populationSizes ? { populationSizes } : {}),
    singlePsu,
  });
}

/** Equal at 1e-9 of each number; what cancels out at 1e-9 of what it was before. */
export function expectSameEstimates(found: Estimates, expected: Estimates): void {
  expect(found.estimates.length).toBe(expected.estimates.length);
  const k = expected.estimates.length;
  expected.estimates.forEach((right, g) => {
    const left = found.estimates[g] as typeof right;
    const { standardError, estimate } = right;
    const size = Math.abs(estimate) + standardError;
    const near = (name: keyof typeof right, a: unknown, b: unknown, unit: number) => {
      const same =
        Object.is(a, b) || (typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= 1e-9 * unit);
      if (!same) expect.fail(`${name} ${a} is not ${b} of ${JSON.stringify(right)}`);
    };
    near("estimate", left.estimate, estimate, size);
    near(
      "standardError",
      left.standardError,
      standardError,
      standardError + 1e-6 * Math.max(1, Math.abs(estimate)),
    );
    near("low", left.low, right.low, size);
    near("high", left.high, right.high, size);
    near("weightedN", left.weightedN, right.weightedN, right.weightedN);
    // Of a standard error that is all rounding, as of a group in one cluster, nothing else can be told.
    if (!(standardError <= 1e-12 * Math.max(1, Math.abs(estimate))))
      for (const name of ["effectiveN", "deff", "cv"] as const)
        near(name, left[name], right[name], Math.abs(right[name] ?? 1));
    for (const name of ["statistic", "by", "n", "df", "method", "level", "deffReference"] as const)
      expect(left[name], name).toEqual(right[name]);
    expect(left.reliability?.flag).toBe(right.reliability?.flag);
    expect(left.reliability?.reasons).toEqual(right.reliability?.reasons);
  });
  const unit = expected.estimates.map(
    ({ estimate, standardError }) => standardError + 1e-6 * Math.max(1, Math.abs(estimate)),
  );
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < k; b++) {
      const left = found.covariance[a * k + b] as number;
      const right = expected.covariance[a * k + b] as number;
      if (Number.isNaN(right)) expect(left).toBeNaN();
      else if (!(Math.abs(left - right) <= 1e-9 * (unit[a] as number) * (unit[b] as number)))
        expect.fail(`covariance ${left} of ${a} and ${b} is not ${right}`);
    }
  }
  for (let a = 0; a < k; a++)
    for (let b = 0; b <= a; b++)
      expect(found.degreesOfFreedom([a, b])).toBe(expected.degreesOfFreedom([a, b]));
}
