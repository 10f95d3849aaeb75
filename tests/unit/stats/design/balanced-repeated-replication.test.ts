import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balancedRepeatedReplication } from "../../../../src/stats/design/balanced-repeated-replication.js";
import { covarianceOfTotals } from "../../../../src/stats/design/covariance.js";
import { factor } from "../../../../src/stats/design/factor.js";
import { type ReplicateWeights, replicateCovariance } from "../../../../src/stats/design/replicates.js";
import type { Adjustment } from "../../../../src/stats/design/survey-design.js";
import { type SurveyDesign, surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { expectAllNear } from "../near.js";
import { numbers } from "../sample.js";

const replicatesOf = ({ replicates }: SurveyDesign) => replicates as ReplicateWeights;

function weightsOf(design: SurveyDesign): Float64Array[] {
  return Array.from({ length: replicatesOf(design).count }, (_, r) => {
    const out = new Float64Array(design.n);
    replicatesOf(design).weightsOf(r, out);
    return out;
  });
}

const pairs = surveyDesign({ weights: [1, 2, 3, 4], strata: factor(["a", "a", "b", "b"]) });

describe("balanced repeated replication", () => {
  it("keeps one unit of each stratum at twice its weight, every pair of choices once", () => {
    const design = balancedRepeatedReplication(pairs, { fay: 0, mse: true });
    expect(weightsOf(design)).toEqual([
      numbers(2, 0, 6, 0),
      numbers(0, 4, 6, 0),
      numbers(2, 0, 0, 8),
      numbers(0, 4, 0, 8),
    ]);
    expect(replicatesOf(design)).toMatchObject({
      method: "BRR",
      count: 4,
      scale: 1 / 4,
      mse: true,
      df: null,
    });
    expect(replicatesOf(design).rscales).toEqual(numbers(1, 1, 1, 1));
  });

  it("keeps with Fay's rho the other unit at rho, and scales by (1 - rho)²", () => {
    const design = balancedRepeatedReplication(pairs, { fay: 0.5, mse: true });
    expect(weightsOf(design)[0]).toEqual(numbers(1.5, 1, 4.5, 2));
    expect(replicatesOf(design).scale).toBe(1 / (4 * 0.25));
  });

  it("has a power of two of replicates above the number of strata", () => {
    const of = (strata: number) =>
      replicatesOf(
        balancedRepeatedReplication(
          surveyDesign({ strata: factor(Array.from({ length: 2 * strata }, (_, i) => i >> 1)) }),
          { fay: 0, mse: true },
        ),
      ).count;
    expect([1, 2, 3, 4, 7, 8].map(of)).toEqual([2, 4, 4, 8, 8, 16]);
  });

  it("has the covariance of totals that linearisation has, exactly, with and without Fay and about either centre", () => {
    const rows = fc.array(
      fc.tuple(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.integer({ min: -9, max: 9 })),
      {
        minLength: 2,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(0, 0.3, 0.5), fc.boolean(), (drawn, fay, mse) => {
        const kept = drawn.slice(0, drawn.length - (drawn.length % 2));
        const design = surveyDesign({
          weights: kept.map(([w]) => w),
          strata: factor(kept.map((_, i) => i >> 1)),
        });
        const columns = [Float64Array.from(kept, ([, y]) => y), Float64Array.from(kept, ([, y]) => y * y)];
        const scores = columns.map((y) => y.map((value, i) => value * (design.weights[i] as number)));
        const full = scores.map((score) => score.reduce((sum, value) => sum + value, 0));
        const replicates = replicatesOf(balancedRepeatedReplication(design, { fay, mse }));
        expectAllNear(
          replicateCovariance(replicates, replicates.totals(columns), full),
          covarianceOfTotals(design, scores),
          { absolute: 1e-9 },
        );
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("takes clusters as units, and no notice of a stratum that does not occur", () => {
    const clustered = surveyDesign({
      strata: factor(["a", "a", "a", "b", "b"], { levels: ["a", "unused", "b"] }),
      clusters: factor(["x", "x", "y", "x", "y"]),
    });
    const made = weightsOf(balancedRepeatedReplication(clustered, { fay: 0, mse: true }));
    expect(made).toHaveLength(4);
    for (const w of made) {
      expect(w[0]).toBe(w[1]);
      expect([(w[0] as number) + (w[2] as number), (w[3] as number) + (w[4] as number)]).toEqual([2, 2]);
    }
  });
});

it("throws on a rho out of range, a stratum without two units and adjusted weights", () => {
  const make = (design: SurveyDesign, fay: number) => () =>
    balancedRepeatedReplication(design, { fay, mse: true });
  expect(make(pairs, 1)).toThrow(new RangeError("Fay's rho must be 0 or more and below 1, not 1"));
  expect(make(pairs, -0.1)).toThrow(new RangeError("Fay's rho must be 0 or more and below 1, not -0.1"));
  expect(make(pairs, Number.NaN)).toThrow(new RangeError("Fay's rho must be 0 or more and below 1, not NaN"));
  expect(make(surveyDesign({ strata: factor(["a", "a", "b"]) }), 0)).toThrow(
    new RangeError("balanced replicates need two primary sampling units a stratum; stratum b has 1"),
  );
  expect(make(surveyDesign({ n: 3 }), 0)).toThrow(
    new RangeError("balanced replicates need two primary sampling units a stratum; the design has 3"),
  );
  const adjustment: Adjustment = {
    kind: "post-stratification",
    initial: pairs.weights,
    final: pairs.weights,
    strata: pairs.strata,
  };
  expect(make({ ...pairs, adjustments: [adjustment] }, 0)).toThrow(
    new RangeError("make replicate weights before the weights are adjusted, so that each is adjusted too"),
  );
});
