import { expect, it } from "vitest";
import type { OwnNumber } from "../../../src/analysis/own-table/numbers.js";
import { differenceMark, printedMark } from "../../../src/figures/own-table.js";

const number = (value: number): OwnNumber => ({
  ...{ id: "a.b", printed: String(value), value, low: value - 0.5, high: value + 0.5 },
  ...{ measure: "a", group: "", period: null },
});

it("shows a reader's number as printed, and nothing for one that is absent", () => {
  expect(printedMark(number(40))).toEqual({ value: 40, low: 39.5, high: 40.5, shown: "40" });
  expect(printedMark(undefined)).toBeNull();
});

it("gives a difference the range of all that its rounded numbers could be", () => {
  expect(differenceMark([number(40)], [number(30)])).toEqual({ value: 10, low: 9, high: 11, shown: "10.0" });
});

it("compares means of several numbers, and nothing where one of them is absent", () => {
  expect(differenceMark([number(40), number(43)], [number(30)])).toMatchObject({
    value: 11.5,
    shown: "11.5",
  });
  expect(differenceMark([number(40), undefined], [number(30)])).toBeNull();
  expect(differenceMark([], [number(30)])).toBeNull();
});
