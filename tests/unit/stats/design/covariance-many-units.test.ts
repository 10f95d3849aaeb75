import { describe, expect, it } from "vitest";
import { covarianceByGroup, covarianceOfTotals } from "../../../../src/stats/design/covariance.js";
import { factor } from "../../../../src/stats/design/factor.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";

// 631 clusters of two rows: more than are worked on at a time, and no whole number of times as many.
const CLUSTERS = 631;
const STRATA = 3;
const K = 4;
const rows = Array.from({ length: 2 * CLUSTERS }, (_, i) => i);
const cluster = rows.map((i) => i % CLUSTERS);
const stratum = cluster.map((j) => (j * j) % STRATA);
const group = Int32Array.from(rows, (i) => ((7 * i) % (K + 1)) - 1);
const score = Float64Array.from(rows, (i) => 1 + ((37 * i) % 101) / 10 + (i < 300 ? 5 : 0));
const columns = Array.from({ length: K }, (_, g) => score.map((value, i) => (group[i] === g ? value : 0)));

/** The definition: Σ over strata of m / (m - 1) Σ over units (u_a - ū_a)(u_b - ū_b). */
function byDefinition(unitOf: readonly number[]): Float64Array {
  const units = [...new Set(unitOf)];
  const covariance = new Float64Array(K * K);
  for (let h = 0; h < STRATA; h++) {
    const own = units.filter((unit) => stratum[unitOf.indexOf(unit)] === h);
    const totals = columns.map((column) =>
      own.map((unit) => sum(column.filter((_, i) => unitOf[i] === unit))),
    );
    const apart = totals.map((of) => of.map((total) => total - sum(of) / own.length));
    for (let a = 0; a < K; a++)
      for (let b = 0; b < K; b++)
        covariance[a * K + b] =
          (covariance[a * K + b] ?? 0) +
          (own.length / (own.length - 1)) *
            sum((apart[a] ?? []).map((value, j) => value * (apart[b]?.[j] ?? Number.NaN)));
  }
  return covariance;
}

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

function expectSame(found: Float64Array, expected: Float64Array): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, at) => {
    expect(Math.abs((found[at] ?? Number.NaN) - value) / Math.abs(value)).toBeLessThan(1e-10);
  });
}

describe("the covariance of totals over very many units", () => {
  const strata = factor(stratum);

  it("is that of the definition with clusters", () => {
    const design = surveyDesign({ strata, clusters: factor(cluster) });
    const expected = byDefinition(cluster);
    expectSame(covarianceByGroup(design, score, group, K), expected);
    expectSame(covarianceOfTotals(design, columns), expected);
  });

  it("is that of the definition where each row is its own unit", () => {
    const design = surveyDesign({ strata });
    const expected = byDefinition(rows);
    expectSame(covarianceByGroup(design, score, group, K), expected);
    expectSame(covarianceOfTotals(design, columns), expected);
  });
});
