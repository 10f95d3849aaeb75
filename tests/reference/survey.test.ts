import { describe, expect, it, vi } from "vitest";
import { covarianceOfTotals } from "../../src/stats/design/covariance.js";
import type { Estimate, EstimateOptions, Estimates } from "../../src/stats/estimates/estimate.js";
import { mean } from "../../src/stats/estimates/mean.js";
import { proportion } from "../../src/stats/estimates/proportion.js";
import { ratio } from "../../src/stats/estimates/ratio.js";
import { total } from "../../src/stats/estimates/total.js";
import { expectSame, itMatchesLiveR } from "./compare.js";
import { expectSameMatrix } from "./compare-matrix.js";
import { domainOf, factorOf, indicator, numbers } from "./designs.js";
import { type Case, casesOf, columnsOf, MADE_BY, nameOf, sampleOf } from "./survey-fixture.js";

type Call = "mean" | "total" | "ratio" | "proportion";

interface Expected {
  readonly estimate: readonly number[];
  readonly se: readonly number[];
  readonly covariance: readonly number[];
  readonly df: number;
  readonly n: number | readonly number[];
  readonly groups?: readonly (readonly string[])[];
  readonly groupDf?: readonly number[];
  readonly levels?: readonly string[];
  readonly deff?: readonly (number | null)[];
  readonly deffReplace?: readonly number[];
}

type EstimateCase = Case<Expected> & { readonly denominator?: string };

/** What we estimate where R was asked for `each`; of a factor the proportion of one level. */
function estimatesOf(
  each: EstimateCase,
  level: string | null,
  deffReference?: EstimateOptions["deffReference"],
): Estimates {
  const { dataset, design } = sampleOf(each);
  const options = {
    by: (each.by ?? []).map((name) => factorOf(dataset, name)),
    domain: domainOf(dataset, each.domain),
    level: 0.95,
    ...(deffReference === undefined ? {} : { deffReference }),
  };
  if (level !== null)
    return proportion(design, indicator(dataset, each.y, level), { ...options, interval: "logit" });
  const y = numbers(dataset, each.y);
  if (each.call === "total") return total(design, y, options);
  if (each.denominator !== undefined) return ratio(design, y, numbers(dataset, each.denominator), options);
  return mean(design, y, options);
}

/** The places of R's groups among ours, which have those without interviews too. */
function placesOf(each: EstimateCase, { estimates }: Estimates): number[] {
  const { by, expected } = each;
  if (by === undefined || expected.groups === undefined) return [0];
  const places = expected.groups.map((values) =>
    estimates.findIndex((estimate) => by.every((name, f) => estimate.by[name] === values[f])),
  );
  expect(places, JSON.stringify(nameOf(each))).not.toContain(-1);
  // A group that R does not have has nobody with us.
  estimates.forEach((estimate, g) => {
    if (!places.includes(g)) expect([estimate.n, estimate.estimate]).toEqual([0, Number.NaN]);
  });
  return places;
}

/** Runs `compare` on every case, for every level of a factor, with the places of its groups here and in R. */
function forEachCase(
  call: Call,
  compare: (
    each: EstimateCase,
    found: Estimates,
    places: readonly [ours: number, theirs: number][],
    level: string | null,
  ) => void,
): void {
  for (const each of casesOf<EstimateCase>(call)) {
    const levels = each.expected.levels ?? [null];
    levels.forEach((level, l) => {
      const found = estimatesOf(each, level);
      const places = placesOf(each, found);
      compare(
        each,
        found,
        places.map((ours, g) => [ours, l * places.length + g] as const) as [number, number][],
        level,
      );
    });
  }
}

const at = (estimates: readonly Estimate[], g: number): Estimate => {
  const estimate = estimates[g];
  if (estimate === undefined) throw new Error(`there is no group ${g}`);
  return estimate;
};

const STATISTICS = [
  ["mean", "means as svymean", 130],
  ["total", "totals as svytotal", 100],
  ["ratio", "ratios as svyratio", 70],
  ["proportion", "proportions of each answer as svymean of a factor", 50],
] as const;

