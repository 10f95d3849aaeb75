import fc from "fast-check";
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
} from "../../../../src/stats/numeric/distributions.js";

/** Equal to a relative distance, however small the number. */
function near(found: number, expected: number, tolerance = 1e-13): void {
  expect(Math.abs(found / expected - 1), `${found} is not ${expected}`).toBeLessThanOrEqual(tolerance);
}

const SEEDED = { seed: 1, numRuns: 100 };
const TAILS = ["lower", "upper"] as const;
const tail = fc.constantFrom<Tail>("lower", "upper");
/** From 1e-300 to nearly 1, as often small as great. */
const chance = fc.oneof(
  fc.double({ min: -300, max: -3, noNaN: true }).map((power) => 10 ** power),
  fc.double({ min: 0.001, max: 0.999, noNaN: true }),
);
/** From 0.3 to 1e9. */
const shape = fc.double({ min: -0.5, max: 9, noNaN: true }).map((power) => 10 ** power);

describe("normal distribution", () => {
  it("has the quantiles that every table prints", () => {
    near(normalQuantile(0.975), 1.959963984540054);
    near(normalQuantile(0.05, "upper"), 1.6448536269514722);
    expect(normalQuantile(0.5)).toBe(0);
  });

  it("keeps its digits in a tail of 1e-300, where 1 - p would be 1", () => {
    // mpmath at 50 digits: -sqrt(2) erfinv(1 - 2e-300).
    near(normalQuantile(1e-300), -37.0470962993612);
    near(normalQuantile(1e-300, "upper"), 37.0470962993612);
    near(normalProbability(20, "upper"), 2.7536241186062337e-89, 1e-12);
  });

  it("is infinite at 0 and 1", () => {
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1, "upper")).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("Student's t distribution", () => {
  it.each([1e-300, 1e-20, 1e-5, 0.025, 0.25, 0.4999999999])(
    "has the closed quantile of df 1, 2 and 4 at %d",
    (p) => {
      // df 1: cot(π p). df 2: (1 - 2p) / sqrt(2 p (1 - p)).
      near(tQuantile(p, 1, "upper"), p < 0.3 ? 1 / Math.tan(Math.PI * p) : Math.tan(Math.PI * (0.5 - p)));
      near(tQuantile(p, 2, "upper"), (1 - 2 * p) / Math.sqrt(2 * p * (1 - p)));
      // df 4: 2 sqrt(cos(acos(a) / 3) / a - 1), a = sqrt(4 p (1 - p)); Shaw (2006), J. Comput. Finance 9(4).
      const a = Math.sqrt(4 * p * (1 - p));
      if (p < 0.3) near(tQuantile(p, 4, "upper"), 2 * Math.sqrt(Math.cos(Math.acos(a) / 3) / a - 1), 1e-12);
    },
  );

  it("is right where R's qt(1e-300, 1.5) is off by 1%", () => {
    // Far out P(T > t) = Γ(1.25) / (sqrt(1.5 π) Γ(0.75)) 1.5^1.25 t^-1.5 / 1.5 at 50 digits (mpmath).
    near(tQuantile(1e-300, 1.5, "upper"), 5.2194694273444715e199, 1e-12);
  });

  it("is a power of t beyond where t² is finite", () => {
    // df 1: P(T > t) = 1 / (π t).
    near(tProbability(1e200, 1, "upper"), 1e-200 / Math.PI);
  });

  it("has both tails a half at 0 and the sign of its side", () => {
    for (const side of TAILS) {
      expect(tProbability(0, 3.3, side)).toBe(0.5);
      expect(tQuantile(0.5, 3.3, side)).toBe(0);
    }
    expect(tQuantile(0.1, 5)).toBeLessThan(0);
    expect(tQuantile(0.1, 5, "upper")).toBe(-tQuantile(0.1, 5));
    expect(tQuantile(0, 5)).toBe(Number.NEGATIVE_INFINITY);
    expect(tQuantile(1, 5)).toBe(Number.POSITIVE_INFINITY);
  });

  it("is the normal distribution at infinite degrees of freedom, and near it at 1e12", () => {
    expect(tQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975));
    expect(tProbability(-1.3, Number.POSITIVE_INFINITY)).toBe(normalProbability(-1.3));
    near(tQuantile(0.975, 1e12), normalQuantile(0.975), 2e-12);
  });
});

describe("F distribution", () => {
  it.each([1e-300, 1e-8, 0.025, 0.7])("has the closed quantile of 2 and d degrees of freedom at %d", (p) => {
    // P(F > x) = (1 + 2 x / d)^(-d / 2).
    for (const d of [2, 7, 41.5, 1e6]) {
      near(fQuantile(p, 2, d, "upper"), (d / 2) * Math.expm1((-2 / d) * Math.log(p)), 1e-12);
      near(fQuantile(p, 2, d), (d / 2) * Math.expm1((-2 / d) * Math.log1p(-p)), 1e-12);
    }
  });

  it("is t squared at 1 degree of freedom of the numerator", () => {
    near(fQuantile(0.05, 1, 7.5, "upper"), tQuantile(0.025, 7.5) ** 2);
    near(fProbability(4, 1, 7.5, "upper"), 2 * tProbability(2, 7.5, "upper"));
  });

  it("is chi-squared over df1 at infinite degrees of freedom of the denominator", () => {
    near(fQuantile(0.05, 3, Number.POSITIVE_INFINITY, "upper"), 7.814727903251179 / 3);
    near(fProbability(2, 3, Number.POSITIVE_INFINITY), chiSquaredProbability(6, 3));
    near(fQuantile(0.05, 3, 1e13, "upper"), 7.814727903251179 / 3, 1e-11);
  });
});

describe("chi-squared distribution", () => {
  it.each([1e-300, 1e-20, 0.025, 0.9])("has the closed quantile of 2 degrees of freedom at %d", (p) => {
    near(chiSquaredQuantile(p, 2, "upper"), -2 * Math.log(p));
    near(chiSquaredQuantile(p, 2), -2 * Math.log1p(-p));
  });

  it("is right at 10,000 degrees of freedom, where a series in 1 / x no longer holds", () => {
    // mpmath at 50 digits: gammainc(5000, 0, 5000) and its complement, and 20 standard deviations above.
    near(chiSquaredProbability(10_000, 10_000), 0.5018806340338173);
    near(chiSquaredProbability(10_000, 10_000, "upper"), 0.49811936596618267);
    near(chiSquaredProbability(2 * 6414.213562373095, 10_000, "upper"), 9.558741374923007e-76, 1e-12);
  });

  it("is right at 2e10 degrees of freedom", () => {
    // mpmath at 50 digits.
    near(chiSquaredProbability(20_000_200_000, 20_000_000_000, "upper"), 0.15865525392742424, 1e-12);
  });
});

describe("beta distribution", () => {
  it.each([1e-300, 1e-20, 0.025, 0.6])("has the closed quantiles of a = 1 and b = 1 at %d", (p) => {
    for (const c of [2.5, 40, 3000]) {
      near(betaQuantile(p, 1, c), -Math.expm1(Math.log1p(-p) / c), 1e-12);
      near(betaQuantile(p, 1, c, "upper"), -Math.expm1(Math.log(p) / c), 1e-12);
      near(betaQuantile(p, c, 1), p ** (1 / c), 1e-12);
    }
  });

  it("has all digits of the arcsine distribution near its ends", () => {
    // (2 / π) asin(sqrt(1e-20)) = 6.366197723675814e-11.
    near(1 - betaProbability(1e-20, 0.5, 0.5, "upper"), 6.366197723675814e-11, 1e-5);
    near(betaProbability(1e-20, 0.5, 0.5), 6.366197723675814e-11);
  });

  it("is right where powers underflow though the probability does not", () => {
    // mpmath at 60 digits: the series of the upper tail.
    near(betaProbability(0.8065795962955886, 12.3, 450, "upper"), 1.00106069154556e-300, 1e-11);
    near(betaQuantile(1e-300, 12.3, 450, "upper"), 0.8065800547160306);
  });

  it("is right for two shapes of 1e8", () => {
    near(betaProbability(0.5, 1e8, 1e8), 0.5);
    // mpmath at 50 digits.
    near(betaProbability(0.4998939339830872, 1e8, 1e8), 0.0013498979319131097, 1e-11);
  });

  it("lies on 0 to 1", () => {
    expect(betaProbability(-1, 2, 3)).toBe(0);
    expect(betaProbability(2, 2, 3)).toBe(1);
    expect(betaProbability(2, 2, 3, "upper")).toBe(0);
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect([betaQuantile(0, 2, 3, "upper"), betaQuantile(1, 2, 3, "upper")]).toEqual([1, 0]);
  });
});

describe("every distribution", () => {
  it("has two tails that add to 1", () => {
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.01, max: 5, noNaN: true }), (a, b, x) => {
        const tails = (f: (side: Tail) => number) => expect(f("lower") + f("upper")).toBeCloseTo(1, 12);
        tails((side) => normalProbability(x, side));
        tails((side) => tProbability(x, a, side));
        tails((side) => fProbability(x, a, b, side));
        tails((side) => chiSquaredProbability(x * a, a, side));
        tails((side) => betaProbability(x / 5, a, b, side));
      }),
      SEEDED,
    );
  });

  it("gives p back at the quantile of p, in both tails down to 1e-300", () => {
    fc.assert(
      fc.property(chance, shape, shape, tail, (p, a, b, side) => {
        // A quantile moves by a rounding; log p moves by that times the steepness of the tail, at most the greatest shape.
        const tolerance = 1e-14 * (1000 + Math.max(a, b));
        const back = (x: number, f: (x: number) => number) => {
          if (x > 1e-300 && x < 1e300 && tolerance < 1e-6) near(f(x), p, tolerance);
        };
        near(normalProbability(normalQuantile(p, side), side), p, 1e-12);
        back(Math.abs(tQuantile(p, a, side)), () => tProbability(tQuantile(p, a, side), a, side));
        back(fQuantile(p, a, b, side), (x) => fProbability(x, a, b, side));
        back(chiSquaredQuantile(p, a, side), (x) => chiSquaredProbability(x, a, side));
        if (betaQuantile(p, a, b, side) < 0.5) {
          back(betaQuantile(p, a, b, side), (x) => betaProbability(x, a, b, side));
        }
      }),
      SEEDED,
    );
  });

  it("has the same quantile for p in one tail and 1 - p in the other", () => {
    for (const p of [0.75, 0.9375]) {
      near(tQuantile(p, 3.5), tQuantile(1 - p, 3.5, "upper"));
      near(fQuantile(p, 2.2, 9), fQuantile(1 - p, 2.2, 9, "upper"));
      near(chiSquaredQuantile(p, 2.2), chiSquaredQuantile(1 - p, 2.2, "upper"));
      near(betaQuantile(p, 2.2, 9), betaQuantile(1 - p, 2.2, 9, "upper"));
    }
  });

  it("throws for a p outside 0 to 1 and for shapes not above 0", () => {
    for (const p of [-0.1, 1.1, Number.NaN]) {
      expect(() => normalQuantile(p)).toThrow(RangeError);
      expect(() => tQuantile(p, 3)).toThrow(RangeError);
      expect(() => fQuantile(p, 3, 3)).toThrow(RangeError);
      expect(() => chiSquaredQuantile(p, 3)).toThrow(RangeError);
      expect(() => betaQuantile(p, 3, 3)).toThrow(RangeError);
    }
    for (const df of [0, -1, Number.NaN]) {
      expect(() => tProbability(1, df)).toThrow(RangeError);
      expect(() => tQuantile(0.1, df)).toThrow(RangeError);
      expect(() => fProbability(1, 2, df)).toThrow(RangeError);
      expect(() => fQuantile(0.1, df, 2)).toThrow(RangeError);
      expect(() => chiSquaredProbability(1, df)).toThrow(RangeError);
      expect(() => chiSquaredQuantile(0.1, df)).toThrow(RangeError);
      expect(() => betaProbability(0.5, df, 1)).toThrow(RangeError);
      expect(() => betaQuantile(0.5, 1, df)).toThrow(RangeError);
    }
  });
});
