import { describe, expect, it } from "vitest";
import { type Contrast, contrast } from "../../src/stats/estimates/contrast.js";
import { mean } from "../../src/stats/estimates/mean.js";
import { differenceTest } from "../../src/stats/testing/difference-test.js";
import { expectSame } from "./compare.js";
import { domainOf, factorOf, numbers } from "./designs.js";
import { type Case, casesOf, MADE_BY, nameOf, sampleOf } from "./survey-fixture.js";

type Groups = { readonly groups: readonly (readonly [string])[] };

type ContrastCase = Case<
  Groups &
    Record<"estimate" | "se" | "covariance" | "t" | "p" | "low" | "high", readonly number[]> & {
      readonly df: number;
    }
> & { readonly contrasts: readonly number[] };

type TestCase = Case<Groups & Record<"estimate" | "se" | "statistic" | "df" | "p" | "low" | "high", number>>;

/** Means by R's groups, in R's order. */
function meansOf(each: ContrastCase | TestCase) {
  const { dataset, design } = sampleOf(each);
  const name = each.by?.[0] ?? "";
  const by = [factorOf(dataset, name)];
  const found = mean(design, numbers(dataset, each.y), {
    by,
    domain: domainOf(dataset, each.domain),
    level: 0.95,
  });
  expect(found.estimates.map((estimate) => [estimate.by[name]])).toEqual(each.expected.groups);
  return found;
}

function expectSameContrast(
  found: Contrast,
  { estimate, se, t, p, low, high }: Record<"estimate" | "se" | "t" | "p" | "low" | "high", number>,
  of: object,
): void {
  // A difference is what is left of two means: a relative 1e-9 of it, or of the standard error.
  expectSame(found.estimate, estimate, { ...of, estimate }, 1e-9, 1e-11 * se);
  expectSame(found.standardError, se, { ...of, se });
  expectSame(found.t, t, { ...of, t }, 1e-9, 1e-11);
  expectSame(found.p, p, { ...of, p }, 1e-8, 0);
  expectSame(found.low ?? Number.NaN, low, { ...of, low }, 1e-9, 1e-10 * se);
  expectSame(found.high ?? Number.NaN, high, { ...of, high }, 1e-9, 1e-10 * se);
}

describe(`contrasts and t tests against ${MADE_BY}`, () => {
  it("has differences between groups, and changes between periods that share clusters, as svycontrast", () => {
    const cases = casesOf<ContrastCase>("contrast");
    expect(cases.length).toBeGreaterThan(60);
    for (const each of cases) {
      const found = meansOf(each);
      const k = each.expected.groups.length;
      const { df, estimate, se, t, p, low, high } = each.expected;
      estimate.forEach((_, i) => {
        const coefficients = each.contrasts.slice(i * k, (i + 1) * k);
        const at = (values: readonly number[]) => values[i] as number;
        expectSameContrast(
          // R leaves the degrees of freedom to its user; these are of all groups together.
          contrast(found, coefficients, { level: 0.95, df }),
          { estimate: at(estimate), se: at(se), t: at(t), p: at(p), low: at(low), high: at(high) },
          { ...nameOf(each), i },
        );
      });
    }
  });

  it("has the t test of two groups as svyttest, with its degrees of freedom", () => {
    const cases = casesOf<TestCase>("ttest");
    expect(cases.length).toBeGreaterThan(90);
    for (const each of cases) {
      const found = differenceTest(meansOf(each), 0, 1, { level: 0.95 });
      expect(found.df, JSON.stringify(nameOf(each))).toBe(each.expected.df);
      expectSameContrast(found, { ...each.expected, t: each.expected.statistic }, nameOf(each));
    }
  });

  it("has the t test of one mean as svyttest, at the degrees of freedom that R takes one from", () => {
    const cases = casesOf<
      Case<Record<"estimate" | "se" | "statistic" | "df" | "p", number>> & { readonly null: number }
    >("ttestOne");
    expect(cases.length).toBeGreaterThan(30);
    for (const each of cases) {
      const { dataset, design } = sampleOf(each);
      const apart = numbers(dataset, each.y).map((y) => y - each.null);
      const means = mean(design, apart, { domain: domainOf(dataset, each.domain), level: 0.95 });
      const { estimate, se, statistic, df, p } = each.expected;
      expect(means.estimates[0]?.df).toBe(df + 1);
      const found = contrast(means, [1], { level: 0.95, df });
      expectSame(found.estimate + each.null, estimate, nameOf(each));
      expectSame(found.standardError, se, nameOf(each));
      expectSame(found.t, statistic, nameOf(each), 1e-9, 1e-11);
      expectSame(found.p, p, nameOf(each), 1e-8, 0);
    }
  });
});
