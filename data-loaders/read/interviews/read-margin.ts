import { InputError, type Problem, shown } from "../problem.js";
import { firstProblems } from "./first-problems.js";
import { numberOf } from "./number.js";
import { readInterviews } from "./read-interviews.js";
import type { Place } from "./types.js";

/** The population count of each level of a variable. */
export interface Margin {
  readonly variable: string;
  readonly levels: readonly string[];
  readonly totals: readonly number[];
  /** Position of a level in the file. Throws a RangeError for an unknown level. */
  place(level: string): Place;
}

/**
 * Reads a population margin from any kind of file that `readInterviews` reads, with two columns: the variable's
 * levels, under its name, each once; and a count of 0 or more for each. Levels are text, not trimmed.
 *
 * Throws an InputError with every missing or duplicate level and every missing, negative or invalid count, and as
 * `readInterviews` does.
 *
 * @example
 * const margin = await readMargin("sex.csv"); // sex,people / female,510 / male,490
 * margin.variable; // "sex"
 * margin.totals; // [510, 490]
 */
export async function readMargin(path: string): Promise<Margin> {
  const file = await readInterviews(path);
  const [variable, count] = file.columns;
  if (variable === undefined || count === undefined || file.columns.length > 2) {
    const width = file.columns.length;
    const message = `the file has ${width} ${width === 1 ? "column" : "columns"}`;
    const expected = "two: a variable, and the count of the population at each of its levels";
    throw new InputError([{ file: path, line: 1, column: 1, message, expected }]);
  }
  const levels = file.text(variable);
  const counts = file.column(count).values.map((cell) => (cell === null ? null : numberOf(cell)));
  const rowOf = new Map<string, number>();
  const levelFaults: number[] = [];
  const countFaults: number[] = [];
  for (const [row, level] of levels.entries()) {
    if (level === null || rowOf.has(level)) levelFaults.push(row);
    else rowOf.set(level, row);
    const number = counts[row];
    if (typeof number !== "number" || number < 0) countFaults.push(row);
  }
  const levelProblem = (row: number): Problem => {
    const at = { file: path, ...file.place(variable, row) };
    const level = levels[row] ?? null;
    return level === null
      ? { ...at, message: `${variable} is empty`, expected: "a level in each row" }
      : { ...at, message: `${variable} ${shown(level)} is given twice`, expected: "each level once" };
  };
  const countTexts = file.text(count);
  const countProblem = (row: number): Problem => ({
    file: path,
    ...file.place(count, row),
    message: `${count} is ${shown(countTexts[row] ?? "")}`,
    expected: "a number of 0 or more",
  });
  const problems = [...firstProblems(levelFaults, levelProblem), ...firstProblems(countFaults, countProblem)];
  if (problems.length > 0) throw new InputError(problems);
  return {
    variable,
    levels: levels as string[],
    totals: counts as number[],
    place(level) {
      const row = rowOf.get(level);
      if (row === undefined)
        throw new RangeError(`level is ${shown(level)}; expected one of ${levels.join(", ")}`);
      return file.place(variable, row);
    },
  };
}
