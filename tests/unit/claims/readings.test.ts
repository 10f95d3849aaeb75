import { describe, expect, it } from "vitest";
import { reads } from "../../../src/claims/condition.js";
import { DEFAULT_ASSUMPTIONS, judge, parseSpan } from "../../../src/claims/index.js";
import { roundingSpan } from "../../../src/claims/rounding.js";
import { effectiveDesignEffect } from "../../../src/claims/significance.js";
import { value } from "../../../src/claims/term.js";
import { claim, made, percent } from "./ledger.js";

describe("where a phrase is read", () => {
  it("is written as a span, of which a round bracket leaves the end out", () => {
    expect(parseSpan("[37.5,40)")).toEqual({ low: 37.5, high: 40, lowOpen: false, highOpen: true });
    expect(parseSpan("(-2,0]")).toEqual({ low: -2, high: 0, lowOpen: true, highOpen: false });
    expect(parseSpan("[50,50]")).toEqual({ low: 50, high: 50, lowOpen: false, highOpen: false });
    expect(["(50,50]", "[51,50]", "50 to 60", "[50,60", "[5e1,60]"].map(parseSpan)).toEqual([
      ...[null, null, null, null, null],
    ]);
  });

  it("does not hold a number that is just the end left out", () => {
    const verdictAt = (number: number) => {
      const a = percent("a", null, { status: "printed", low: number, high: number });
      const ledger = made({ numbers: [a], claims: [[claim("c"), reads(value("a"), "almost half")]] });
      return judge(ledger, "c", { ...DEFAULT_ASSUMPTIONS, phrases: { "almost half": "usual" } }).verdict;
    };
    expect([45, 49.9, 50].map(verdictAt)).toEqual(["reproduced", "reproduced", "contradicted"]);
  });
});

describe("what is printed as these digits", () => {
  const spans = (rule: Parameters<typeof roundingSpan>[1], ...printed: readonly string[]) =>
    printed.map((digits) => {
      const { low, high, lowOpen, highOpen } = roundingSpan(digits, rule);
      return `${lowOpen ? "(" : "["}${Number(low.toFixed(9))},${Number(high.toFixed(9))}${highOpen ? ")" : "]"}`;
    });

  it("begins with its lower half and ends before its upper one, rounded half up", () => {
    expect(spans("half-up", "39", "40", "0.3")).toEqual(["[38.5,39.5)", "[39.5,40.5)", "[0.25,0.35)"]);
  });

  it("has both halves where its last digit is even and none where it is odd, rounded half to even", () => {
    expect(spans("half-even", "39", "40", "0.3", "0.4")).toEqual([
      ...["(38.5,39.5)", "[39.5,40.5]", "(0.25,0.35)"],
      "[0.35,0.45]",
    ]);
  });

  it("begins earlier where a whole number was rounded to one decimal first, and other numbers do not", () => {
    expect(spans("via-one-decimal", "39", "0.3")).toEqual(["[38.45,39.5)", "[0.25,0.35)"]);
  });
});

describe("the design effect that a test comes to", () => {
  const of = (parent: "receiving" | "paying") =>
    percent(parent, "50", { group: { parent }, interviews: 500 });
  const effect = (more: Partial<typeof DEFAULT_ASSUMPTIONS>, b = of("paying")) =>
    effectiveDesignEffect({ ...DEFAULT_ASSUMPTIONS, ...more }, of("receiving"), b);

  it("is larger by the square of how much further out a corrected test goes", () => {
    // 2.807034 in place of 1.959964 for ten comparisons at 5% on both sides together.
    expect(effect({ correction: "bonferroni", comparisons: 10 })).toBeCloseTo((2.807034 / 1.959964) ** 2, 5);
    expect(effect({ correction: "bonferroni", comparisons: 1 })).toBeCloseTo(1, 9);
    expect(effect({ correction: "none", comparisons: 10, deff: 1.7 })).toBe(1.7);
  });

  it("is smaller where both parents of a case answer alike, and only for the two parents", () => {
    // 1 less share times correlation, the two having as many interviews.
    expect(effect({ paired: 0.5, correlation: 0.6, deff: 2 })).toBeCloseTo(2 * 0.7, 12);
    expect(effect({ paired: 0.5, correlation: -0.6 })).toBeCloseTo(1.3, 12);
    expect(effect({ paired: 0.5, correlation: 0.6 }, of("receiving"))).toBe(1);
  });
});
