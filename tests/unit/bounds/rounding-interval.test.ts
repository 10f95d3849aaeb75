import { describe, expect, it } from "vitest";
import { roundingRange } from "../../../src/bounds/index.js";

describe("roundingRange", () => {
  it.each([
    ["39", "half-up", 38.5, 39.5],
    ["39", "half-even", 38.5, 39.5],
    ["38.4", "half-up", 38.35, 38.45],
    ["39", "via-one-decimal", 38.45, 39.5],
    ["38.4", "via-one-decimal", 38.35, 38.45],
    ["39", "truncated", 39, 40],
    ["0", "half-up", 0, 0.5],
  ] as const)("takes %s by %s from %d to %d", (printed, rule, low, high) => {
    const range = roundingRange(printed, rule, "closed");
    expect(range.low).toBeCloseTo(low, 12);
    expect(range.high).toBeCloseTo(high, 12);
  });

  it("moves an open end inwards by a millionth", () => {
    expect(roundingRange("39", "half-up", "half-open")).toEqual({ low: 38.5, high: 39.499999 });
    expect(roundingRange("39", "half-up", "open")).toEqual({ low: 38.500001, high: 39.499999 });
  });

  it("throws a RangeError for what is no printed number", () => {
    expect(() => roundingRange("39%", "half-up", "closed")).toThrow(RangeError);
  });
});
