import {
  type CodedColumn,
  type CodedValue,
  formOf,
} from "../../../src/analysis/interviews/coded-interviews.js";
import type { Codebook, Variable } from "../../../src/model/codebook.js";
import { answersOf } from "../../../src/model/condition-words.js";
import type { CellValue } from "../../read/interviews/types.js";
import type { Mapping } from "./mapping.js";
import { type Coded, readerOf, type Wrong } from "./read-cell.js";
import { textOf } from "./source.js";

/** A coded column, with the invalid cells and what is wrong with them. */
export interface CodedCells {
  readonly column: CodedColumn;
  readonly wrong: readonly (Wrong & { readonly row: number })[];
}

/** Cache size: distinct cells of a column, since answers repeat. */
const CACHE_SIZE = 10_000;

/** Codes the cells of a variable. Invalid cells become empty. */
export function codeColumn(
  codebook: Codebook,
  variable: Variable,
  cells: readonly CellValue[],
  mapping: Mapping | null,
): CodedCells {
  const rows = cells.length;
  const codes = mapping?.codes.get(variable.id);
  const reader = readerOf(codebook, variable, mapping);
  const known = new Map<CellValue, Coded>();
  const wrong: (Wrong & { row: number })[] = [];
  const set = setterOf(variable, rows);
  for (let row = 0; row < rows; row++) {
    const cell = cells[row] ?? null;
    if (cell === null) continue;
    let coded = known.get(cell);
    if (coded === undefined) {
      const text = textOf(cell) as string;
      if (codes?.has(text)) coded = { value: codes.get(text) ?? null };
      else coded = mapping?.missing.has(text) ? { value: null } : reader(text, cell);
      if (known.size < CACHE_SIZE) known.set(cell, coded);
    }
    if ("rule" in coded) wrong.push({ ...coded, row });
    else if (coded.value !== null) set.value(row, coded.value);
  }
  return { column: set.column, wrong };
}

/** A column with a constant wherever `asked` is 1. */
export function constantColumn(variable: Variable, value: CodedValue, asked: Uint8Array): CodedColumn {
  const set = setterOf(variable, asked.length);
  for (let row = 0; row < asked.length; row++) if (asked[row] && value !== null) set.value(row, value);
  return set.column;
}

/** Setter for coded values of a column. */
function setterOf(
  variable: Variable,
  rows: number,
): { readonly column: CodedColumn; value(row: number, value: string | number): void } {
  const places = new Map(answersOf(variable).map(({ code }, place) => [code, place]));
  switch (formOf(variable)) {
    case "texts": {
      const texts: (string | null)[] = Array.from({ length: rows }, () => null);
      return {
        column: { form: "texts", texts },
        value(row, value) {
          texts[row] = String(value);
        },
      };
    }
    case "answers": {
      const codes = new Int32Array(rows).fill(-1);
      return {
        column: { form: "answers", codes },
        value(row, value) {
          codes[row] = places.get(String(value)) ?? -1;
        },
      };
    }
    case "numbers": {
      const numbers = new Float64Array(rows).fill(Number.NaN);
      const special = new Int32Array(rows).fill(-1);
      return {
        column: { form: "numbers", numbers, special },
        value(row, value) {
          if (typeof value === "number") numbers[row] = value;
          else special[row] = places.get(value) ?? -1;
        },
      };
    }
  }
}
