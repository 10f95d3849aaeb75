import { describe, expect, it } from "vitest";
import { proportion } from "../../src/stats/estimates/proportion.js";
import type { IntervalMethod } from "../../src/stats/intervals/proportion-interval.js";
import { expectSame } from "./compare.js";
import { domainOf, numbers } from "./designs.js";
import { type Case, casesOf, MADE_BY, nameOf, sampleOf } from "./survey-fixture.js";

type Ends = readonly [low: number, high: number];
type IntervalCase = Case<
  Record<"estimate" | "se" | "df" | "n", number> & Record<"logit" | "xlogit" | "beta" | "asin" | "mean", Ends>
> & { readonly level: number };

const cases = casesOf<IntervalCase>("interval");

function estimateOf(each: IntervalCase, interval: IntervalMethod) {
  const { dataset, design } = sampleOf(each);
  const options = { domain: domainOf(dataset, each.domain), level: each.level, interval };
  return proportion(design, numbers(dataset, each.y), options).estimates[0];
}

describe(`intervals of proportions against ${MADE_BY}`, () => {
  it("compares intervals of several levels, in samples and domains", () => {
    expect(cases.length).toBeGreaterThan(35);
    expect(new Set(cases.map(({ level }) => level))).toEqual(new Set([0.9, 0.95, 0.99]));
    expect(cases.filter(({ domain }) => domain !== undefined).length).toBeGreaterThan(15);
  });

  for (const [ours, theirs, tolerance] of [
    ["logit", "xlogit", 1e-9],
    // The intercept of a logistic model, which R iterates.
    ["logit", "logit", 1e-7],
    ["beta", "beta", 1e-9],
    ["arcsine", "asin", 1e-9],
    ["wald", "mean", 1e-9],
  ] as const) {
    it(`has the ${ours} interval as svyciprop with method "${theirs}"`, () => {
      for (const each of cases) {
        const found = estimateOf(each, ours);
        const [low, high] = each.expected[theirs];
        const of = { ...nameOf(each), ours, theirs };
        expect([found?.df, found?.n], JSON.stringify(of)).toEqual([each.expected.df, each.expected.n]);
        expectSame(found?.estimate ?? Number.NaN, each.expected.estimate, of);
        expectSame(found?.standardError ?? Number.NaN, each.expected.se, of);
        expectSame(found?.low ?? Number.NaN, low, { ...of, low }, tolerance, 1e-14);
        expectSame(found?.high ?? Number.NaN, high, { ...of, high }, tolerance);
      }
    });
  }
});
