import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dot, extremeShares, fewVertices, shareSet } from "../../../src/bounds/shares.js";
import { boxVertices } from "./brute-force.js";

const boxes = fc.integer({ min: 2, max: 5 }).chain((n) =>
  fc.record({
    x: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: n, maxLength: n }),
    bases: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: n, maxLength: n }),
    factor: fc.constantFrom(1.2, 2, 4),
  }),
);

describe("share sets", () => {
  it("keep each share within a relative distance or a factor of its base's share", () => {
    const { low, high } = shareSet({ bases: [1, 3], within: 0.1 }, 2, "s");
    expect(low.map((l) => l.toFixed(4))).toEqual(["0.2250", "0.6750"]);
    expect(high.map((h) => h.toFixed(4))).toEqual(["0.2750", "0.8250"]);
    const factor = shareSet({ bases: [1, 3], factor: 2 }, 2, "s");
    expect([factor.low, factor.high]).toEqual([
      [0.125, 0.375],
      [0.5, 1],
    ]);
    expect(shareSet({ bases: [1, 3] }, 2, "s")).toEqual(shareSet({ bases: [1, 3], within: 0.1 }, 2, "s"));
  });

  it("have the least mean that duality says: the greatest over k of x_k plus the sum of min(l d, u d)", () => {
    fc.assert(
      fc.property(boxes, ({ x, bases, factor }) => {
        const set = shareSet({ bases, factor }, x.length, "s");
        const means = boxVertices(set.low, set.high).map((w) => dot(w, x));
        const dual = (pick: (a: number, b: number) => number) =>
          x.map((xk) =>
            x.reduce((sum, xi, i) => {
              const d = xi - xk;
              return sum + (d === 0 ? 0 : pick((set.low[i] ?? 0) * d, (set.high[i] ?? 0) * d));
            }, xk),
          );
        expect(Math.max(...dual(Math.min))).toBeCloseTo(Math.min(...means), 9);
        expect(Math.min(...dual(Math.max))).toBeCloseTo(Math.max(...means), 9);
        expect(dot(extremeShares(set, x, "least"), x)).toBeCloseTo(Math.min(...means), 9);
        expect(dot(extremeShares(set, x, "greatest"), x)).toBeCloseTo(Math.max(...means), 9);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("have one part with all of it for a vertex where nothing is known", () => {
    expect(fewVertices(shareSet({}, 3, "s"))).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
    expect(fewVertices(shareSet({ bases: [1, 2] }, 2, "s"))).toBeNull();
  });

  it("have steps for vertices where only their order and growth are known", () => {
    expect(fewVertices(shareSet({ growthAtMost: 3 }, 3, "s"))).toEqual([
      [1 / 3, 1 / 3, 1 / 3],
      [1 / 5, 1 / 5, 3 / 5],
      [1 / 7, 3 / 7, 3 / 7],
    ]);
    expect(fewVertices(shareSet({ nondecreasing: true }, 3, "s"))).toEqual([
      [1 / 3, 1 / 3, 1 / 3],
      [0, 0, 1],
      [0, 1 / 2, 1 / 2],
    ]);
    expect(fewVertices(shareSet({ nondecreasing: true, bases: [1, 2], within: 0.1 }, 2, "s"))).toBeNull();
  });

  it.each([
    [{ within: 0.1 }, "needs bases"],
    [{ bases: [1, 0] }, "0 is no base"],
    [{ bases: [1, 1], within: 2 }, "from 0 to 1"],
    [{ bases: [1, 1], factor: 0.5 }, "at least 1"],
    [{ growthAtMost: 0.5 }, "less than once"],
    [{ growthAtMost: 2, nondecreasing: false }, "are nondecreasing"],
  ])("throw a RangeError for %j", (definition, message) => {
    expect(() => shareSet(definition, 2, "s")).toThrow(message);
  });
});
