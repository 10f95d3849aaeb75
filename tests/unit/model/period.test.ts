import { expect, it } from "vitest";
import {
  isPeriod,
  isWithin,
  monthsBetween,
  periodEnd,
  periodLabel,
  periodStart,
} from "../../../src/model/period.js";

it.each(["2014-04", "2013-09/2013-11", "2013-12/2014-02", "2014-04/2014-04"])(
  "takes %s for a period",
  (text) => {
    expect(isPeriod(text)).toBe(true);
  },
);

it.each([
  "",
  "2014",
  "2014-4",
  "2014-13",
  "2014-00",
  "2013-11/2013-09",
  "2014-01/2013-12",
  "2013-09-2013-11",
  "2013-09/",
  "2013-09/2013-13",
  "2014-04-01",
  " 2014-04",
])("takes %j for no period", (text) => {
  expect(isPeriod(text)).toBe(false);
});

it("ends a month with itself and an interval with its last month", () => {
  expect(periodEnd("2014-04")).toBe("2014-04");
  expect(periodEnd("2013-12/2014-02")).toBe("2014-02");
});

it("begins a month with itself and an interval with its first month", () => {
  expect(periodStart("2014-04")).toBe("2014-04");
  expect(periodStart("2013-12/2014-02")).toBe("2013-12");
});

it.each([
  ["2014-04", true],
  ["2014-04/2014-06", true],
  ["2014-03/2014-05", false],
  ["2014-05/2014-07", false],
  ["2015-05", false],
])("%s lies within April to June 2014: %s", (period, within) => {
  expect(isWithin(period, { from: "2014-04", to: "2014-06" })).toBe(within);
});

it.each([
  ["2014-04", "April 2014"],
  ["2013-09/2013-11", "September to November 2013"],
  ["2023-04/2024-03", "April 2023 to March 2024"],
  ["2015-01/2015-12", "January to December 2015"],
])("labels %s as %s", (period, label) => {
  expect(periodLabel(period)).toBe(label);
});

it("names every month", () => {
  const months = Array.from({ length: 12 }, (_, i) => periodLabel(`2016-${String(i + 1).padStart(2, "0")}`));
  expect(months.join()).toBe(
    "January 2016,February 2016,March 2016,April 2016,May 2016,June 2016,July 2016,August 2016,September 2016," +
      "October 2016,November 2016,December 2016",
  );
});

it("throws on the label of what is no period", () => {
  expect(() => periodLabel("soon")).toThrow(new RangeError('"soon" is no period'));
});

it("counts the months between two, backwards below zero", () => {
  expect(monthsBetween("2013-12", "2014-02")).toBe(2);
  expect(monthsBetween("2014-06", "2014-06")).toBe(0);
  expect(monthsBetween("2014-02", "2013-12")).toBe(-2);
});
