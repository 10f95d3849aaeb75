/** A cell's value; null where missing. Whole numbers too large for a double are their digits, as text. */
export type CellValue = string | number | boolean | null;

/** One column of a file, a value for each row. */
export interface InterviewColumn {
  readonly name: string;
  readonly values: readonly CellValue[];
}

/** Position of a cell, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The parsed file, from the parser of its kind. */
export interface FileColumns {
  readonly columns: readonly InterviewColumn[];
  readonly rows: number;
  /** Description of a missing value in this kind of file. */
  readonly missing: "an empty cell" | "null";
  /** Rows and columns count from 0; row -1 is the header. */
  place(row: number, column: number): Place;
}
