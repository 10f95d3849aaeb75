import { describe, expect, it } from "vitest";
import { apart, dimensionFactor } from "../../../../src/analysis/interviews/group-factors.js";
import type { Codebook } from "../../../../src/model/codebook.js";
import { GOOD, SMALL } from "../../data-loaders/interviews/mapping/small-survey.js";
import { coded } from "./coded.js";

describe("the groups of a dimension", () => {
  it("leave out those who were not asked, and those with an answer that is no group", () => {
    // A variable that only Receiving Parents were asked, in the place of the one for gender.
    const codebook: Codebook = { ...SMALL, dimensions: { gender: "collect" } };
    const found = dimensionFactor(coded(codebook, GOOD), "gender", ["no", "yes"]);
    expect(found?.levels).toEqual(["no", "yes"]);
    expect([...(found?.codes ?? [])]).toEqual([1, 0, -1, 1, 0, -1, 1, 0, -1]);
    const one = dimensionFactor(coded(codebook, GOOD), "gender", ["no"]);
    expect([...(one?.codes ?? [])]).toEqual([-1, 0, -1, -1, 0, -1, -1, 0, -1]);
    expect(dimensionFactor(coded(codebook, GOOD), "gender", ["female"])).toBeNull();
  });
});

describe("periods in sets", () => {
  it("of which no two share a month, months and quarters by themselves", () => {
    const months = ["2020-02", "2020-01"];
    const quarters = ["2020-01/2020-03", "2020-04/2020-06"];
    expect(apart([...quarters, ...months])).toEqual([["2020-01", "2020-02"], quarters]);
  });

  it("with each of those that overlap in a set of its own", () => {
    const rolling = ["2020-01/2020-03", "2020-02/2020-04", "2020-03/2020-05", "2020-04/2020-06"];
    expect(apart(rolling)).toEqual([
      ["2020-01/2020-03", "2020-04/2020-06"],
      ["2020-02/2020-04"],
      ["2020-03/2020-05"],
    ]);
  });
});
