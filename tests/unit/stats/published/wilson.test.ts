import fc from "fast-check";
import { expect, it } from "vitest";
import { wilsonInterval, Z_95 } from "../../../../src/stats/index.js";

/** Interviews, how many of them count, and a design effect. */
const samples = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) =>
    fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n }), fc.double({ min: 0.5, max: 20, noNaN: true })),
  );

it("is worked by hand for one success of two with z 1", () => {
  // p = 1/2, m = 2, z² = 1: centre (1/2 + 1/4) / (3/2) = 1/2, half sqrt(1/8 + 1/16) / (3/2) = sqrt(3)/6.
  const { low, high } = wilsonInterval(0.5, 2, { deff: 1, z: 1 });
  expect(low).toBeCloseTo(0.5 - Math.sqrt(3) / 6, 14);
  expect(high).toBeCloseTo(0.5 + Math.sqrt(3) / 6, 14);
});

it("is worked by hand for none and all of four with z 2", () => {
  // p = 0, m = 4, z² = 4: centre (4/8) / 2 = 1/4, half (2 * sqrt(4/64)) / 2 = 1/4, so 0 to 1/2.
  expect(wilsonInterval(0, 4, { deff: 1, z: 2 })).toEqual({ low: 0, high: 0.5 });
  expect(wilsonInterval(1, 4, { deff: 1, z: 2 })).toEqual({ low: 0.5, high: 1 });
});

it("gives the example of its manual", () => {
  // R: prop.test(0.47 * 1152, 1152, correct = FALSE)$conf.int
  const { low, high } = wilsonInterval(0.47, 1152, { deff: 1 });
  expect(low).toBeCloseTo(0.4413, 4);
  expect(high).toBeCloseTo(0.4989, 4);
});

it("has ends pi that solve |p - pi| = z sqrt(pi (1 - pi) / m)", () => {
  fc.assert(
    fc.property(samples, ([n, x, deff]) => {
      const p = x / n;
      for (const end of Object.values(wilsonInterval(p, n, { deff }))) {
        // Squared, since the root of pi (1 - pi) loses half of the digits where pi is 0 or 1.
        expect((p - end) ** 2).toBeCloseTo((Z_95 ** 2 * end * (1 - end) * deff) / n, 12);
      }
    }),
  );
});

it("holds p and lies inside 0 to 1", () => {
  fc.assert(
    fc.property(samples, ([n, x, deff]) => {
      const { low, high } = wilsonInterval(x / n, n, { deff });
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(x / n);
      expect(high).toBeGreaterThanOrEqual(x / n);
      expect(high).toBeLessThanOrEqual(1);
      expect(high - low).toBeGreaterThan(0);
    }),
  );
});

it("mirrors the interval of the other answer", () => {
  fc.assert(
    fc.property(samples, ([n, x, deff]) => {
      const interval = wilsonInterval(x / n, n, { deff });
      const other = wilsonInterval((n - x) / n, n, { deff });
      expect(interval.low).toBeCloseTo(1 - other.high, 12);
    }),
  );
});

it("is at n interviews with a design effect what it is at n / deff without one", () => {
  fc.assert(
    fc.property(samples, ([n, x, deff]) => {
      expect(wilsonInterval(x / n, n, { deff })).toEqual(wilsonInterval(x / n, n / deff, { deff: 1 }));
    }),
  );
});

it.each([-0.01, 1.01, 47, Number.NaN])("throws on the proportion %d", (p) => {
  expect(() => wilsonInterval(p, 100, { deff: 1 })).toThrow(RangeError);
});

it.each([0, -1, Number.NaN, Infinity])(
  "throws on %d interviews and on a design effect of as much",
  (value) => {
    expect(() => wilsonInterval(0.5, value, { deff: 1 })).toThrow(
      new RangeError(`n must be above 0, not ${value}`),
    );
    expect(() => wilsonInterval(0.5, 100, { deff: value })).toThrow(
      new RangeError(`deff must be above 0, not ${value}`),
    );
  },
);
