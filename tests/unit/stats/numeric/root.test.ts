import { describe, expect, it } from "vitest";
import { findRoot } from "../../../../src/stats/numeric/root.js";

describe("root of a function", () => {
  it.each([
    ["a line", (x: number) => 2 * x - 3, -10, 10, 1.5],
    ["a cubic root", (x: number) => x ** 3 - 2, 0, 10, Math.cbrt(2)],
    ["a flat place", (x: number) => (x - 1) ** 9, 0, 5, 1],
    ["an exponential", (x: number) => Math.exp(x) - 1e10, -100, 700, Math.log(1e10)],
    ["a falling function", (x: number) => 1 / x - 4, 1e-9, 1e9, 0.25],
    ["an infinite end", (x: number) => Math.log(x), 0, 3, 1],
  ])("is found of %s", (_, f, low, high, root) => {
    expect(Math.abs(findRoot(f, low, high, 1e-15) / root - 1)).toBeLessThan(1e-9);
  });

  it("is an end where the function is 0 there", () => {
    expect(findRoot((x) => x, 0, 5, 1e-15)).toBe(0);
    expect(findRoot((x) => x - 5, 0, 5, 1e-15)).toBe(5);
  });

  it("is refused where both ends have one sign or none", () => {
    expect(() => findRoot((x) => x * x + 1, -1, 1, 1e-9)).toThrow(RangeError);
    expect(() => findRoot(() => Number.NaN, -1, 1, 1e-9)).toThrow(RangeError);
  });

  it("takes few steps where the function is smooth", () => {
    let calls = 0;
    findRoot(
      (x) => {
        calls++;
        return Math.exp(x) - 2;
      },
      -2,
      3,
      1e-15,
    );
    expect(calls).toBeLessThan(15);
  });
});
