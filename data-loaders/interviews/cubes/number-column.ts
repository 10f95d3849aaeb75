import type { Writing } from "./coded-column.js";
import type { Dialect, SourceColumn } from "./dialect.js";

/** A decimal number as non-null expressions. */
export interface NumberExpressions {
  readonly number: string;
  readonly valid: string;
  readonly missing: string;
}

/**
 * The number of each cell, or a constant.
 *
 * @throws RangeError for a column of text where the database reads no numbers from texts
 */
export function numberColumn(
  dialect: Dialect,
  at: { readonly column: SourceColumn; readonly writing: Writing } | string,
): NumberExpressions {
  if (typeof at === "string") return { number: at, valid: "1 = 1", missing: "1 = 0" };
  const { column, writing } = at;
  const marks = [...writing.missing];
  if (column.form === "number") {
    const numbers = marks.filter((mark) => String(Number(mark)) === mark && Number.isFinite(Number(mark)));
    const missing = [`(${column.missing})`, ...numbers.map((mark) => `${column.number} = ${mark}`)].join(
      " OR ",
    );
    return { number: column.number, valid: `NOT (${missing})`, missing: `(${missing})` };
  }
  if (dialect.number === null) throw new RangeError("the column is text; expected numbers");
  const text = dialect.trimmed === null ? column.text : dialect.trimmed(column.text);
  const missing = `${text} IN (${["", ...marks].map(dialect.text).join(", ")})`;
  const { number, valid } = dialect.number(text);
  return { number, valid: `(${valid} AND NOT (${missing}))`, missing: `(${missing})` };
}
