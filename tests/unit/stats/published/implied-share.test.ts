import fc from "fast-check";
import { expect, it } from "vitest";
import { impliedShare } from "../../../../src/stats/index.js";

type Ends = { readonly low: number; readonly high: number };

/** The proportions that are printed as this percentage. */
const printed = (percent: number): Ends =>
  Object.freeze({ low: Math.max(0, percent - 0.5) / 100, high: Math.min(100, percent + 0.5) / 100 });

it("is worked by hand where nothing is rounded", () => {
  // (0.4 - 0.2) / (0.6 - 0.2) = 1/2
  const { low, high } = impliedShare(
    { low: 0.4, high: 0.4 },
    { low: 0.6, high: 0.6 },
    { low: 0.2, high: 0.2 },
  );
  expect(low).toBeCloseTo(0.5, 14);
  expect(high).toBeCloseTo(0.5, 14);
});

it("gives Receiving Parents 0.4375 to 0.5625 of the weights, from 39, 47 and 31", () => {
  // (38.5 - 31.5) / (47.5 - 31.5) = 7/16 and (39.5 - 30.5) / (46.5 - 30.5) = 9/16
  const { low, high } = impliedShare(printed(39), printed(47), printed(31));
  expect(low).toBeCloseTo(7 / 16, 12);
  expect(high).toBeCloseTo(9 / 16, 12);
});

it("gives New customers 0.375 to 0.4583 of the weights, from 39, 53 and 29", () => {
  // (38.5 - 29.5) / (53.5 - 29.5) = 9/24 and (39.5 - 28.5) / (52.5 - 28.5) = 11/24
  const { low, high } = impliedShare(printed(39), printed(53), printed(29));
  expect(low).toBeCloseTo(9 / 24, 12);
  expect(high).toBeCloseTo(11 / 24, 12);
});

const percentages = fc
  .tuple(
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: 0, max: 100 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .filter(([part, rest]) => Math.abs(part - rest) >= 2)
  .map(([part, rest, share]) => ({
    part,
    rest,
    share,
    total: Math.round(share * part + (1 - share) * rest),
  }));

it("holds the share that made the total", () => {
  fc.assert(
    fc.property(percentages, ({ part, rest, share, total }) => {
      const { low, high } = impliedShare(printed(total), printed(part), printed(rest));
      expect(low).toBeLessThanOrEqual(share + 1e-12);
      expect(high).toBeGreaterThanOrEqual(share - 1e-12);
    }),
  );
});

it("equals the least and greatest share over a grid of all roundings", () => {
  const grid = ({ low, high }: Ends) => Array.from({ length: 11 }, (_, i) => low + ((high - low) * i) / 10);
  fc.assert(
    fc.property(percentages, ({ part, rest, total }) => {
      const shares = grid(printed(total)).flatMap((t) =>
        grid(printed(part)).flatMap((p) => grid(printed(rest)).map((r) => (t - r) / (p - r))),
      );
      const { low, high } = impliedShare(printed(total), printed(part), printed(rest));
      expect(low).toBeCloseTo(Math.max(0, Math.min(...shares)), 9);
      expect(high).toBeCloseTo(Math.min(1, Math.max(...shares)), 9);
    }),
  );
});

it("gives the rest what it does not give the part", () => {
  fc.assert(
    fc.property(percentages, ({ part, rest, total }) => {
      const { low, high } = impliedShare(printed(total), printed(part), printed(rest));
      const other = impliedShare(printed(total), printed(rest), printed(part));
      expect(other.low).toBeCloseTo(1 - high, 9);
      expect(other.high).toBeCloseTo(1 - low, 9);
    }),
  );
});

it("is clipped to 0 and to 1", () => {
  expect(impliedShare(printed(47), printed(47), printed(31)).high).toBe(1);
  expect(impliedShare(printed(31), printed(47), printed(31)).low).toBe(0);
});

it("throws when the roundings of the two groups overlap or touch", () => {
  const message = "the share is not identified: the roundings of the two groups overlap";
  expect(() => impliedShare(printed(39), printed(39), printed(39))).toThrow(new RangeError(message));
  expect(() => impliedShare(printed(39), printed(40), printed(39))).toThrow(new RangeError(message));
  expect(() => impliedShare(printed(39), printed(39), printed(40))).toThrow(new RangeError(message));
});

it("throws when the total lies beyond both groups, where no share makes it", () => {
  const message = "no share of the two groups makes the total";
  expect(() => impliedShare(printed(60), printed(47), printed(31))).toThrow(new RangeError(message));
  expect(() => impliedShare(printed(20), printed(47), printed(31))).toThrow(new RangeError(message));
});

it("throws by name on an interval that is none of proportions", () => {
  const percent = { low: 38.5, high: 39.5 };
  expect(() => impliedShare(percent, printed(47), printed(31))).toThrow(/^total\.low must be from 0 to 1/);
  expect(() => impliedShare(printed(39), percent, printed(31))).toThrow(/^part\.low must be from 0 to 1/);
  expect(() => impliedShare(printed(39), printed(47), percent)).toThrow(/^rest\.low must be from 0 to 1/);
});
