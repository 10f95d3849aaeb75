import { describe, expect, it } from "vitest";
import {
  type AnswersOfBuild,
  narrowedAnswers,
} from "../../../../../data-loaders/interviews/disclosure/answers-over-builds.js";
import { measure, table, tablesFrom } from "./small-tables.js";

/** One group and all others, with what the build by itself leaves of the answers of the group. */
function build(size: number, answers: number, interval: readonly [number, number] | null): AnswersOfBuild {
  const ages = table("all", "age", { young: size, old: 500 });
  const id = "satisfied/age=young";
  return {
    tables: tablesFrom(
      [{ id: "all", total: size + 500 }],
      [ages],
      [measure(ages, { young: answers, old: 200 })],
    ),
    suppressed: new Set(interval === null ? [] : [id]),
    intervals:
      interval === null ? [] : [{ id, count: answers, low: interval[0], high: interval[1], required: 10 }],
  };
}

const young = (earlier: AnswersOfBuild, later: AnswersOfBuild) =>
  narrowedAnswers(earlier, later).map(({ build, low, high }) => [build, low, high]);

describe("few answers of two builds", () => {
  it("are narrowed from below where more answer now than were added", () => {
    // 0 to 11 before; 15 now with 12 added are 3 or more before.
    expect(young(build(100, 4, [0, 11]), build(112, 15, null))).toEqual([["earlier", 3, 11]]);
    expect(young(build(100, 4, [0, 11]), build(112, 14, null))).toEqual([]);
  });

  it("are narrowed from above where fewer answer now than could before", () => {
    expect(young(build(100, 4, [0, 30]), build(150, 10, null))).toEqual([]);
    expect(young(build(100, 4, [0, 30]), build(150, 8, null))).toEqual([["earlier", 0, 8]]);
  });

  it("are narrowed now by what stood before and by how many were added", () => {
    expect(young(build(100, 3, null), build(105, 5, [0, 30]))).toEqual([["later", 3, 8]]);
    expect(young(build(100, 3, null), build(109, 5, [0, 30]))).toEqual([]);
  });

  it("are found to be what they were where nobody was added", () => {
    expect(young(build(100, 3, null), build(100, 3, [0, 30]))).toEqual([["later", 3, 3]]);
    expect(young(build(100, 3, [0, 30]), build(100, 3, null))).toEqual([["earlier", 3, 3]]);
  });
});
