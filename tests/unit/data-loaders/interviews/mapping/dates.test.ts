import { describe, expect, it } from "vitest";
import { dateReader } from "../../../../../data-loaders/interviews/mapping/dates.js";

describe("a date", () => {
  it.each([
    ["day", undefined, "2020-02-29", "2020-02-29"],
    ["day", undefined, "2019-02-29", null],
    ["day", undefined, "2020-07", null],
    ["day", undefined, "2020-07-15T10:30:00.000Z", "2020-07-15"],
    ["day", undefined, "2020-07-15 10:30", "2020-07-15"],
    ["day", undefined, "2020-07-150", null],
    ["month", undefined, "2020-07", "2020-07"],
    ["month", undefined, "2020-13", null],
    ["month", undefined, "2020-07-15", "2020-07"],
    ["day", "dd/mm/yyyy", "15/07/2020", "2020-07-15"],
    ["day", "dd/mm/yyyy", "5/7/2020", null],
    ["day", "d.m.yyyy", "5.7.2020", "2020-07-05"],
    ["day", "d.m.yyyy", "5-7-2020", null],
    ["day", "yyyymmdd", "20200715", "2020-07-15"],
    ["month", "yyyymm", "202007", "2020-07"],
    ["month", "dd/mm/yyyy", "15/07/2020", "2020-07"],
  ] as const)("a %s written %s: %s", (precision, pattern, text, date) => {
    expect(dateReader(precision, pattern)?.(text)).toBe(date);
  });

  it.each([
    ["day", "mm/yyyy"],
    ["day", "dd/mm"],
    ["month", "yyyy"],
    ["month", "mm/m/yyyy"],
    ["day", "dd/dd/mm/yyyy"],
  ] as const)("of a %s cannot be written %s", (precision, pattern) => {
    expect(dateReader(precision, pattern)).toBeNull();
  });
});
