import { describe, expect, it } from "vitest";
import { replicateCovariance, storedReplicates } from "../../../../src/stats/design/replicates.js";
import { expectAllNear } from "../near.js";
import { numbers } from "../sample.js";

const held = (weights: Float64Array[], of: { scale?: number; rscales?: Float64Array; mse?: boolean } = {}) =>
  storedReplicates(weights, {
    method: "other",
    scale: 1,
    rscales: new Float64Array(weights.length).fill(1),
    mse: true,
    df: null,
    ...of,
  });

describe("held replicate weights", () => {
  const weights = [numbers(2, 0), numbers(1, 3)];

  it("are written out row by row, and their totals taken", () => {
    const replicates = held(weights);
    const out = new Float64Array(2);
    replicates.weightsOf(1, out);
    expect(out).toEqual(numbers(1, 3));
    expect(replicates.count).toBe(2);
    // Columns 1, 3 and 1, 1: 2 * 1 = 2 and 2; 1 + 9 = 10 and 4.
    expect(replicates.totals([numbers(1, 3), numbers(1, 1)])).toEqual(numbers(2, 2, 10, 4));
  });

  it("keep their method, scales and degrees of freedom", () => {
    const of = { method: "other", scale: 0.5, rscales: numbers(1, 2), mse: false, df: 7 } as const;
    expect(storedReplicates(weights, of)).toMatchObject(of);
  });
});

describe("the covariance from replicates", () => {
  it("is the scale times the sum of rscales times squared distances from the full estimate", () => {
    // 2 and 7 about 4: 0.5 * (1 * 4 + 3 * 9) = 15.5.
    const replicates = held([numbers(), numbers()], { scale: 0.5, rscales: numbers(1, 3) });
    expect(replicateCovariance(replicates, numbers(2, 7), [4])).toEqual(numbers(15.5));
  });

  it("is about the mean of the replicates unless mse is asked for", () => {
    // 2 and 7 about 4.5: 0.5 * (1 * 6.25 + 3 * 6.25) = 12.5.
    const replicates = held([numbers(), numbers()], { scale: 0.5, rscales: numbers(1, 3), mse: false });
    expect(replicateCovariance(replicates, numbers(2, 7), [4])).toEqual(numbers(12.5));
  });

  it("leaves replicates of rscale 0 out of that mean", () => {
    const replicates = held([numbers(), numbers(), numbers()], { rscales: numbers(1, 1, 0), mse: false });
    // 2 and 6 about 4, and not about 16.
    expect(replicateCovariance(replicates, numbers(2, 6, 40), [9])).toEqual(numbers(8));
  });

  it("has the products of two statistics beside the diagonal", () => {
    // Distances 1, -1 and 2, 0: 1 + 1 = 2, 1 * 2 = 2, 4.
    const replicates = held([numbers(), numbers()]);
    expectAllNear(replicateCovariance(replicates, numbers(6, 3, 4, 1), [5, 1]), [2, 2, 2, 4]);
  });

  it("is NaN for a statistic that a replicate does not have, and for no other", () => {
    const replicates = held([numbers(), numbers()]);
    expect(replicateCovariance(replicates, numbers(6, 3, 4, Number.NaN), [5, 1])).toEqual(
      numbers(2, Number.NaN, Number.NaN, Number.NaN),
    );
  });
});
