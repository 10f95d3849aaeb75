import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { imbensManskiInterval } from "../../../../src/stats/intervals/imbens-manski.js";
import { normalProbability } from "../../../../src/stats/numeric/distributions.js";

const BOUNDS = Object.freeze({
  lower: 0.3,
  upper: 0.4,
  standardErrorLower: 0.02,
  standardErrorUpper: 0.01,
  level: 0.95,
});

describe("interval of Imbens and Manski", () => {
  it("has the two-sided z for a point and the one-sided z for wide bounds", () => {
    expect(imbensManskiInterval({ ...BOUNDS, upper: 0.3 }).critical).toBeCloseTo(1.959963984540054, 12);
    expect(imbensManskiInterval({ ...BOUNDS, upper: 0.9 }).critical).toBeCloseTo(1.6448536269514722, 12);
  });

  it("is worked by hand for bounds one standard error apart", () => {
    // Φ(2.681477) - Φ(-1.681477) = 0.996335 - 0.046335 = 0.95.
    const { critical } = imbensManskiInterval({ ...BOUNDS, upper: 0.32 });
    expect(critical).toBeCloseTo(1.681477, 6);
  });

  it("moves each end by its own standard error", () => {
    const { low, high, critical } = imbensManskiInterval(BOUNDS);
    expect(low).toBeCloseTo(0.3 - 0.02 * critical, 12);
    expect(high).toBeCloseTo(0.4 + 0.01 * critical, 12);
  });

  it("solves its equation, falling from two-sided to one-sided as the bounds part", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        fc.double({ min: 0.001, max: 0.1, noNaN: true }),
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        (width, se, level) => {
          const at = {
            lower: 0.2,
            upper: 0.2 + width,
            standardErrorLower: se / 3,
            standardErrorUpper: se,
            level,
          };
          const { critical } = imbensManskiInterval(at);
          const apart = (at.upper - at.lower) / se;
          expect(normalProbability(critical + apart) - normalProbability(-critical)).toBeCloseTo(level, 12);
          expect(imbensManskiInterval({ ...at, upper: at.upper + 0.05 }).critical).toBeLessThanOrEqual(
            critical,
          );
        },
      ),
      { seed: 1, numRuns: 100 },
    );
  });

  it("is the bounds themselves where these are known", () => {
    expect(imbensManskiInterval({ ...BOUNDS, standardErrorLower: 0, standardErrorUpper: 0 })).toMatchObject({
      low: 0.3,
      high: 0.4,
    });
  });

  it("throws for what cannot be", () => {
    for (const wrong of [
      { lower: 0.5 },
      { standardErrorLower: -1 },
      { standardErrorUpper: Number.NaN },
      { level: 95 },
    ])
      expect(() => imbensManskiInterval({ ...BOUNDS, ...wrong })).toThrow(RangeError);
  });
});
