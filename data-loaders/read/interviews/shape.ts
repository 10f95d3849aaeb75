import { InputError, type Problem, shown } from "../problem.js";
import type { Place } from "./types.js";

/** Throws an InputError unless there are columns with distinct names, and rows. */
export function checkShape(
  file: string,
  names: readonly string[],
  rows: number,
  place: (column: number) => Place,
): void {
  const start = { file, line: 1, column: 1 };
  if (names.length === 0) {
    const expected = "the names of the columns, and a row for each interview";
    throw new InputError([{ ...start, message: "the file is empty", expected }]);
  }
  const seen = new Set<string>();
  const problems = names.flatMap((name, i): Problem[] => {
    const twice = seen.has(name);
    seen.add(name);
    const at = () => ({ file, ...place(i) });
    if (name.trim() === "") {
      return [{ ...at(), message: `column ${i + 1} has no name`, expected: "a name for each column" }];
    }
    return twice
      ? [{ ...at(), message: `column ${shown(name)} is given twice`, expected: "each column once" }]
      : [];
  });
  if (rows === 0) {
    problems.push({
      ...start,
      message: "the file has no row",
      expected: "at least one row after the names of the columns",
    });
  }
  if (problems.length > 0) throw new InputError(problems);
}
