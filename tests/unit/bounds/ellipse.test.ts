import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  excess,
  greatestLess,
  greatestLessSlope,
  leastAbove,
  leastGreater,
  significanceEllipse,
  tangentCut,
} from "../../../src/bounds/ellipse.js";

const ellipses = fc
  .tuple(fc.integer({ min: 5, max: 3000 }), fc.integer({ min: 5, max: 3000 }), fc.constantFrom(1, 1.5, 3))
  .map(([n1, n2, deff]) => significanceEllipse(deff, [n1, n2], "test"));

describe("the ellipse of significance", () => {
  it("measures a difference against 1.96 standard errors in points", () => {
    // 50 and 40 of 400 each: sqrt(2500/400 + 2400/400) = 3.5, so 10 - 1.959964 * 3.5 = 3.140126.
    expect(excess(significanceEllipse(1, [400, 400], "test"), 50, 40)).toBeCloseTo(3.140126, 6);
    expect(excess(significanceEllipse(4, [400, 400], "test"), 40, 50)).toBeCloseTo(10 - 2 * 6.859874, 6);
  });

  it("has a lower half on which the difference is just significant, with its slope", () => {
    fc.assert(
      fc.property(ellipses, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (ellipse, part) => {
        const from = leastGreater(ellipse);
        const a = from + part * (100 - from);
        const b = greatestLess(ellipse, a);
        expect(b).toBeLessThan(a);
        expect(excess(ellipse, a, b)).toBeCloseTo(0, 6);
        const h = 1e-4 * Math.min(part, 1 - part) * (100 - from);
        const slope = (greatestLess(ellipse, a + h) - greatestLess(ellipse, a - h)) / (2 * h);
        expect(greatestLessSlope(ellipse, a)).toBeCloseTo(slope, 4);
        expect(leastAbove(ellipse, b)).toBeCloseTo(a, 6);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("lies below the tangent that cuts a point outside off", () => {
    fc.assert(
      fc.property(
        ellipses,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (ellipse, a, b) => {
          if (excess(ellipse, a, b) <= 1e-6) return;
          const { coefficients, limit } = tangentCut(ellipse, a, b);
          expect(coefficients[0] * a + coefficients[1] * b).toBeGreaterThan(limit);
          for (let x = 0; x <= 100; x += 5) {
            for (let y = 0; y <= 100; y += 1) {
              if (excess(ellipse, x, y) <= 0)
                expect(coefficients[0] * x + coefficients[1] * y).toBeLessThan(limit + 1e-9);
            }
          }
        },
      ),
      { seed: 2, numRuns: 60 },
    );
  });
});
