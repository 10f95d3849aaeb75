import { InputError, shown } from "../problem.js";
import type { CellValue, FileColumns, Place } from "./types.js";

/** Position of a cell in a file without lines: row and column, from 1. */
export const typedPlace = (row: number, column: number): Place => ({
  line: Math.max(row, 0) + 1,
  column: column + 1,
});

/** A typed column, before conversion to cell values. */
export interface TypedColumn {
  readonly name: string;
  readonly values: Iterable<unknown>;
}

/** Converts columns of Parquet or Arrow. Throws an InputError for each column of an unsupported type. */
export function typedColumns(file: string, rows: number, columns: readonly TypedColumn[]): FileColumns {
  const problems: InputError["problems"][number][] = [];
  const read = columns.map(({ name, values }, column) => {
    const cells: CellValue[] = [];
    for (const value of values) {
      const cell = cellValue(value);
      if (cell === undefined) {
        problems.push({
          file,
          ...typedPlace(cells.length, column),
          message: `column ${shown(name)} holds lists, records or bytes`,
          expected: "text, numbers, true or false, or dates",
        });
        break;
      }
      cells.push(cell);
    }
    return { name, values: cells };
  });
  if (problems.length > 0) throw new InputError(problems);
  return { columns: read, rows, missing: "null", place: typedPlace };
}

/** Converts a value; undefined for unsupported types. Dates become ISO 8601, without the time at midnight. */
function cellValue(value: unknown): CellValue | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value.trim() === "" ? null : value;
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    return value.toISOString().replace("T00:00:00.000Z", "");
  }
  return undefined;
}
