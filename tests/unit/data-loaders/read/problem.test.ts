import { expect, it } from "vitest";
import { formatProblem, InputError, type Problem } from "../../../../data-loaders/read/index.js";
import { shown } from "../../../../data-loaders/read/problem.js";

const problem = (file: string, line: number, column: number): Problem =>
  Object.freeze({ file, line, column, message: "printed is empty", expected: "a number" });

it("writes a problem as file, line, column, what is wrong and what was expected", () => {
  expect(formatProblem(problem("raw/a/values.csv", 3, 14))).toBe(
    "raw/a/values.csv:3:14: printed is empty; expected a number",
  );
});

it("holds all problems by file, line and column, and says each on a line", () => {
  const error = new InputError([
    problem("b", 1, 1),
    problem("a", 10, 1),
    problem("a", 2, 9),
    problem("a", 2, 1),
  ]);
  expect(error.problems.map((p) => [p.file, p.line, p.column])).toEqual([
    ["a", 2, 1],
    ["a", 2, 9],
    ["a", 10, 1],
    ["b", 1, 1],
  ]);
  expect(error.message).toBe(error.problems.map(formatProblem).join("\n"));
  expect(error.name).toBe("InputError");
});

it("shows a cell on one line, cut at 60 characters, and an empty one as empty", () => {
  expect(shown("a\nb")).toBe('"a b"');
  expect(shown("x".repeat(61))).toBe(`"${"x".repeat(59)}…"`);
  expect(shown("")).toBe("empty");
});
