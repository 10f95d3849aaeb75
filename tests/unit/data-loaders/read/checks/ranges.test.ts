import { expect, it } from "vitest";
import { changed, faults } from "../raw-folder.js";

it("reports a value above the maximum of its measure", () => {
  expect(faults(changed("alpha-2016/values.csv", ",93,", ",101,"))).toEqual([
    "alpha-2016/values.csv:2:55: printed is 101; expected 0 to 100, the range of alpha.satisfied",
  ]);
});

it("allows a value at the maximum, whose rounding interval sticks out", () => {
  expect(faults(changed("alpha-2016/values.csv", ",93,", ",100,"))).toEqual([]);
});

it("reports a value filled in below the minimum", () => {
  expect(faults(changed("alpha-2016/measures.csv", "pounds,0,", "pounds,21,"))).toEqual([
    "alpha-2016/values.csv:4:28: printed is 20; expected 21 to 1000, the range of alpha.fee",
  ]);
});

it("reports a worded value with an end outside the range", () => {
  expect(faults(changed("beta-2024/values.csv", "60.5", "160.5"))).toEqual([
    "beta-2024/values.csv:3:114: high is 160.5; expected 0 to 100, the range of beta.satisfied",
  ]);
});

it("reports low above high", () => {
  expect(faults(changed("beta-2024/values.csv", "59.5", "61.5"))).toEqual([
    "beta-2024/values.csv:3:109: low is 61.5; expected at most 60.5, the high end",
  ]);
});

it("reports a minimum above its maximum, and not the values of that measure", () => {
  expect(faults(changed("alpha-2016/measures.csv", "pounds,0,", "pounds,2000,"))).toEqual([
    "alpha-2016/measures.csv:3:52: minimum is 2000; expected at most 1000, the maximum",
  ]);
});
