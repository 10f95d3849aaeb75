/** A table with row objects: Arquero's, or rows that a page has parsed. */
export interface RowTable {
  objects(): object[];
}

/** Rows as a table. */
export function rowTable(rows: readonly object[]): RowTable {
  return { objects: () => [...rows] };
}
