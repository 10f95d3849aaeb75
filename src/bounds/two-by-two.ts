/** Counts of a two-by-two table: rows a and b, columns 1 and 2. */
export interface TwoByTwo {
  readonly a1: number;
  readonly a2: number;
  readonly b1: number;
  readonly b2: number;
}

export const CELLS = ["a1", "a2", "b1", "b2"] as const;
export type Cell = (typeof CELLS)[number];

/**
 * Every two-by-two table of whole counts with the given row and column totals and no cell above its cap, ordered by
 * a1. With the cells of a larger table as caps, these are the possible tables of those who did not answer.
 *
 * @param rows totals of a and b
 * @param columns totals of 1 and 2, with the same sum
 * @param caps the most that each cell can hold; without limit by default
 * @throws RangeError when a total is no whole number at or above 0 or the sums differ
 */
export function twoByTwoTables(
  rows: { readonly a: number; readonly b: number },
  columns: { readonly first: number; readonly second: number },
  caps: TwoByTwo = { a1: Infinity, a2: Infinity, b1: Infinity, b2: Infinity },
): TwoByTwo[] {
  for (const n of [rows.a, rows.b, columns.first, columns.second]) {
    if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is no count`);
  }
  if (rows.a + rows.b !== columns.first + columns.second)
    throw new RangeError("rows and columns have different sums");
  const from = Math.max(0, rows.a - caps.a2, columns.first - caps.b1, rows.a - columns.second);
  const to = Math.min(rows.a, columns.first, caps.a1, rows.a - columns.second + caps.b2);
  const tables: TwoByTwo[] = [];
  for (let a1 = Math.ceil(from); a1 <= to; a1++) {
    tables.push({ a1, a2: rows.a - a1, b1: columns.first - a1, b2: columns.second - rows.a + a1 });
  }
  return tables;
}
