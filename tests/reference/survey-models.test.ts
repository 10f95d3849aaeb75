import { describe, expect, it } from "vitest";
import { linearRegression } from "../../src/stats/models/linear-regression.js";
import { logisticRegression } from "../../src/stats/models/logistic-regression.js";
import type { ModelTerm } from "../../src/stats/models/model-matrix.js";
import type { Regression } from "../../src/stats/models/regression.js";
import { expectSame } from "./compare.js";
import { expectSameMatrix } from "./compare-matrix.js";
import { type Dataset, domainOf, factorOf, numbers } from "./designs.js";
import { type Case, casesOf, MADE_BY, nameOf, sampleOf } from "./survey-fixture.js";

type ModelCase = Case<
  Record<"estimate" | "se" | "covariance" | "t" | "p" | "low" | "high", readonly number[]> & {
    readonly names: readonly string[];
    readonly df: number;
    readonly n: number;
  }
> & { readonly terms: readonly string[]; readonly family: "gaussian" | "binomial" };

/** Numbers as numbers and text as a factor, as in R. */
function termOf(dataset: Dataset, name: string): ModelTerm {
  return dataset[name]?.some((value) => typeof value === "string")
    ? { name, kind: "factor", factor: factorOf(dataset, name) }
    : { name, kind: "number", values: numbers(dataset, name) };
}

function regressionOf(each: ModelCase): Regression {
  const { dataset, design } = sampleOf(each);
  const terms = each.terms.map((name) => termOf(dataset, name));
  const options = { level: 0.95, domain: domainOf(dataset, each.domain) };
  const y = numbers(dataset, each.y);
  return each.family === "gaussian"
    ? linearRegression(design, y, terms, options)
    : logisticRegression(design, y, terms, options);
}

describe(`regression against ${MADE_BY}`, () => {
  for (const [family, title, tolerance] of [
    ["gaussian", "linear regression as svyglm", 1e-9],
    // R iterates, and makes the variance at the step before the last.
    ["binomial", "logistic regression as svyglm with quasibinomial", 1e-7],
  ] as const) {
    const cases = casesOf<ModelCase>("glm").filter((each) => each.family === family);

    it(`has ${title}: coefficients, covariance, degrees of freedom`, () => {
      expect(cases.length).toBeGreaterThan(35);
      for (const each of cases) {
        const found = regressionOf(each);
        const of = nameOf(each);
        expect(found.terms.map(({ term }) => term)).toEqual(each.expected.names);
        expect([found.df, found.n], JSON.stringify(of)).toEqual([each.expected.df, each.expected.n]);
        found.terms.forEach(({ term, estimate, standardError }, a) => {
          const se = each.expected.se[a] as number;
          expectSame(
            estimate,
            each.expected.estimate[a] as number,
            { ...of, term },
            tolerance,
            tolerance * se,
          );
          expectSame(standardError, se, { ...of, term }, tolerance);
        });
        expectSameMatrix(found.covariance, each.expected.covariance, of, tolerance);
      }
    });

    it(`has ${title}: t tests and intervals`, () => {
      for (const each of cases) {
        regressionOf(each).terms.forEach(({ term, t, p, low, high }, a) => {
          const at = (values: readonly number[]) => values[a] as number;
          const of = { ...nameOf(each), term };
          const se = at(each.expected.se);
          expectSame(t ?? Number.NaN, at(each.expected.t), of, tolerance, tolerance);
          expectSame(p ?? Number.NaN, at(each.expected.p), of, 100 * tolerance, 0);
          expectSame(low ?? Number.NaN, at(each.expected.low), of, tolerance, 10 * tolerance * se);
          expectSame(high ?? Number.NaN, at(each.expected.high), of, tolerance, 10 * tolerance * se);
        });
      }
    });
  }
});
