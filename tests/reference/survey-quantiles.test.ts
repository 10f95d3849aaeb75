import { describe, expect, it } from "vitest";
import { quantile } from "../../src/stats/estimates/quantile.js";
import { expectSame } from "./compare.js";
import { domainOf, numbers } from "./designs.js";
import { type Case, casesOf, MADE_BY, nameOf, sampleOf } from "./survey-fixture.js";

type ByProbability = Record<"estimate" | "low" | "high" | "se", readonly (number | null)[]>;
type QuantileCase = Case<{
  readonly math: ByProbability;
  readonly school: ByProbability;
  readonly df: number;
  readonly n: number;
}> & { readonly probabilities: readonly number[] };

/** Estimates of every case, probability and rule beside R's. */
function forEachQuantile(
  compare: (
    found: ReturnType<typeof quantile>,
    theirs: Record<keyof ByProbability, number | null>,
    of: object,
  ) => void,
): number {
  let compared = 0;
  for (const each of casesOf<QuantileCase>("quantile")) {
    const { dataset, design } = sampleOf(each);
    const y = numbers(dataset, each.y);
    const domain = domainOf(dataset, each.domain);
    each.probabilities.forEach((probability, i) => {
      for (const [rule, { estimate, low, high, se }] of [
        ["inverse", each.expected.math],
        ["school", each.expected.school],
      ] as const) {
        const found = quantile(design, y, { domain, level: 0.95, probability, rule });
        const theirs = {
          estimate: estimate[i] ?? null,
          low: low[i] ?? null,
          high: high[i] ?? null,
          se: se[i] ?? null,
        };
        compare(found, theirs, { ...nameOf(each), probability, rule });
        compared += 1;
      }
    });
  }
  return compared;
}

describe(`quantiles against ${MADE_BY}`, () => {
  it('has quantiles as svyquantile with qrule "math" and "school"', () => {
    const compared = forEachQuantile((found, { estimate }, of) => {
      expectSame(found.estimates[0]?.estimate ?? Number.NaN, estimate ?? Number.NaN, of);
    });
    expect(compared).toBeGreaterThan(550);
  });

  it('has Woodruff\'s interval as svyquantile with interval.type "mean", and its standard error', () => {
    const compared = forEachQuantile((found, { low, high, se }, of) => {
      const ours = found.estimates[0];
      // R may give one end; we give an interval or none.
      if (low === null || high === null || se === null) {
        expect([ours?.low, ours?.high, ours?.standardError]).toEqual([null, null, Number.NaN]);
        return;
      }
      expectSame(ours?.low ?? Number.NaN, low, { ...of, low });
      expectSame(ours?.high ?? Number.NaN, high, { ...of, high });
      expectSame(ours?.standardError ?? Number.NaN, se, { ...of, se });
    });
    expect(compared).toBeGreaterThan(550);
  });
});
