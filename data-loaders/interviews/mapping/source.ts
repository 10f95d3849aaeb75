import type { CellValue, Interviews } from "../../read/interviews/index.js";
import { type Problem, shown } from "../../read/problem.js";
import type { Mapping } from "./mapping.js";

/** Where values come from: columns of a file, or constants of its mapping file. */
export interface Source {
  readonly interviews: Interviews;
  readonly mapping: Mapping | null;
  /** Column of a variable; null for none. */
  columnOf(variable: string): string | null;
  /** Name of a variable in messages: "Q7 (satisfaction)", or one name if they are equal. */
  nameOf(variable: string): string;
  /** Text for a cell in messages: `Q7 (satisfaction) is "9"`. */
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

/** A cell as trimmed text; null where missing. */
export function textOf(value: CellValue): string | null {
  return value === null ? null : String(value).trim();
}
