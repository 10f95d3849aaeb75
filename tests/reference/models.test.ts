import { describe, expect, it } from "vitest";
import { type Factor, factor } from "../../src/stats/design/factor.js";
import { jackknife } from "../../src/stats/design/jackknife.js";
import type { Adjustment } from "../../src/stats/design/survey-design.js";
import { type SinglePsu, type SurveyDesign, surveyDesign } from "../../src/stats/design/survey-design.js";
import { averagePredictions } from "../../src/stats/models/average-predictions.js";
import { linearRegression } from "../../src/stats/models/linear-regression.js";
import { logisticRegression } from "../../src/stats/models/logistic-regression.js";
import type { ModelTerm } from "../../src/stats/models/model-matrix.js";
import { expectSame, itMatchesLiveR, readFixture } from "./compare.js";

type Column = readonly (number | string | null)[];

interface DesignColumns {
  readonly dataset: string;
  readonly weights: string;
  readonly strata?: string;
  readonly clusters?: string;
  readonly fpc?: string;
  readonly lonely?: SinglePsu;
  readonly kind?: Adjustment["kind"];
  readonly cells?: string;
  readonly auxiliary?: readonly string[];
  readonly final?: readonly number[];
  readonly replicates?: "JK1" | "JKn";
  readonly mse?: boolean;
}

interface Case {
  readonly design: string;
  readonly y: string;
  readonly terms: readonly string[];
  readonly domain?: string;
  readonly estimate: readonly number[];
  readonly df: number;
}

interface RegressionCase extends Case {
  readonly family: "gaussian" | "binomial";
  readonly level: number;
  readonly names: readonly string[];
  readonly covariance: readonly number[];
  readonly se: readonly number[];
  readonly t: readonly number[];
  readonly p: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly n: number;
  readonly weightedN: number;
}

interface PredictionCase extends Case {
  readonly over: string;
  readonly levels: readonly string[];
  readonly fixed: readonly number[];
  readonly sampled: readonly number[];
  readonly svypredmeans?: { readonly coefficients: readonly number[]; readonly averages: readonly number[] };
}

const fixture = readFixture<{
  readonly r: string;
  readonly survey: string;
  readonly datasets: Readonly<Record<string, Readonly<Record<string, Column>>>>;
  readonly designs: Readonly<Record<string, DesignColumns>>;
  readonly regressions: readonly RegressionCase[];
  readonly predictions: readonly PredictionCase[];
}>("models");

describe(`models against survey ${fixture.survey} of ${fixture.r}`, () => {
  it("compares both families with strata, clusters, a finite population, adjusted and replicate weights", () => {
    const { regressions, predictions, designs } = fixture;
    for (const family of ["gaussian", "binomial"])
      expect(new Set(regressions.filter((one) => one.family === family).map((one) => one.design))).toEqual(
        new Set(Object.keys(designs)),
      );
    expect(regressions.length).toBeGreaterThan(100);
    expect(regressions.filter(({ domain }) => domain !== undefined).length).toBeGreaterThan(40);
    expect(predictions.length).toBeGreaterThan(15);
  });

  for (const family of ["gaussian", "binomial"] as const)
    it(`has the coefficients, covariances, tests and intervals of svyglm(family = ${family})`, () => {
      for (const one of fixture.regressions) {
        if (one.family !== family) continue;
        const of = { design: one.design, y: one.y, terms: one.terms, domain: one.domain };
        const regression = family === "gaussian" ? linearRegression : logisticRegression;
        const found = regression(designOf(one.design), numbersOf(one, one.y), termsOf(one), {
          level: one.level,
          ...domainOf(one),
        });
        expect(found.terms.map(({ term }) => term)).toEqual(one.names);
        expect(found.df, JSON.stringify(of)).toBe(one.df);
        expect(found.n).toBe(one.n);
        expectSame(found.weightedN, one.weightedN, of);
        expectMatrix(found.covariance, one.covariance, of);
        found.terms.forEach((term, a) => {
          const se = one.se[a] as number;
          const which = { ...of, term: term.term };
          expectSame(term.estimate, one.estimate[a] as number, which, 1e-9, 1e-10 * se);
          expectSame(term.standardError, se, which);
          expectSame(term.t as number, one.t[a] as number, which, 1e-9, 1e-10);
          // A relative error of t is one of p times t².
          expectSame(term.p as number, one.p[a] as number, which, 1e-9 * (1 + (one.t[a] as number) ** 2), 0);
          expectSame(term.low as number, one.low[a] as number, which, 1e-9, 1e-9 * se);
          expectSame(term.high as number, one.high[a] as number, which, 1e-9, 1e-9 * se);
        });
      }
    });

  it("has average predictions as marginal standardisation by hand, with fixed and with sampled covariates", () => {
    for (const one of fixture.predictions) {
      const of = { design: one.design, y: one.y, terms: one.terms, domain: one.domain };
      for (const covariates of ["fixed", "sampled"] as const) {
        const { levels } = predictionsOf(one, covariates);
        expect(levels.estimates.map(({ level }) => level)).toEqual(one.levels);
        expect(levels.df).toBe(one.df);
        levels.estimates.forEach(({ estimate }, l) => {
          expectSame(estimate, one.estimate[l] as number, of);
        });
        expectMatrix(levels.covariance, one[covariates], of);
      }
    }
  });

  it("has with fixed covariates the part of svypredmeans's variance that is of the coefficients", () => {
    const cases = fixture.predictions.filter(({ svypredmeans }) => svypredmeans !== undefined);
    expect(cases.length).toBeGreaterThan(10);
    for (const one of cases)
      expectMatrix(predictionsOf(one, "fixed").levels.covariance, one.svypredmeans?.coefficients ?? [], {
        design: one.design,
        terms: one.terms,
      });
  });

  it("differs with sampled covariates from svypredmeans by the covariance that it leaves out", () => {
    for (const one of fixture.predictions) {
      if (one.svypredmeans === undefined) continue;
      const { coefficients, averages } = one.svypredmeans;
      const { covariance } = predictionsOf(one, "sampled").levels;
      const ratio = (covariance[0] as number) / ((coefficients[0] as number) + (averages[0] as number));
      expect(ratio).not.toBeCloseTo(1, 6);
      expect(ratio).toBeGreaterThan(0.5);
      expect(ratio).toBeLessThan(2);
    }
  });
});

