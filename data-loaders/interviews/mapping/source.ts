import type { CellValue, Interviews } from "../../read/interviews/index.js";
import { type Problem, shown } from "../../read/problem.js";
import type { Mapping } from "./mapping.js";

/** Where the values of variables stand: in columns of a file, or in its mapping file as constants. */
export interface Source {
  readonly interviews: Interviews;
  readonly mapping: Mapping | null;
  /** The column of a variable; null where the file has none for it. */
  columnOf(variable: string): string | null;
  /** What messages call a variable: "Q7 (satisfaction)", or one name where both are the same. */
  nameOf(variable: string): string;
  /** What messages say of a cell: `Q7 (satisfaction) is "9"`. */
  said(variable: string, row: number): string;
  place(variable: string, row: number): Pick<Problem, "file" | "line" | "column">;
}

export function sourceOf(interviews: Interviews, mapping: Mapping | null): Source {
  const columnOf = (variable: string) => {
    const column = mapping?.columns.get(variable) ?? variable;
    return interviews.has(column) && !mapping?.constants.has(variable) ? column : null;
  };
  const nameOf = (variable: string) => {
    const column = columnOf(variable) ?? variable;
    return column === variable ? variable : `${column} (${variable})`;
  };
  return {
    interviews,
    mapping,
    columnOf,
    nameOf,
    said(variable, row) {
      const column = columnOf(variable);
      const text =
        column === null
          ? (mapping?.constants.get(variable) ?? "")
          : textOf(interviews.column(column).values[row] ?? null);
      return `${nameOf(variable)} is ${shown(text ?? "")}`;
    },
    place(variable, row) {
      const column = columnOf(variable);
      if (column !== null) return { file: interviews.file, ...interviews.place(column, row) };
      return mapping?.place("constants", variable) ?? { file: interviews.file, line: 1, column: 1 };
    },
  };
}

/** A cell as text without spaces around it; null where it is missing. */
export function textOf(value: CellValue): string | null {
  return value === null ? null : String(value).trim();
}
