import { expect, it } from "vitest";
import { matching } from "../../../src/components/review/filters.js";

const row = { survey: "ces", verdict: "differs" };
const TEXT = "satisfied with the service receiving parents 47";

it.each([
  ["nothing is set", {}, true],
  ["filters are empty", { q: "", survey: "", verdict: "" }, true],
  ["its code is chosen", { survey: "ces" }, true],
  ["another code is chosen", { survey: "ces", verdict: "agrees" }, false],
  ["it has all words, in any case and order", { q: " PARENTS  satisfied" }, true],
  ["it lacks a word", { q: "parents paying" }, false],
  ["it has the words and another code", { q: "parents", survey: "cms" }, false],
  ["a filter of another list is set", { publication: "cms-2016" }, true],
])("a row is found by whether %s", (_, state, found) => {
  expect(matching(state as Record<string, string>)(row, TEXT)).toBe(found);
});