itMatchesLiveR("models", { tolerance: 1e-9, absolute: 1e-11 });

function predictionsOf(one: PredictionCase, covariates: "fixed" | "sampled") {
  const regression = logisticRegression(designOf(one.design), numbersOf(one, one.y), termsOf(one), {
    level: 0.95,
    ...domainOf(one),
  });
  return averagePredictions(regression, one.over, { level: 0.95, covariates });
}

/** Entry by entry; one that is small beside its row and column within that of their standard errors. */
function expectMatrix(found: Float64Array, expected: readonly number[], of: unknown): void {
  expect(found.length).toBe(expected.length);
  const k = Math.sqrt(expected.length);
  expected.forEach((value, at) => {
    const a = expected[Math.floor(at / k) * (k + 1)] as number;
    const b = expected[(at % k) * (k + 1)] as number;
    expectSame(found[at] as number, value, { of, at }, 1e-9, 1e-9 * Math.sqrt(a * b));
  });
}

function columnOf(design: string, name: string): Column {
  const of = fixture.designs[design];
  const column = of === undefined ? undefined : fixture.datasets[of.dataset]?.[name];
  if (column === undefined) throw new Error(`there is no ${name} for ${design}`);
  return column;
}

const numbers = (column: Column) =>
  Float64Array.from(column, (value) => (value === null ? Number.NaN : Number(value)));

function numbersOf(one: Case, name: string): Float64Array {
  return numbers(columnOf(one.design, name));
}

function domainOf(one: Case): { domain?: Float64Array } {
  return one.domain === undefined ? {} : { domain: numbersOf(one, one.domain) };
}

function termsOf(one: Case): ModelTerm[] {
  return one.terms.map((name) => {
    const column = columnOf(one.design, name);
    return column.some((value) => typeof value === "string")
      ? { name, kind: "factor", factor: factor(column) }
      : { name, kind: "number", values: numbers(column) };
  });
}

function designOf(name: string): SurveyDesign {
  const of = fixture.designs[name] as DesignColumns;
  const column = (which: string | undefined) => (which === undefined ? undefined : columnOf(name, which));
  const as = <K extends string, V>(key: K, value: V | undefined) =>
    (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>;
  const factorOf = (which: string | undefined) =>
    which === undefined ? undefined : factor(column(which) ?? []);
  const fpc = column(of.fpc);
  const plain = surveyDesign({
    weights: numbers(columnOf(name, of.weights)),
    ...as("strata", factorOf(of.strata)),
    ...as("clusters", factorOf(of.clusters)),
    ...as("populationSizes", fpc === undefined ? undefined : numbers(fpc)),
    ...as("singlePsu", of.lonely),
  });
  if (of.replicates !== undefined) return jackknife(plain, { method: of.replicates, mse: of.mse ?? false });
  if (of.kind === undefined || of.final === undefined) return plain;
  const final = Float64Array.from(of.final);
  return {
    ...plain,
    weights: final,
    adjustments: [
      {
        kind: of.kind,
        initial: plain.weights,
        final,
        ...as("strata", factorOf(of.cells)),
        ...as(
          "columns",
          of.auxiliary === undefined
            ? undefined
            : [
                new Float64Array(plain.n).fill(1),
                ...of.auxiliary.flatMap((which) => {
                  const auxiliary = columnOf(name, which);
                  return typeof auxiliary[0] === "string"
                    ? indicators(factor(auxiliary))
                    : [numbers(auxiliary)];
                }),
              ],
        ),
      },
    ],
  };
}

/** A column of 0 and 1 for each level but the first. */
function indicators({ codes, levels }: Factor): Float64Array[] {
  return levels.slice(1).map((_, at) => Float64Array.from(codes, (code) => (code === at + 1 ? 1 : 0)));
}
