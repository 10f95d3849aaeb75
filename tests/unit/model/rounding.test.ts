import fc from "fast-check";
import { expect, it } from "vitest";
import { parsePrinted, printedDecimals, roundingInterval } from "../../../src/model/rounding.js";

it.each([
  ["39", 39],
  ["39.0", 39],
  ["0", 0],
  ["0.5", 0.5],
  ["2,280", 2280],
  ["1,234,567.8", 1234567.8],
  ["2280", 2280],
])("reads %s as %d", (printed, value) => {
  expect(parsePrinted(printed)).toBe(value);
});

it.each([
  "",
  "39%",
  "-1",
  "\u22121",
  "+1",
  ".5",
  "5.",
  "2,28",
  "22,8,0",
  "2,2800",
  " 39",
  "1e3",
  "six",
  "£20",
])("reads %j as no number", (printed) => {
  expect(parsePrinted(printed)).toBeNull();
});

it("counts the decimals that are shown, zeros included", () => {
  expect(["39", "2,280", "39.0", "0.25"].map(printedDecimals)).toEqual([0, 0, 1, 2]);
});

it.each([
  // Half a unit of the last printed digit either way.
  ["39", 38.5, 39.5],
  ["39.0", 38.95, 39.05],
  ["2,280", 2279.5, 2280.5],
  ["0", -0.5, 0.5],
  ["0.25", 0.245, 0.255],
])("gives %s the rounding interval %d to %d", (printed, low, high) => {
  const interval = roundingInterval(printed);
  expect(interval.low).toBeCloseTo(low, 12);
  expect(interval.high).toBeCloseTo(high, 12);
});

it("throws on a string that is no number", () => {
  expect(() => roundingInterval("six")).toThrow(new RangeError('"six" is no printed number'));
});

it("holds every number that is printed like this, and is one unit of the last digit wide", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e7 }), fc.integer({ min: 0, max: 3 }), (thousandths, decimals) => {
      const number = thousandths / 1000;
      const { low, high } = roundingInterval(number.toFixed(decimals));
      expect(low).toBeLessThanOrEqual(number + 1e-9);
      expect(high).toBeGreaterThanOrEqual(number - 1e-9);
      expect(high - low).toBeCloseTo(10 ** -decimals, 9);
    }),
  );
});
