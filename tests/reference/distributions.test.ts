import { describe, expect, it } from "vitest";
import {
  betaProbability,
  betaQuantile,
  chiSquaredProbability,
  chiSquaredQuantile,
  fProbability,
  fQuantile,
  normalProbability,
  normalQuantile,
  type Tail,
  tProbability,
  tQuantile,
} from "../../src/stats/numeric/distributions.js";
import { expectSame, itMatchesLiveR, readFixture } from "./compare.js";

type Name = "normal" | "t" | "f" | "chiSquared" | "beta";
/** Distribution, shapes, tail, where, what R gives (null: none that is finite), and qt and the like where these are wrong. */
type Row = readonly [Name, readonly number[], Tail, number, number | null, (number | null)?];

const fixture = readFixture<{
  readonly r: string;
  readonly quantiles: readonly Row[];
  readonly probabilities: readonly Row[];
}>("distributions");

const QUANTILES = {
  normal: normalQuantile,
  t: tQuantile,
  f: fQuantile,
  chiSquared: chiSquaredQuantile,
  beta: betaQuantile,
};
const PROBABILITIES = {
  normal: normalProbability,
  t: tProbability,
  f: fProbability,
  chiSquared: chiSquaredProbability,
  beta: betaProbability,
};

function ask(functions: typeof QUANTILES, [name, shapes, tail, at]: Row): number {
  const f = functions[name] as (...given: (number | Tail)[]) => number;
  return f(at, ...shapes, tail);
}

/**
 * R's pbeta, as its quantile, has lost all but two digits there, since 0.19342^450 underflows on the way. This is the
 * root at 60 digits (mpmath) of the series of the upper tail.
 */
const LOST_IN_R = { row: ["beta", [12.3, 450], "upper", 1e-300], value: 0.8065800547160306 };

describe(`distributions against ${fixture.r}`, () => {
  it("compares at least 700 quantiles and 600 probabilities, in both tails, with p down to 1e-300", () => {
    expect(fixture.quantiles.length).toBeGreaterThanOrEqual(700);
    expect(fixture.probabilities.length).toBeGreaterThanOrEqual(600);
    for (const tail of ["lower", "upper"]) {
      expect(fixture.quantiles.filter((row) => row[2] === tail && row[3] === 1e-300).length).toBe(44);
    }
  });

  it("has the quantiles of qnorm, qt, qf, qchisq and qbeta, or of pnorm and so on where the two disagree", () => {
    for (const row of fixture.quantiles) {
      const lost = JSON.stringify(row.slice(0, 4)) === JSON.stringify(LOST_IN_R.row);
      const expected = lost ? LOST_IN_R.value : row[4];
      const found = ask(QUANTILES, row);
      if (expected === null) expect(Math.abs(found)).toBe(Number.POSITIVE_INFINITY);
      else expectSame(found, expected, row, 1e-10, 0);
    }
  });

  it("finds R's quantile functions wrong in a tenth of the cases at most", () => {
    const wrong = fixture.quantiles.filter((row) => row.length > 5);
    expect(wrong.length).toBeGreaterThan(30);
    expect(wrong.length).toBeLessThan(90);
  });

  it("has the probabilities of pnorm, pt, pf, pchisq and pbeta", () => {
    // Half of the tolerated distance is R's: a chi-squared of 1e9 degrees of freedom has 11 digits in a tail of 1e-89.
    for (const row of fixture.probabilities)
      expectSame(ask(PROBABILITIES, row), row[4] ?? Number.NaN, row, 1e-9, 0);
  });
});

itMatchesLiveR("distributions", { tolerance: 1e-11, absolute: 0 });
