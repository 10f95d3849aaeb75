import type { Conflict } from "./conflict.js";

export type Cell = string | number | boolean | null;

/** One column of a table: its type, whether cells can be empty, its unit where it has one, and what it holds. */
export interface Column {
  readonly name: string;
  readonly type: "text" | "number" | "integer" | "flag";
  readonly nullable?: boolean;
  readonly unit?: string;
  readonly description: string;
}

/** A table before it is written: rows in order, each with a cell for every column. */
export interface Dataset {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly source: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  /** Set where the table has no rows because numbers conflict. */
  readonly conflict?: Conflict;
}

/** The rows of a table by its name, as the type that its columns give; none where there is no such table. */
export function rowsOf<Row>(tables: ReadonlyMap<string, Dataset>, name: string): readonly Row[] {
  return (tables.get(name)?.rows ?? []) as readonly unknown[] as readonly Row[];
}
