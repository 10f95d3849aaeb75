import { expect, it } from "vitest";
import { changed, faults } from "../raw-folder.js";

it("reports an id given twice in one file, at the second", () => {
  expect(
    faults(changed("alpha-2016/values.csv", "alpha-2016.satisfied.2014-04,", "alpha-2016.satisfied,")),
  ).toEqual([
    'alpha-2016/values.csv:3:1: id is "alpha-2016.satisfied", as at alpha-2016/values.csv:2; ' +
      "expected each id once in all values.csv files",
  ]);
});

it("reports an id given twice in the same file of two folders", () => {
  const files = changed("beta-2024/measures.csv", "beta.satisfied,", "alpha.fee,");
  expect(faults(files)[0]).toBe(
    'beta-2024/measures.csv:2:1: id is "alpha.fee", as at alpha-2016/measures.csv:3; ' +
      "expected each id once in all measures.csv files",
  );
});

it("reports an id that does not begin with its folder", () => {
  expect(faults(changed("beta-2024/rules.csv", "beta-2024.rule", "beta.rule"))).toEqual([
    'beta-2024/rules.csv:2:1: id is "beta.rule.weights"; expected an id that begins with beta-2024.',
  ]);
});