describe(`estimates against ${MADE_BY}`, () => {
  it("compares at least 350 estimates of samples with and without weights, strata, clusters and finite populations", () => {
    const compared = STATISTICS.flatMap(([call]) => casesOf<EstimateCase>(call));
    expect(compared.length).toBeGreaterThan(350);
    const used = [...new Set(compared.map(({ design }) => design))].map(columnsOf);
    for (const column of ["weights", "strata", "clusters", "fpc", "lonely"] as const) {
      expect(used.filter((design) => design[column] !== undefined).length).toBeGreaterThan(3);
      expect(used.some((design) => design[column] === undefined)).toBe(true);
    }
    expect(new Set(used.map((design) => design.lonely))).toEqual(
      new Set([undefined, "certainty", "adjust", "average"]),
    );
    for (const groups of [0, 1, 2]) {
      expect(compared.filter(({ by = [] }) => by.length === groups).length).toBeGreaterThan(30);
    }
    expect(compared.filter(({ domain }) => domain !== undefined).length).toBeGreaterThan(100);
  });

  for (const [call, title, least] of STATISTICS) {
    it(`has ${title}, overall, by groups and in domains`, () => {
      expect(casesOf<EstimateCase>(call).length).toBeGreaterThanOrEqual(least);
      forEachCase(call, (each, { estimates }, places, level) => {
        for (const [g, r] of places) {
          const of = { ...nameOf(each), level, group: at(estimates, g).by };
          expectSame(at(estimates, g).estimate, each.expected.estimate[r] as number, of);
        }
      });
    });

    it(`has ${title} with the same standard errors`, () => {
      forEachCase(call, (each, { estimates }, places, level) => {
        for (const [g, r] of places) {
          const of = { ...nameOf(each), level, group: at(estimates, g).by };
          // An error of nothing is a rounding residue in either program.
          const scale = Math.abs(at(estimates, g).estimate) || 1;
          expectSame(at(estimates, g).standardError, each.expected.se[r] as number, of, 1e-9, 1e-14 * scale);
        }
      });
    });

    it(`has ${title} with the same covariance across groups`, () => {
      forEachCase(call, (each, { estimates, covariance }, places, level) => {
        const k = each.expected.estimate.length;
        const theirs = places.flatMap(([, a]) =>
          places.map(([, b]) => each.expected.covariance[a * k + b] as number),
        );
        const ours = places.flatMap(([a]) =>
          places.map(([b]) => covariance[a * estimates.length + b] as number),
        );
        expectSameMatrix(ours, theirs, { ...nameOf(each), level });
      });
    });

    it(`has ${title} with the same degrees of freedom and numbers of interviews`, () => {
      forEachCase(call, (each, found, places) => {
        const { df, n, groupDf } = each.expected;
        const groups = places.map(([g]) => at(found.estimates, g));
        expect(
          groups.map((group) => group.n),
          JSON.stringify(nameOf(each)),
        ).toEqual([n].flat());
        if (groupDf !== undefined || each.by === undefined)
          expect(
            groups.map((group) => group.df),
            JSON.stringify(nameOf(each)),
          ).toEqual(groupDf ?? [df]);
        expect(found.degreesOfFreedom(places.map(([g]) => g)), JSON.stringify(nameOf(each))).toBe(df);
      });
    });

    it(`has ${title} with the same design effects, with and without replacement`, () => {
      let compared = 0;
      for (const each of casesOf<EstimateCase>(call)) {
        const { deff, deffReplace, levels = [null] } = each.expected;
        if (deff === undefined || deffReplace === undefined) continue;
        levels.forEach((level, l) => {
          for (const [reference, expected] of [
            ["without-replacement", deff],
            ["with-replacement", deffReplace],
          ] as const) {
            // Weights that sum to the number of interviews say nothing of a population; we refuse them.
            if (expected.some((value) => value === null)) {
              expect(() => estimatesOf(each, level, reference)).toThrow(RangeError);
              continue;
            }
            const found = estimatesOf(each, level, reference);
            placesOf(each, found).forEach((g, place, { length }) => {
              const of = { ...nameOf(each), level, reference, group: at(found.estimates, g).by };
              expectSame(
                at(found.estimates, g).deff ?? Number.NaN,
                expected[l * length + place] as number,
                of,
              );
              compared += 1;
            });
          }
        });
      }
      expect(compared).toBeGreaterThan(20);
    });
  }

  it("has the covariance between the answers of one question as svymean of a factor", () => {
    let compared = 0;
    for (const each of casesOf<EstimateCase>("proportion")) {
      const { levels = [], covariance } = each.expected;
      if (each.by !== undefined) continue;
      const { dataset, design } = sampleOf(each);
      const inside = domainOf(dataset, each.domain, [each.y]);
      const weights = design.weights.map((w, i) => (inside[i] === 1 ? w : 0));
      const sum = weights.reduce((a, b) => a + b, 0);
      const scores = levels.map((level, l) => {
        const has = indicator(dataset, each.y, level);
        const p = each.expected.estimate[l] as number;
        return weights.map((w, i) => (w === 0 ? 0 : (w * ((has[i] as number) - p)) / sum));
      });
      expectSameMatrix(covarianceOfTotals(design, scores), covariance, nameOf(each));
      compared += 1;
    }
    expect(compared).toBeGreaterThan(25);
  });
});

// R takes some twenty seconds where the machine has nothing else to do.
vi.setConfig({ testTimeout: 300_000 });
// The models end where rounding has them end.
itMatchesLiveR("survey", { tolerance: 1e-7 });
