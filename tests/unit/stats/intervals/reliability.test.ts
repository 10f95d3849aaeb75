import { describe, expect, it } from "vitest";
import { proportionReliability } from "../../../../src/stats/intervals/reliability.js";

/** A proportion with an effective number of interviews, before degrees of freedom. */
const at = (p: number, effectiveN: number, n = effectiveN, df = Number.POSITIVE_INFINITY) => ({
  p,
  variance: (p * (1 - p)) / effectiveN,
  n,
  df,
});

describe("presentation standard for proportions", () => {
  it("shows a proportion of many interviews", () => {
    expect(proportionReliability(at(0.39, 1000))).toMatchObject({
      flag: "show",
      complement: "show",
      reasons: [],
    });
  });

  it("leaves out fewer than 30 interviews, or as few effective ones", () => {
    expect(proportionReliability({ ...at(0.5, 29, 29) }).reasons).toEqual([
      "fewer than 30 interviews",
      "effective number of interviews below 30",
    ]);
    expect(proportionReliability(at(0.02, 29, 500)).reasons).toEqual([
      "effective number of interviews below 30",
    ]);
    expect(proportionReliability(at(0.02, 29, 500)).flag).toBe("suppress");
  });

  it("allows the effective number for degrees of freedom, and holds it to n", () => {
    // t with 199 degrees of freedom 1.971957, with 10 2.228139: 100 * (1.971957 / 2.228139)² = 78.327.
    expect(proportionReliability(at(0.5, 100, 200, 10)).effectiveN).toBeCloseTo(78.327, 3);
    expect(proportionReliability(at(0.5, 400, 200, 199)).effectiveN).toBe(200);
    expect(proportionReliability({ ...at(0.5, 200), variance: 0 }).effectiveN).toBe(200);
  });

  it("has an effective number of 0 and nothing but 0 to 1 without degrees of freedom", () => {
    for (const df of [0, -3, Number.NaN])
      expect(proportionReliability(at(0.5, 1000, 1000, df))).toMatchObject({
        flag: "suppress",
        effectiveN: 0,
        low: 0,
        high: 1,
        width: 1,
      });
  });

  it("leaves out intervals 0.30 wide or more", () => {
    // At 40 of 50% the interval runs from 0.338 to 0.662.
    const found = proportionReliability(at(0.5, 40));
    expect(found).toMatchObject({ flag: "suppress", reasons: ["interval 30 points wide or more"] });
    expect(found.width).toBeCloseTo(0.3239, 3);
    expect(proportionReliability(at(0.5, 60)).flag).toBe("show");
  });

  it("leaves out intervals wider than 130% of the proportion", () => {
    // At 100 of 5% from 0.0164 to 0.1128: 0.0964 > 0.065. At 200 of 10% from 0.0622 to 0.1502: 0.088 < 0.13.
    expect(proportionReliability(at(0.05, 100))).toMatchObject({
      flag: "suppress",
      reasons: ["interval wider than 130% of the proportion"],
    });
    expect(proportionReliability(at(0.1, 200)).flag).toBe("show");
  });

  it("shows an interval at most 0.05 wide however small the proportion, before it looks at relative widths", () => {
    // 0.2% of 1,000: from 0.0002 to 0.0072, 3.5 times the proportion.
    const found = proportionReliability(at(0.002, 1000));
    expect(found.width / 0.002).toBeGreaterThan(3);
    expect(found).toMatchObject({ flag: "show", complement: "show", reasons: [] });
  });

  it("has a footnote where only the complement would be left out", () => {
    expect(proportionReliability(at(0.95, 100))).toMatchObject({
      flag: "show",
      complement: "footnote",
      reasons: ["interval wider than 130% of the complement"],
    });
    expect(proportionReliability(at(0.95, 100, 200, 7))).toMatchObject({
      flag: "review",
      complement: "footnote",
      reasons: ["interval wider than 130% of the complement", "fewer than 8 degrees of freedom"],
    });
  });

  it("sends what it would show to review at fewer than 8 degrees of freedom", () => {
    expect(proportionReliability(at(0.39, 1000, 1000, 7.9))).toMatchObject({
      flag: "review",
      reasons: ["fewer than 8 degrees of freedom"],
    });
    expect(proportionReliability(at(0.39, 1000, 1000, 8)).flag).toBe("show");
    expect(proportionReliability(at(0.05, 100, 100, 5)).flag).toBe("suppress");
  });

  it("sends 0 and 1 to review at n interviews, whatever the variance", () => {
    for (const p of [0, 1]) {
      // 1 - 0.025^(1 / 50) = 0.0711.
      const found = proportionReliability({ p, variance: 0, n: 50, df: 20 });
      expect(found).toMatchObject({ flag: "review", complement: "show", effectiveN: 50 });
      expect(found.reasons).toEqual(["proportion of 0 or 1"]);
      expect(found.width).toBeCloseTo(0.0711, 4);
      expect(proportionReliability({ p, variance: 0, n: 29, df: 20 }).flag).toBe("suppress");
    }
  });

  it("throws for what cannot be", () => {
    for (const wrong of [{ p: 39 }, { variance: -1 }, { n: 0 }])
      expect(() => proportionReliability({ ...at(0.39, 1000), ...wrong })).toThrow(RangeError);
  });
});
