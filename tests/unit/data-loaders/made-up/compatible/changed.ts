import type { MadeColumns } from "../../../../../data-loaders/made-up/index.js";
import { madeInterviews } from "../../../../../data-loaders/made-up/index.js";
import type { CodedInterviews, CodedValue } from "../../../../../src/analysis/interviews/index.js";

/** The same interviews with one variable given anew, row by row. */
export function changed(
  interviews: CodedInterviews,
  variable: string,
  valueAt: (row: number, value: CodedValue) => CodedValue,
): CodedInterviews {
  const { codebook, rows } = interviews;
  const columns: MadeColumns = new Map(
    codebook.variables.map(({ id }) => {
      const read = interviews.reader(id);
      const values = Array.from({ length: rows }, (_, row) => read(row));
      return [id, id === variable ? values.map((value, row) => valueAt(row, value)) : values];
    }),
  );
  return madeInterviews(codebook, columns, interviews.simulated ?? "");
}

/** The first rows in which variables have these codes. */
export function rowsWith(interviews: CodedInterviews, codes: Readonly<Record<string, string>>): number[] {
  const readers = Object.entries(codes).map(([id, code]) => [interviews.reader(id), code] as const);
  return Array.from({ length: interviews.rows }, (_, row) => row).filter((row) =>
    readers.every(([read, code]) => read(row) === code),
  );
}
