import { describe, expect, it } from "vitest";
import { bootstrap } from "../../../../src/stats/design/bootstrap.js";
import { covarianceOfTotals } from "../../../../src/stats/design/covariance.js";
import { factor } from "../../../../src/stats/design/factor.js";
import { type ReplicateWeights, replicateCovariance } from "../../../../src/stats/design/replicates.js";
import type { Adjustment } from "../../../../src/stats/design/survey-design.js";
import { type SurveyDesign, surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { expectAllNear, expectNear } from "../near.js";
import { numbers } from "../sample.js";

const replicatesOf = ({ replicates }: SurveyDesign) => replicates as ReplicateWeights;

function weightsOf(design: SurveyDesign): Float64Array[] {
  return Array.from({ length: replicatesOf(design).count }, (_, r) => {
    const out = new Float64Array(design.n);
    replicatesOf(design).weightsOf(r, out);
    return out;
  });
}

const design = surveyDesign({
  weights: [1, 2, 3, 4, 5, 6],
  strata: factor(["a", "a", "b", "b", "b", "b"]),
  clusters: factor(["x", "y", "x", "y", "z", "z"]),
});
const resampled = (replicates: number, seed: number) => bootstrap(design, { replicates, seed, mse: false });

describe("the bootstrap of Rao and Wu", () => {
  it("draws one unit fewer than a stratum has, at draws times m / (m - 1)", () => {
    const made = resampled(200, 1);
    for (const w of weightsOf(made)) {
      const factors = Array.from(w, (weight, i) => weight / (i + 1));
      // a: one of two drawn, at 2. b: two draws of three, at 3/2 each.
      expectAllNear(factors.slice(0, 2).sort(), [0, 2]);
      const b = factors.slice(2, 5);
      for (const drawn of b) expectNear(drawn % 1.5, 0);
      expectNear(
        b.reduce((sum, drawn) => sum + drawn, 0),
        3,
      );
      expect(factors[5]).toBe(factors[4]);
    }
  });

  it("has a scale of 1 / (R - 1) and degrees of freedom of the design", () => {
    const made = replicatesOf(resampled(41, 1));
    expect(made).toMatchObject({ method: "bootstrap", count: 41, scale: 1 / 40, mse: false, df: null });
    expect(made.rscales).toEqual(new Float64Array(41).fill(1));
  });

  it("is the same for the same seed and another for another", () => {
    expect(weightsOf(resampled(20, 5))).toEqual(weightsOf(resampled(20, 5)));
    expect(weightsOf(resampled(20, 5))).not.toEqual(weightsOf(resampled(20, 6)));
    // The first replicates do not depend on how many there are.
    expect(weightsOf(resampled(30, 5)).slice(0, 20)).toEqual(weightsOf(resampled(20, 5)));
  });

  it("has weights that average the design's, and the variance of totals of linearisation, to simulation error", () => {
    const made = resampled(4000, 11);
    const sums = new Float64Array(6);
    for (const w of weightsOf(made))
      for (let i = 0; i < 6; i++) sums[i] = (sums[i] as number) + (w[i] as number);
    // Each factor has a standard deviation of at most 1: a mean of 4000 is within 5 / sqrt(4000) = 0.08.
    expectAllNear(
      sums.map((sum) => sum / 4000),
      design.weights,
      { relative: 0.08 },
    );
    const y = numbers(3, -1, 2, 8, 4, 1);
    const full = y.reduce((sum, value, i) => sum + value * (i + 1), 0);
    const found = replicateCovariance(replicatesOf(made), replicatesOf(made).totals([y]), [full]);
    // A variance of 4000 values varies by about sqrt(2 / 4000) = 2%.
    const score = y.map((value, i) => value * (i + 1));
    expectAllNear(found, covarianceOfTotals(design, [score]), { relative: 0.1 });
  });

  it("has totals that are those of the weights it writes out", () => {
    const made = resampled(10, 3);
    const y = numbers(3, -1, 2, 8, 4, 1);
    expectAllNear(
      replicatesOf(made).totals([y]),
      weightsOf(made).map((w) => w.reduce((sum, weight, i) => sum + weight * (y[i] as number), 0)),
    );
  });

  it("leaves a single unit that counts as certain as it is", () => {
    const lone = surveyDesign({
      strata: factor(["a", "b", "b"]),
      weights: [7, 1, 1],
      singlePsu: "certainty",
    });
    for (const w of weightsOf(bootstrap(lone, { replicates: 10, seed: 1, mse: false }))) expect(w[0]).toBe(7);
  });
});

it("throws on too few replicates, a seed that is no whole number, a single unit and adjusted weights", () => {
  const make = (of: SurveyDesign, replicates: number, seed: number) => () =>
    bootstrap(of, { replicates, seed, mse: false });
  expect(make(design, 1, 1)).toThrow(new RangeError("a bootstrap needs 2 or more replicates, not 1"));
  expect(make(design, 2.5, 1)).toThrow(new RangeError("a bootstrap needs 2 or more replicates, not 2.5"));
  expect(make(design, 2, 0.5)).toThrow(new RangeError("the seed must be a whole number, not 0.5"));
  const lone = surveyDesign({ strata: factor(["a", "b", "b"]), singlePsu: "adjust" });
  expect(make(lone, 2, 1)).toThrow(
    new RangeError("Stratum a has one primary sampling unit, which cannot be resampled"),
  );
  expect(make(surveyDesign({ n: 1 }), 2, 1)).toThrow(
    new RangeError("The design has one primary sampling unit, which cannot be resampled"),
  );
  const adjustment: Adjustment = {
    kind: "post-stratification",
    initial: design.weights,
    final: design.weights,
    strata: design.strata,
  };
  expect(make({ ...design, adjustments: [adjustment] }, 2, 1)).toThrow(
    new RangeError("make replicate weights before the weights are adjusted, so that each is adjusted too"),
  );
});
