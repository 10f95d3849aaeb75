import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { jackknife } from "../../../../src/stats/design/jackknife.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import type { Estimate } from "../../../../src/stats/estimates/estimate.js";
import { mean } from "../../../../src/stats/estimates/mean.js";
import { proportion } from "../../../../src/stats/estimates/proportion.js";
import {
  type IntervalMethod,
  proportionInterval,
} from "../../../../src/stats/intervals/proportion-interval.js";
import { proportionReliability } from "../../../../src/stats/intervals/reliability.js";
import { expectAllNear, expectNear } from "../near.js";
import { column, designOfRows, groupOf, numbers, surveys } from "../sample.js";

const level = 0.95;
const first = ({ estimates }: { estimates: readonly Estimate[] }) => estimates[0] as Estimate;

describe("a proportion, by hand", () => {
  it("has the variance of a mean of 0 and 1, and the interval of its method", () => {
    // 1 of 4: s² = (9/16 + 3/16) / 3 = 1/4; variance 1/16. p (1 - p) / (1/16) = 3 effective interviews.
    const found = first(proportion(surveyDesign({ n: 4 }), numbers(1, 0, 0, 0), { level, interval: "wald" }));
    expect(found).toMatchObject({ statistic: "proportion", n: 4, estimate: 0.25, df: 3, method: "wald" });
    expectNear(found.standardError, 0.25);
    expectNear(found.effectiveN, 3);
    // t with 3 degrees of freedom at 0.975 is 3.182446.
    expectNear(found.low, 0.25 - 0.25 * 3.182446305284263);
    expectNear(found.high, 0.25 + 0.25 * 3.182446305284263);
    const at = { p: found.estimate, variance: 1 / 16, n: 4, df: 3 };
    expect(found.reliability).toEqual(proportionReliability(at));
  });

  it("has at 0 and 1 a standard error of 0, all interviews as effective and an interval by Clopper and Pearson", () => {
    const by = [factor(["p", "p", "p", "q", "q", "q"])];
    const { estimates } = proportion(surveyDesign({ n: 6 }), numbers(0, 0, 0, 1, 1, 1), {
      level,
      by,
      interval: "wilson",
    });
    // None of 3: up to 1 - 0.025^(1/3).
    expect(estimates[0]).toMatchObject({
      ...{ estimate: 0, standardError: 0, effectiveN: 3, low: 0, method: "clopper-pearson" },
    });
    expectNear(estimates[0]?.high, 1 - 0.025 ** (1 / 3));
    expect(estimates[1]).toMatchObject({ estimate: 1, standardError: 0, effectiveN: 3, high: 1 });
    expectNear(estimates[1]?.low, 0.025 ** (1 / 3));
  });

  it("throws on an answer other than 0, 1 and NaN", () => {
    const call = () => proportion(surveyDesign({ n: 2 }), numbers(1, 2), { level, interval: "wilson" });
    expect(call).toThrow(new RangeError("row 2 has the answer 2; a proportion needs 0 or 1"));
  });
});

describe("a proportion", () => {
  const run = { seed: 1, numRuns: 60 };
  const methods: readonly IntervalMethod[] = ["logit", "beta", "wilson", "arcsine", "wald"];

  it("has the estimates, covariances and design effects of a mean, and each group its own interval", () => {
    fc.assert(
      fc.property(surveys, fc.constantFrom(...methods), fc.constantFrom(0.8, 0.95), (rows, interval, at) => {
        const options = { level: at, by: [groupOf(rows)], deffReference: "with-replacement" } as const;
        const found = proportion(designOfRows(rows), column(rows, "has"), { ...options, interval });
        const means = mean(designOfRows(rows), column(rows, "has"), options);
        expect(found.covariance).toEqual(means.covariance);
        found.estimates.forEach((estimate, g) => {
          expect(estimate.estimate).toBe(means.estimates[g]?.estimate);
          expect(estimate.deff).toBe(means.estimates[g]?.deff);
          if (estimate.n === 0) return;
          const { estimate: p, n, df } = estimate;
          const variance = means.covariance[g * 4] as number;
          const own = proportionInterval({
            p,
            variance: Math.max(0, variance),
            n,
            df,
            level: at,
            method: interval,
          });
          expect([estimate.low, estimate.high]).toEqual([own?.low ?? null, own?.high ?? null]);
          expect(estimate.method).toBe(own?.method ?? null);
        });
      }),
      run,
    );
  });

  it("lies in its interval, which but for Wald's lies in 0 to 1", () => {
    fc.assert(
      fc.property(surveys, fc.constantFrom(...methods), (rows, interval) => {
        const { estimate, low, high } = first(
          proportion(designOfRows(rows), column(rows, "has"), { level, interval }),
        );
        if (low === null || high === null) return;
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
        if (interval === "wald") return;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
      run,
    );
  });

  it("of having not is 1 less that of having, with the interval's ends turned", () => {
    fc.assert(
      fc.property(surveys, fc.constantFrom(...methods), (rows, interval) => {
        const has = column(rows, "has");
        const found = first(proportion(designOfRows(rows), has, { level, interval }));
        const not = first(
          proportion(
            designOfRows(rows),
            has.map((value) => 1 - value),
            { level, interval },
          ),
        );
        expectNear(not.estimate, 1 - found.estimate);
        expectNear(not.standardError, found.standardError, { absolute: 1e-12 });
        if (found.low === null || found.high === null || found.standardError < 1e-9) return;
        expectNear(not.low, 1 - found.high, { absolute: 1e-8 });
        expectNear(not.high, 1 - found.low, { absolute: 1e-8 });
      }),
      run,
    );
  });

  it("has by replicates the interval of the replicates' variance", () => {
    const design = jackknife(surveyDesign({ n: 4 }), { method: "JK1", mse: true });
    // A mean's replicates are linear: the jackknife has exactly the variance 1/16.
    const found = proportion(design, numbers(1, 0, 0, 0), { level, interval: "wald" });
    expectAllNear(found.covariance, [1 / 16]);
    expectNear(first(found).high, 0.25 + 0.25 * 3.182446305284263);
  });
});
