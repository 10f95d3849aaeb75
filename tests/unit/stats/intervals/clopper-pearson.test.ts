import { describe, expect, it } from "vitest";
import { clopperPearson } from "../../../../src/stats/intervals/clopper-pearson.js";
import { betaProbability } from "../../../../src/stats/numeric/distributions.js";

describe("Clopper-Pearson interval", () => {
  // Newcombe (1998), Statistics in Medicine 17, Table I.
  it.each([
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
  ])("is the published one of %d in %d", (x, n, low, high) => {
    const found = clopperPearson(x, n, 0.95);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it("has half of what is left on each side, also of fractional counts", () => {
    const { low, high } = clopperPearson(3.3, 17.8, 0.9);
    expect(betaProbability(low, 3.3, 15.5)).toBeCloseTo(0.05, 12);
    expect(betaProbability(high, 4.3, 14.5, "upper")).toBeCloseTo(0.05, 12);
  });

  it("has closed ends at 0 and n", () => {
    expect(clopperPearson(0, 7, 0.9)).toEqual({ low: 0, high: expect.closeTo(1 - 0.05 ** (1 / 7), 12) });
    expect(clopperPearson(7, 7, 0.9)).toEqual({ low: expect.closeTo(0.05 ** (1 / 7), 12), high: 1 });
  });

  it("throws for what cannot be", () => {
    expect(() => clopperPearson(-1, 7, 0.9)).toThrow(RangeError);
    expect(() => clopperPearson(8, 7, 0.9)).toThrow(RangeError);
    expect(() => clopperPearson(0, 0, 0.9)).toThrow(RangeError);
    expect(() => clopperPearson(1, 7, 1)).toThrow(RangeError);
  });
});
