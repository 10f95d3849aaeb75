import { from } from "arquero";
import { expect, it } from "vitest";
import { pickInterviews, pickValue } from "../../../src/analysis/pick.js";

const row = {
  measure: "m",
  group: "parent=paying",
  value: 31,
  low: 30.5,
  high: 31.5,
  interviews: 1079,
  locator: "x",
};
const VALUES = from([
  { id: "a", ...row, more: 1 },
  { id: "b", ...row, group: "" },
  { id: "c", ...row, measure: "twice" },
  { id: "d", ...row, measure: "twice" },
  { id: "e", ...row, measure: "empty", value: null },
  { id: "f", ...row, measure: "no base", interviews: null },
]);
const PAYING = Object.freeze({ parent: "paying" });

it("picks the one value of a measure for a group, and for everyone", () => {
  const { measure: _m, group: _g, ...held } = row;
  expect(pickValue(VALUES, "m", PAYING)).toEqual({ id: "a", ...held });
  expect(pickValue(VALUES, "m", {}).id).toBe("b");
});

it("throws on a value that is absent, stands there twice, or is not held with its base", () => {
  expect(() => pickValue(VALUES, "n", {})).toThrow(new Error("no value for n of everyone"));
  expect(() => pickValue(VALUES, "m", { parent: "receiving" })).toThrow(
    new Error("no value for m of parent=receiving"),
  );
  expect(() => pickValue(VALUES, "twice", PAYING)).toThrow(new Error("2 values for twice of parent=paying"));
  expect(() => pickValue(VALUES, "empty", PAYING)).toThrow(new Error("empty of parent=paying is not held"));
  expect(() => pickValue(VALUES, "no base", PAYING)).toThrow(
    new Error("no base of parent=paying is not held"),
  );
});

it("picks the interviews of a base, and throws on one that is absent, twice there or not printed", () => {
  const bases = from([
    { id: "a", interviews: 558 },
    { id: "b", interviews: null },
    { id: "c", interviews: 1 },
    { id: "c", interviews: 1 },
  ]);
  expect(pickInterviews(bases, "a")).toBe(558);
  for (const id of ["b", "c", "d"]) {
    expect(() => pickInterviews(bases, id)).toThrow(new Error(`base ${id} is not held`));
  }
});
