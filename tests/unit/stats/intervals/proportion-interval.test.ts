import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type IntervalMethod,
  proportionInterval,
} from "../../../../src/stats/intervals/proportion-interval.js";
import { wilsonInterval } from "../../../../src/stats/published/wilson.js";

const METHODS: readonly IntervalMethod[] = ["logit", "beta", "wilson", "arcsine", "wald"];
/** A simple random sample with the variance p(1 - p) / n, taken as known. */
const simple = (x: number, n: number) => {
  const p = x / n;
  return { p, variance: (p * (1 - p)) / n, n, df: Number.POSITIVE_INFINITY, level: 0.95 };
};
const SURVEY = Object.freeze({ p: 0.39, variance: 0.0004, n: 2000, df: 40, level: 0.95 });

describe("interval of a proportion", () => {
  // Newcombe (1998), Statistics in Medicine 17, Table I: simple asymptotic and score intervals, without correction.
  it.each([
    ["wilson", 81, 263, 0.2553, 0.3662],
    ["wilson", 15, 148, 0.0624, 0.1605],
    ["wilson", 1, 29, 0.0061, 0.1718],
    ["wald", 81, 263, 0.2522, 0.3638],
  ] as const)("has the published %s interval of %d in %d", (method, x, n, low, high) => {
    const found = proportionInterval({ ...simple(x, n), method });
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it.each([
    // t with 40 degrees of freedom is 2.021075; se 0.02; log odds of 0.39 = -0.447312, ± 2.021075 * 0.02 / 0.2379.
    ["logit", 0.350414, 0.431091],
    // 0.39 ± 2.021075 * 0.02.
    ["wald", 0.349578, 0.430422],
    // asin sqrt 0.39 = 0.674454, ± 2.021075 * 0.02 / (2 * 0.487750).
    ["arcsine", 0.350002, 0.430753],
  ] as const)("is worked by hand for %s", (method, low, high) => {
    const found = proportionInterval({ ...SURVEY, method });
    expect(found?.low).toBeCloseTo(low, 6);
    expect(found?.high).toBeCloseTo(high, 6);
    // 0.39 * 0.61 / 0.0004.
    expect(found?.effectiveN).toBeCloseTo(594.75, 9);
    expect(found?.method).toBe(method);
  });

  it("allows beta's effective number for degrees of freedom", () => {
    // t with 1,999 degrees of freedom is 1.961152: 594.75 * (1.961152 / 2.021075)² = 560.005.
    expect(proportionInterval({ ...SURVEY, method: "beta" })?.effectiveN).toBeCloseTo(560.005, 3);
  });

  it("does not cap beta's effective number at n, as R does not", () => {
    const found = proportionInterval({ ...simple(50, 100), variance: 0.001, method: "beta" });
    expect(found?.effectiveN).toBeGreaterThan(250);
  });

  it("is the published score interval where the variance is known", () => {
    const { low, high } = wilsonInterval(0.39, 500, { deff: 1.5 });
    const variance = (1.5 * 0.39 * 0.61) / 500;
    const found = proportionInterval({
      ...SURVEY,
      variance,
      df: Number.POSITIVE_INFINITY,
      method: "wilson",
    });
    expect(found?.low).toBeCloseTo(low, 12);
    expect(found?.high).toBeCloseTo(high, 12);
  });

  it.each(["beta", "wilson", "arcsine"] as const)("is Clopper-Pearson's at n for %s at 0 and 1", (method) => {
    // 1 - 0.025^(1 / 20) = 0.168433.
    const none = proportionInterval({ ...simple(0, 20), df: 19, method });
    expect(none).toMatchObject({ low: 0, method: "clopper-pearson", effectiveN: 20 });
    expect(none?.high).toBeCloseTo(0.168433, 6);
    const all = proportionInterval({ ...simple(20, 20), df: 19, method });
    expect(all).toMatchObject({ high: 1, method: "clopper-pearson", effectiveN: 20 });
    expect(all?.low).toBeCloseTo(1 - 0.168433, 6);
  });

  it.each(["logit", "wald"] as const)("does not exist for %s at 0 and 1", (method) => {
    expect(proportionInterval({ ...simple(0, 20), method })).toBeNull();
    expect(proportionInterval({ ...simple(20, 20), method })).toBeNull();
  });

  it("does not exist without degrees of freedom, for any method", () => {
    for (const method of METHODS)
      for (const df of [0, -1, Number.NaN]) {
        expect(proportionInterval({ ...SURVEY, df, method })).toBeNull();
        expect(proportionInterval({ ...simple(0, 20), df, method })).toBeNull();
      }
  });

  it("does not exist without variance between 0 and 1, rather than being a point", () => {
    for (const method of METHODS) expect(proportionInterval({ ...SURVEY, variance: 0, method })).toBeNull();
  });

  it("does not exist for beta with one interview, whose t has no degrees of freedom", () => {
    expect(proportionInterval({ ...SURVEY, n: 1, method: "beta" })).toBeNull();
    expect(proportionInterval({ ...SURVEY, n: 1, method: "wilson" })).not.toBeNull();
  });

  it("cuts arcsine at the ends of its scale, and leaves Wald as it is", () => {
    const near = { p: 0.01, variance: 0.0004, n: 50, df: 10, level: 0.95 };
    expect(proportionInterval({ ...near, method: "arcsine" })?.low).toBe(0);
    expect(proportionInterval({ ...near, p: 0.99, method: "arcsine" })?.high).toBe(1);
    expect(proportionInterval({ ...near, method: "wald" })?.low).toBeLessThan(0);
  });

  const inner = fc.record({
    p: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    variance: fc.double({ min: 1e-6, max: 0.01, noNaN: true }),
    n: fc.integer({ min: 2, max: 5000 }),
    df: fc.double({ min: 0.5, max: 500, noNaN: true }),
    level: fc.double({ min: 0.5, max: 0.99, noNaN: true }),
  });

  it("holds p, lies within 0 and 1 but for Wald, and is the mirror image for 1 - p", () => {
    fc.assert(
      fc.property(inner, fc.constantFrom(...METHODS), (at, method) => {
        const found = proportionInterval({ ...at, method });
        const mirrored = proportionInterval({ ...at, p: 1 - at.p, method });
        if (found === null || mirrored === null) throw new Error("there is an interval");
        expect(found.low).toBeLessThan(at.p);
        expect(found.high).toBeGreaterThan(at.p);
        if (method !== "wald") {
          expect(found.low).toBeGreaterThanOrEqual(0);
          expect(found.high).toBeLessThanOrEqual(1);
        }
        expect(mirrored.low).toBeCloseTo(1 - found.high, 9);
        expect(mirrored.high).toBeCloseTo(1 - found.low, 9);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("is wider at a higher level and at fewer degrees of freedom", () => {
    const width = (found: { low: number; high: number } | null) =>
      found ? found.high - found.low : Number.NaN;
    fc.assert(
      fc.property(inner, fc.constantFrom(...METHODS), (at, method) => {
        const plain = width(proportionInterval({ ...at, method }));
        expect(width(proportionInterval({ ...at, level: 0.995, method }))).toBeGreaterThanOrEqual(plain);
        expect(width(proportionInterval({ ...at, df: at.df / 1.5, method }))).toBeGreaterThanOrEqual(plain);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("throws for what cannot be", () => {
    for (const wrong of [
      { p: 39 },
      { p: Number.NaN },
      { variance: -1 },
      { variance: Number.NaN },
      { n: 0 },
      { level: 95 },
    ])
      expect(() => proportionInterval({ ...SURVEY, ...wrong, method: "wilson" })).toThrow(RangeError);
  });
});
