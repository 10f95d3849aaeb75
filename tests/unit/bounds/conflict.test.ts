import { expect, it } from "vitest";
import { smallestDisagreeing, unknownsOf } from "../../../src/bounds/index.js";

it("a smallest set that disagrees is found among larger ones", () => {
  // 0 with 1 and 2, and 3 with 4, cannot be: the pair is the smaller.
  const agrees = (kept: ReadonlySet<number>) =>
    !([0, 1, 2].every((i) => kept.has(i)) || [3, 4].every((i) => kept.has(i)));
  expect(smallestDisagreeing(5, agrees)).toEqual([3, 4]);
  expect(smallestDisagreeing(3, agrees)).toEqual([0, 1, 2]);
  expect(() => smallestDisagreeing(2, agrees)).toThrow("the statements agree");
});

it("the unknowns of a statement are found by its path", () => {
  const problem = {
    unknowns: [{ id: "a" }, { id: "b" }, { id: "c" }],
    identities: [{ total: { printed: "39" }, parts: [{ id: "a" }, { id: "b" }] }],
    order: [["a", ">", "c"]],
    ranges: [{ id: "c", low: 1 }],
    linear: [{ terms: [["b", 1]], low: 0 }],
    differ: [{ a: "a", b: "b", deff: 1, bases: [100, 100] }],
  } as const;
  const paths = ["unknowns[1]", "identities[0]", "order[0]", "ranges[0]", "linear[0]", "differ[0]"];
  expect(paths.map((path) => unknownsOf(problem, path))).toEqual([
    ["b"],
    ["a", "b"],
    ["a", "c"],
    ["c"],
    ["b"],
    ["a", "b"],
  ]);
  expect(() => unknownsOf(problem, "asks[0]")).toThrow(RangeError);
});
