import fc from "fast-check";
import { expect, it } from "vitest";
import {
  formatDesignEffect,
  formatEnd,
  formatNumber,
  formatRange,
  formatRanges,
  listed,
} from "../../../src/model/format.js";

it.each([
  [0, 0, "0"],
  [999, 0, "999"],
  [2280, 0, "2,280"],
  [1234567.891, 2, "1,234,567.89"],
  [1234.5678, 4, "1,234.5678"], // no comma among the decimals
  [12345.6789012, 5, "12,345.67890"],
  [16, 1, "16.0"],
])("writes %d with %d decimals as %s", (value, decimals, text) => {
  expect(formatNumber(value, decimals)).toBe(text);
});

it("has no decimals where none are asked for", () => {
  expect(formatNumber(47.4)).toBe("47");
});

it("rounds halves away from zero, also where the binary fraction lies below", () => {
  expect(formatNumber(0.5)).toBe("1");
  expect(formatNumber(2.5)).toBe("3");
  expect(formatNumber(-2.5)).toBe("\u22123");
  // 1.005 is stored as 1.00499999999999989…
  expect(formatNumber(1.005, 2)).toBe("1.01");
});

it("writes a true minus sign, and none before zero", () => {
  expect(formatNumber(-1234.5, 1)).toBe("\u22121,234.5");
  expect(formatNumber(-0.4)).toBe("0");
  expect(formatNumber(-0)).toBe("0");
});

it("rounds the ends of a range down and up, below zero too", () => {
  expect(formatNumber(31.9, 0, "down")).toBe("31");
  expect(formatNumber(31.1, 0, "up")).toBe("32");
  expect(formatNumber(-31.1, 0, "down")).toBe("\u221232");
  expect(formatNumber(-31.9, 0, "up")).toBe("\u221231");
  expect(formatNumber(43.75, 1, "down")).toBe("43.7");
  expect(formatNumber(45.8333, 1, "up")).toBe("45.9");
});

it("forgives a millionth of the last digit in the ends of a range, and no more", () => {
  expect(formatNumber(31.0000009, 0, "up")).toBe("31");
  expect(formatNumber(31.000002, 0, "up")).toBe("32");
  expect(formatNumber(30.9999991, 0, "down")).toBe("31");
  expect(formatNumber(30.999998, 0, "down")).toBe("30");
});

it.each([Number.NaN, Infinity, -Infinity])("throws on %d, which cannot be shown", (value) => {
  expect(() => formatNumber(value)).toThrow(new RangeError(`${value} cannot be shown`));
});

it("is within half a unit of the last digit to the nearest, and within a unit on the right side otherwise", () => {
  const number = (text: string) => Number(text.replaceAll(",", "").replace("\u2212", "-"));
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer({ min: 0, max: 3 }),
      (value, d) => {
        const unit = 10 ** -d;
        expect(Math.abs(number(formatNumber(value, d)) - value)).toBeLessThanOrEqual(unit * 0.500001);
        const down = value - number(formatNumber(value, d, "down"));
        expect(down).toBeGreaterThanOrEqual(-2e-6 * unit);
        expect(down).toBeLessThan(unit);
        const up = number(formatNumber(value, d, "up")) - value;
        expect(up).toBeGreaterThanOrEqual(-2e-6 * unit);
        expect(up).toBeLessThan(unit);
      },
    ),
  );
});

it("writes the end of a range outwards to a tenth, and a whole end whole", () => {
  expect(formatEnd(19.58, "low")).toBe("19.5");
  expect(formatEnd(33.12, "high")).toBe("33.2");
  expect(formatEnd(79.97, "high")).toBe("80.0");
  expect([formatEnd(0, "low"), formatEnd(100, "high"), formatEnd(100 - 1e-9, "low")]).toEqual([
    "0",
    "100",
    "100",
  ]);
  expect(formatEnd(-23.0694, "low")).toBe("\u221223.1");
});

it("writes no end beyond a limit that is whole, or the end of the rounding interval of a whole number", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.integer({ min: 0, max: 200 }),
      (end, halves) => {
        const limit = halves / 2;
        if (end <= limit) expect(Number(formatEnd(end, "high"))).toBeLessThanOrEqual(limit);
        if (end >= limit) expect(Number(formatEnd(end, "low"))).toBeGreaterThanOrEqual(limit);
      },
    ),
  );
});

it("writes ranges with both ends, parts of one with a hole, and one number where the ends are alike", () => {
  expect(formatRange(19.5, 60.5)).toBe("19.5 to 60.5");
  expect(formatRange(38.95, 39.05, 2)).toBe("38.95 to 39.05");
  expect(formatRange(47, 47)).toBe("47");
  expect(
    formatRanges([
      [19.5, 33.12],
      [45.31, 60.5],
    ]),
  ).toBe("19.5 to 33.2 or 45.3 to 60.5");
  expect(formatRanges([])).toBe("");
});

it("rounds the design effect that a difference stands up to down, since it stands after up to", () => {
  expect(formatDesignEffect(8.7967)).toBe("8.7");
  expect(formatDesignEffect(0.9723)).toBe("0.9");
  expect(formatDesignEffect(16)).toBe("16.0");
});

it("lists words with commas and an and", () => {
  expect([[], ["May"], ["May", "June"], ["May", "June", "July"]].map(listed)).toEqual([
    "",
    "May",
    "May and June",
    "May, June and July",
  ]);
});
