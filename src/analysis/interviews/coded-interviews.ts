import type { Codebook, Variable } from "../../model/codebook.js";
import { answersOf } from "../../model/condition-words.js";
import { entryAt } from "../../model/entry-at.js";

/** A code, number or text; null for an empty cell: the question was not asked. */
export type CodedValue = string | number | null;

/** A variable of all interviews, one value per row, in the representation of its kind. */
export type CodedColumn =
  /** Index of each answer in the codebook, -1 for an empty cell. */
  | { readonly form: "answers"; readonly codes: Int32Array }
  /** Numbers, NaN for empty cells and special answers; `special` has the index of a special answer, else -1. */
  | { readonly form: "numbers"; readonly numbers: Float64Array; readonly special: Int32Array }
  /** Dates, 2023-07-14 or 2023-07, and texts. */
  | { readonly form: "texts"; readonly texts: readonly (string | null)[] };

/**
 * The interviews of one survey, coded by its codebook, column by column. The same interviews give the same columns,
 * whatever their source.
 */
export interface CodedInterviews {
  readonly codebook: Codebook;
  readonly rows: number;
  /** The generator, "compatible world, seed 7"; null for real interviews. */
  readonly simulated: string | null;
  /** Throws a RangeError for a variable that the codebook does not have. */
  column(variable: string): CodedColumn;
  /** A function that returns the value of a variable by row, counted from 0. */
  reader(variable: string): (row: number) => CodedValue;
  /** The code, number or text of a row, counted from 0. */
  value(variable: string, row: number): CodedValue;
}

/** The column that marks made-up interviews; a file with it is never treated as real interviews. */
export const WATERMARK = "simulated";

/**
 * Interviews from their columns.
 *
 * @throws RangeError for a variable of the codebook without a column, a column of another form or length
 */
export function codedInterviews(
  codebook: Codebook,
  rows: number,
  columns: ReadonlyMap<string, CodedColumn>,
  simulated: string | null,
): CodedInterviews {
  const variables = new Map(codebook.variables.map((variable) => [variable.id, variable]));
  for (const variable of variables.values()) {
    if (variable.id === WATERMARK) continue;
    const column = columns.get(variable.id);
    if (column?.form !== formOf(variable))
      throw new RangeError(`${variable.id} has no column of ${formOf(variable)}`);
    if (lengthOf(column) !== rows)
      throw new RangeError(`${variable.id} has ${lengthOf(column)} of ${rows} rows`);
  }
  const find = (id: string): CodedColumn => {
    const column = columns.get(id);
    if (column === undefined) throw new RangeError(`${codebook.id} has no variable ${id}`);
    return column;
  };
  const reader = (id: string): ((row: number) => CodedValue) => {
    const column = find(id);
    if (column.form === "texts") return (row) => column.texts[row] ?? null;
    const codes = answersOf(variables.get(id) as Variable).map(({ code }) => code);
    if (column.form === "answers") return (row) => codes[entryAt(column.codes, row)] ?? null;
    const { numbers, special } = column;
    return (row) => {
      const number = entryAt(numbers, row);
      return Number.isNaN(number) ? (codes[entryAt(special, row)] ?? null) : number;
    };
  };
  return { codebook, rows, simulated, column: find, reader, value: (id, row) => reader(id)(row) };
}

/** The form of a variable's column. */
export function formOf({ kind }: Variable): CodedColumn["form"] {
  if (kind === "category") return "answers";
  return kind === "date" || kind === "text" ? "texts" : "numbers";
}

/** The variable of a codebook by its id. Throws a RangeError where there is none. */
export function variableOf({ id: survey, variables }: Codebook, id: string): Variable {
  const variable = variables.find((each) => each.id === id);
  if (variable === undefined) throw new RangeError(`${survey} has no variable ${id}`);
  return variable;
}

/** Whether the cell of each row is empty. */
export function isEmpty(column: CodedColumn, row: number): boolean {
  if (column.form === "texts") return column.texts[row] === null;
  if (column.form === "answers") return entryAt(column.codes, row) < 0;
  return entryAt(column.special, row) < 0 && Number.isNaN(column.numbers[row]);
}

function lengthOf(column: CodedColumn): number {
  if (column.form === "texts") return column.texts.length;
  return column.form === "answers" ? column.codes.length : column.numbers.length;
}
