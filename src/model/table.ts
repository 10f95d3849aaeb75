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

/** A table in memory: rows in order, with a cell for every column. */
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

/** The rows of the table with this name, typed by the caller; none where it does not exist. */
export function rowsOf<Row>(tables: ReadonlyMap<string, Dataset>, name: string): readonly Row[] {
  return (tables.get(name)?.rows ?? []) as readonly unknown[] as readonly Row[];
}
