import { InputError, type Problem, shown } from "../problem.js";
import { readArrow } from "./arrow.js";
import { readCsv } from "./csv.js";
import { bytesOf } from "./file.js";
import { firstProblems } from "./first-problems.js";
import { kindOf } from "./kind.js";
import { numberOf, TOO_LARGE } from "./number.js";
import { readParquet } from "./parquet.js";
import type { CellValue, FileColumns, InterviewColumn, Place } from "./types.js";

/**
 * A file with one row an interview, as columns. Rows count from 0, like the entries of a column.
 *
 * A value is missing where a CSV file has an empty cell, Parquet or Arrow has null, and any of them has nothing but
 * spaces. NA, null, NaN or a full stop are text like any other, and no numbers. Text is as it stands in the file.
 * A date is text, 2024-03-01, and with a time of day that is not midnight 2024-03-01T10:00:00.000Z, in UTC.
 *
 * To ask for a column that the file does not have throws an InputError that lists the columns it has; only `has` and
 * `numbers` do not.
 */
export interface Interviews {
  /** The path as given. */
  readonly file: string;
  /** How many rows. */
  readonly rows: number;
  /** The names of the columns, in the order of the file. */
  readonly columns: readonly string[];
  has(name: string): boolean;
  /** The problem of a column that the file does not have; none for one that it has. */
  absence(name: string): Problem[];
  /** The values as the file holds them. */
  column(name: string): InterviewColumn;
  /** The values as text, null where missing: a number in its shortest form, true and false as words. */
  text(name: string): (string | null)[];
  /**
   * The values as numbers, NaN where missing. A cell that holds no number is NaN too, and adds a problem at its place;
   * after 20 of them, one problem counts the rest. An absent column adds one problem and is NaN throughout.
   *
   * Numbers are 1, -1.5, +2, .5 or 1e3, with spaces around them or not, as text too. 1,000, 0x10, Infinity and NaN are
   * none, nor are true and false, nor a whole number beyond 2^53 - 1 either way, which would not be held exactly.
   */
  numbers(name: string, problems: Problem[]): Float64Array;
  /** Whether `numbers` would add no problem. True for a column whose values are all missing. */
  isNumeric(name: string): boolean;
  /**
   * Where the value of a row stands, counted from 1. CSV: the line of the file and the character in it where the cell
   * begins. Parquet and Arrow have no lines: line is the number of the row, column the number of the column.
   * Throws a RangeError for a row that is not there.
   */
  place(name: string, row: number): Place;
}

/**
 * Reads a CSV (UTF-8, comma, names of the columns first), Parquet or Arrow file (IPC file or stream, so Feather of
 * version 2 too; without compression) with one row an interview. What a file is, its content says, not its name.
 *
 * Throws an InputError when the file is absent, empty, cut, not UTF-8, of another kind or without rows; when a column has
 * no name or that of another; when a row has more or fewer cells than there are columns; and when a column holds lists,
 * records or bytes.
 *
 * @example
 * const survey = await readInterviews("survey.csv"); // age,weight / 34,1.2 / ,0.8
 * const problems: Problem[] = [];
 * survey.numbers("age", problems); // Float64Array [34, NaN], and no problem
 */
export async function readInterviews(path: string): Promise<Interviews> {
  return interviewsOf(path, await readColumns(path));
}

async function readColumns(path: string): Promise<FileColumns> {
  const bytes = bytesOf(path);
  const kind = kindOf(path, bytes);
  if (kind === "csv") return readCsv(path, bytes);
  return kind === "parquet" ? readParquet(path, bytes) : readArrow(path, bytes, kind);
}

function interviewsOf(file: string, source: FileColumns): Interviews {
  const { rows } = source;
  const columns = source.columns.map(({ name }) => name);
  const indexOf = new Map(columns.map((name, i) => [name, i]));

  const absent = (name: string): Problem => {
    const message = `column ${shown(name)} is absent`;
    return { file, line: 1, column: 1, message, expected: `one of ${columns.join(", ")}` };
  };
  const column = (name: string): InterviewColumn => {
    const found = source.columns[indexOf.get(name) ?? -1];
    if (found === undefined) throw new InputError([absent(name)]);
    return found;
  };
  const place = (name: string, row: number): Place => {
    column(name);
    if (!(Number.isInteger(row) && row >= 0 && row < rows)) {
      throw new RangeError(`row is ${row}; expected a whole number from 0 to ${rows - 1}`);
    }
    return source.place(row, indexOf.get(name) ?? 0);
  };
  const notNumber = (name: string, row: number, value: CellValue): Problem => {
    const at = { file, ...place(name, row) };
    const is = `${name} is ${typeof value === "string" ? shown(value) : value}`;
    return value !== null && numberOf(value) === TOO_LARGE
      ? {
          ...at,
          message: `${is}, which is not held exactly`,
          expected: "a whole number from -9007199254740991 to 9007199254740991",
        }
      : { ...at, message: is, expected: `a number such as 57.5, or ${source.missing} where it is missing` };
  };

  return {
    file,
    rows,
    columns,
    has: (name) => indexOf.has(name),
    absence: (name) => (indexOf.has(name) ? [] : [absent(name)]),
    column,
    text: (name) => column(name).values.map((value) => (value === null ? null : String(value))),
    numbers(name, problems) {
      const numbers = new Float64Array(rows).fill(Number.NaN);
      if (!indexOf.has(name)) {
        problems.push(absent(name));
        return numbers;
      }
      const { values } = column(name);
      const faults: number[] = [];
      for (const [row, value] of values.entries()) {
        if (value === null) continue;
        const number = numberOf(value);
        if (typeof number === "number") numbers[row] = number;
        else faults.push(row);
      }
      problems.push(...firstProblems(faults, (row) => notNumber(name, row, values[row] ?? null)));
      return numbers;
    },
    isNumeric: (name) =>
      column(name).values.every((value) => value === null || typeof numberOf(value) === "number"),
    place,
  };
}
