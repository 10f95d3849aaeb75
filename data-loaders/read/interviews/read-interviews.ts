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
 * A file of interviews, one per row, as columns. Rows count from 0.
 *
 * A value is missing where a CSV cell is empty, Parquet or Arrow has null, or a cell has only spaces. NA, null, NaN
 * or a full stop are text like any other, and no numbers. Text is not trimmed. A date is text, 2024-03-01, and with a
 * time other than midnight 2024-03-01T10:00:00.000Z, in UTC.
 *
 * Accessing an absent column throws an InputError that lists the columns; only `has` and `numbers` do not.
 */
export interface Interviews {
  /** The path as given. */
  readonly file: string;
  /** How many rows. */
  readonly rows: number;
  /** The names of the columns, in the order of the file. */
  readonly columns: readonly string[];
  has(name: string): boolean;
  /** A problem for an absent column; empty for a present one. */
  absence(name: string): Problem[];
  /** The values as the file holds them. */
  column(name: string): InterviewColumn;
  /** Values as text, null where missing: numbers in shortest form, booleans as words. */
  text(name: string): (string | null)[];
  /**
   * Values as numbers, NaN where missing. A cell without a number is NaN too and adds a problem at its place; after
   * 20, one problem counts the rest. An absent column adds one problem and is all NaN.
   *
   * Numbers are 1, -1.5, +2, .5 or 1e3, with optional spaces around, also in text cells. Not accepted: 1,000, 0x10,
   * Infinity, NaN, booleans, and whole numbers beyond 2^53 - 1, which would lose digits.
   */
  numbers(name: string, problems: Problem[]): Float64Array;
  /** Whether `numbers` would add no problem. True for a column whose values are all missing. */
  isNumeric(name: string): boolean;
  /**
   * Position of a value, counted from 1. CSV: line, and character where the cell begins. Parquet and Arrow: row and
   * column number. Throws a RangeError for an invalid row.
   */
  place(name: string, row: number): Place;
}

/**
 * Reads a file of interviews, one per row: CSV (UTF-8, comma, header), Parquet or uncompressed Arrow (IPC file or
 * stream, including Feather version 2). The kind is detected by content.
 *
 * Throws an InputError when the file is absent, empty, truncated, not UTF-8, of another kind or without rows; when a
 * column has no name or a duplicate one; when a row has the wrong number of cells; and when a column holds lists,
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
