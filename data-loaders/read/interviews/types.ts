/** What a cell holds: null where it is missing. A whole number too large for a number is its digits, as text. */
export type CellValue = string | number | boolean | null;

/** One column of a file, a value for each row. */
export interface InterviewColumn {
  readonly name: string;
  readonly values: readonly CellValue[];
}

/** Where a cell begins, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What the reader of one kind of file gives. */
export interface FileColumns {
  readonly columns: readonly InterviewColumn[];
  readonly rows: number;
  /** How a missing value is written in this kind of file. */
  readonly missing: "an empty cell" | "null";
  /** Row and column count from 0; row -1 is the row of names. */
  place(row: number, column: number): Place;
}
