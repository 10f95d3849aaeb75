import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { cellStarts } from "../../model/cell-starts.js";

/** A cell with its position: line and character, from 1. */
export interface TableCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** An error in a cell, and what was expected. */
export interface TableProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly expected: string;
}

/** `line:column: what is wrong; expected what`. */
export function tableProblemText({ line, column, message, expected }: TableProblem): string {
  return `${line}:${column}: ${message}; expected ${expected}`;
}

/**
 * Parses a pasted or saved table into rows of cells, without blank lines. The delimiter is a tab, semicolon or comma,
 * whichever is most frequent outside quotes. Accepts a byte order mark and any line ending.
 */
export function readCells(text: string): { rows: TableCell[][]; problems: TableProblem[] } {
  const clean = text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  const delimiter = delimiterOf(clean);
  const rows: TableCell[][] = [];
  let line = 1;
  try {
    parse(clean, {
      raw: true,
      delimiter,
      relax_column_count: true,
      on_record: (wrapped: unknown) => {
        // With `raw`, csv-parse wraps the record, which its types do not say.
        const { record, raw } = wrapped as { record: string[]; raw: string };
        const cells = cellStarts(raw, line, delimiter).map((start, i) => ({
          text: (record[i] ?? "").trim(),
          ...start,
        }));
        if (cells.some((cell) => cell.text !== "")) rows.push(cells);
        line += raw.split("\n").length - 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const place = cellStarts(String(error.raw), line, delimiter).at(-1) ?? { line, column: 1 };
    const open = error.code === "CSV_QUOTE_NOT_CLOSED";
    const message = open ? "the quote that opens this cell is never closed" : "a quote is out of place";
    const expected = open ? "a closing quote" : "quotes around the whole cell, and two for a quote inside it";
    return { rows: [], problems: [{ ...place, message, expected }] };
  }
  if (rows.length > 0) return { rows, problems: [] };
  return {
    rows,
    problems: [{ line: 1, column: 1, message: "the table is empty", expected: "a row a number" }],
  };
}

/** The most frequent of tab, semicolon and comma outside quotes; any tab wins. */
function delimiterOf(text: string): string {
  const outside = text.replace(/"(?:[^"]|"")*"/g, "");
  const count = (sign: string) => outside.split(sign).length - 1;
  if (count("\t") > 0) return "\t";
  return count(";") > count(",") ? ";" : ",";
}
