import { expect, it } from "vitest";
import { changed, faults } from "../raw-folder.js";

const VALUES = "beta-2024/values.csv";
const WORDED = ",six out of ten,worded,words,59.5,60.5,";

it("reports a printed value without its number", () => {
  expect(faults(changed("alpha-2016/values.csv", ",93,", ",,"))).toEqual([
    "alpha-2016/values.csv:2:55: printed is empty; expected a number, since status is printed",
  ]);
});

it("reports a printed base without its number", () => {
  expect(faults(changed("beta-2024/bases.csv", '"2,280"', ""))).toEqual([
    "beta-2024/bases.csv:2:50: printed is empty; expected a number, since status is printed",
  ]);
});

it("reports a worded value without its words", () => {
  expect(faults(changed(VALUES, "six out of ten", ""))).toEqual([
    `${VALUES}:3:81: words is empty; expected the words of the report, since status is worded`,
  ]);
});

it("reports a worded value without low and high", () => {
  expect(faults(changed(VALUES, "59.5,60.5", ","))).toEqual([
    `${VALUES}:3:109: low is empty; expected a number, since rounding is words`,
    `${VALUES}:3:110: high is empty; expected a number, since rounding is words`,
  ]);
});

it("reports a worded value with another rounding", () => {
  expect(faults(changed(VALUES, WORDED, ",six out of ten,worded,1,,,"))).toEqual([
    `${VALUES}:3:103: rounding is "1"; expected words, since status is worded`,
  ]);
});

it("reports words of a value that is not worded", () => {
  expect(faults(changed(VALUES, WORDED, ",six out of ten,plotted,1,,,"))).toEqual([
    `${VALUES}:3:81: words is "six out of ten"; expected nothing, since status is plotted`,
  ]);
});

it("reports low and high where the rounding says the interval", () => {
  expect(faults(changed(VALUES, WORDED, ",,plotted,1,59.5,60.5,"))).toEqual([
    `${VALUES}:3:92: low is "59.5"; expected nothing, since rounding is 1`,
    `${VALUES}:3:97: high is "60.5"; expected nothing, since rounding is 1`,
  ]);
});
