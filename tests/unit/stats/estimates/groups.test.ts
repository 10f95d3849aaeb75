import { describe, expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { storedReplicates } from "../../../../src/stats/design/replicates.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { groupsOf } from "../../../../src/stats/estimates/groups.js";
import { numbers } from "../sample.js";

const design = surveyDesign({
  weights: [1, 2, 3, 0, 5, 6],
  strata: factor(["a", "a", "a", "b", "b", "b"]),
});
const sex = factor(["m", "f", "m", "f", null, "m"], { name: "sex" });

describe("the rows that count", () => {
  it("are in a group, in the domain, answered and with a weight above 0", () => {
    const found = groupsOf(design, [numbers(1, 1, Number.NaN, 1, 1, 1)], {
      by: [sex],
      domain: [1, 1, 1, 1, 1, 0],
    });
    // Row 3 has no answer, 4 no weight, 5 no sex, 6 is out of the domain.
    expect(Array.from(found.codes)).toEqual([1, 0, -1, -1, -1, -1]);
    expect(found.n).toEqual(numbers(1, 1));
    expect(found.weightedN).toEqual(numbers(2, 1));
  });

  it("must have every answer", () => {
    const gap = Number.NaN;
    const found = groupsOf(design, [numbers(1, gap, 1, 1, 1, 1), numbers(gap, 1, 1, 1, 1, 1)], {});
    expect(Array.from(found.codes)).toEqual([-1, -1, 0, -1, 0, 0]);
    expect(found.names).toEqual([{}]);
    expect(found.n).toEqual(numbers(3));
  });

  it("leave the factors as they were", () => {
    groupsOf(design, [], { by: [sex], domain: [0, 0, 0, 0, 0, 0] });
    expect(Array.from(sex.codes)).toEqual([1, 0, 1, 0, -1, 1]);
  });
});

describe("groups", () => {
  it("have the names of their factors, or by1, by2 where these have none", () => {
    const age = factor([1, 1, 2, 2, 1, 2]);
    expect(groupsOf(design, [], { by: [sex, age] }).names).toEqual([
      { sex: "f", by2: "1" },
      { sex: "f", by2: "2" },
      { sex: "m", by2: "1" },
      { sex: "m", by2: "2" },
    ]);
  });

  it("have degrees of freedom of their own, and together those of all their rows", () => {
    const found = groupsOf(design, [], { by: [sex] });
    // f: row 2 of stratum a. m: rows 1 and 3 of a and 6 of b.
    expect(found.df).toEqual(numbers(0, 1));
    expect([found.degreesOfFreedom([0]), found.degreesOfFreedom([1])]).toEqual([0, 1]);
    // Four units of two strata.
    expect(found.degreesOfFreedom([0, 1])).toBe(2);
  });

  it("have the degrees of freedom of replicates that say theirs", () => {
    const of = { method: "other", scale: 1, rscales: numbers(1), mse: true } as const;
    const known = { ...design, replicates: storedReplicates([design.weights], { ...of, df: 11 }) };
    const found = groupsOf(known, [], { by: [sex] });
    expect(found.df).toEqual(numbers(11, 11));
    expect(found.degreesOfFreedom([0, 1])).toBe(11);
    const unknown = { ...design, replicates: storedReplicates([design.weights], { ...of, df: null }) };
    expect(groupsOf(unknown, [], { by: [sex] }).df).toEqual(numbers(0, 1));
  });
});

it("throws on an answer, factor or domain of another length, and on an infinite answer", () => {
  const message = new RangeError("a column of 1 rows for a design of 6");
  expect(() => groupsOf(design, [numbers(1)], {})).toThrow(message);
  expect(() => groupsOf(design, [], { by: [factor(["a"])] })).toThrow(message);
  expect(() => groupsOf(design, [], { domain: [true] })).toThrow(message);
  expect(() => groupsOf(design, [numbers(1, 1, Infinity, 1, 1, 1)], {})).toThrow(
    new RangeError("row 3 has an infinite answer"),
  );
});
