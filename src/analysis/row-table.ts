/** A table whose rows can be had as objects: Arquero's, or rows that a page has read itself. */
export interface RowTable {
  objects(): object[];
}

/** Rows as a table. */
export function rowTable(rows: readonly object[]): RowTable {
  return { objects: () => [...rows] };
}
