import { describe, expect, it } from "vitest";
import { meanInterval } from "../../../../src/stats/intervals/mean-interval.js";

describe("interval of a mean", () => {
  it("is the estimate ± t standard errors", () => {
    // t with 4 degrees of freedom at 0.975 is 2.776445.
    const found = meanInterval(10, 2, 4, 0.95);
    expect(found?.low).toBeCloseTo(10 - 2 * 2.776445, 5);
    expect(found?.high).toBeCloseTo(10 + 2 * 2.776445, 5);
  });

  it("is normal at infinite degrees of freedom", () => {
    expect(meanInterval(0, 1, Number.POSITIVE_INFINITY, 0.9)?.high).toBeCloseTo(1.6448536, 7);
  });

  it("does not exist without degrees of freedom, without spread or for NaN", () => {
    for (const df of [0, -2, Number.NaN]) expect(meanInterval(10, 2, df, 0.95)).toBeNull();
    expect(meanInterval(10, 0, 4, 0.95)).toBeNull();
    expect(meanInterval(10, Number.NaN, 4, 0.95)).toBeNull();
    expect(meanInterval(Number.NaN, 2, 4, 0.95)).toBeNull();
  });

  it("throws for a level out of range and a standard error below 0", () => {
    expect(() => meanInterval(10, 2, 4, 95)).toThrow(RangeError);
    expect(() => meanInterval(10, -2, 4, 0.95)).toThrow(RangeError);
  });
});
