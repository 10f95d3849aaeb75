import type { CodedValue } from "../../../src/analysis/interviews/index.js";

/** Interviews in the making: the values of each variable so far, one per row. */
export interface Draft {
  readonly n: number;
  readonly columns: Map<string, CodedValue[]>;
}

/** The values of a variable. @throws RangeError for one that is not made yet */
export function valuesOf({ columns }: Draft, variable: string): CodedValue[] {
  const values = columns.get(variable);
  if (values === undefined) throw new RangeError(`${variable} is not made yet`);
  return values;
}

/** Sets a variable row by row. */
export function make(draft: Draft, variable: string, valueAt: (row: number) => CodedValue): void {
  const values = new Array<CodedValue>(draft.n);
  for (let row = 0; row < draft.n; row++) values[row] = valueAt(row);
  draft.columns.set(variable, values);
}

/** The rows for which something is true, in order. */
export function rowsWhere(draft: Draft, isWanted: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < draft.n; row++) if (isWanted(row)) rows.push(row);
  return rows;
}

/** A variable as indexes into `codes`; -1 for other values. */
export function codesOf(draft: Draft, variable: string, codes: readonly string[]): Int32Array {
  const places = new Map<CodedValue, number>(codes.map((code, place) => [code, place]));
  return Int32Array.from(valuesOf(draft, variable), (value) => places.get(value) ?? -1);
}
