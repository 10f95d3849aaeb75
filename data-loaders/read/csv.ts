import { CsvError, parse } from "csv-parse/sync";
import { cellStarts } from "../../src/model/cell-starts.js";
import type { Problem } from "./problem.js";

/** A cell's text and its position, from 1; columns are characters. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** A parsed file. `whole` is false if parsing stopped early. */
export interface Csv {
  readonly rows: readonly (readonly Cell[])[];
  readonly problems: readonly Problem[];
  readonly whole: boolean;
}

/**
 * Parses comma-separated text; skips blank lines; accepts a byte order mark and any line ending. Never throws for bad
 * content: rows with a wrong number of cells, misplaced quotes and invalid UTF-8 are problems. A misplaced quote
 * stops parsing, since nothing after it is reliable.
 */
export function parseCsv(text: string, file: string): Csv {
  const rows: Cell[][] = [];
  const problems: Problem[] = [];
  const fault = (cell: Omit<Cell, "text">, message: string, expected: string) =>
    problems.push({ file, line: cell.line, column: cell.column, message, expected });

  let line = 1;
  let whole = true;
  try {
    // csv-parse counts CRLF as two lines, so line endings are normalised; positions come from `raw`.
    parse(text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n"), {
      raw: true,
      relax_column_count: true,
      on_record: (wrapped) => {
        // With `raw`, csv-parse wraps the record, which its types do not say.
        const { record, raw } = wrapped as unknown as { record: string[]; raw: string };
        const starts = cellStarts(raw, line);
        if (raw !== "\n") rows.push(starts.map((start, i) => ({ text: record[i] ?? "", ...start })));
        line += raw.split("\n").length - 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    whole = false;
    const start = cellStarts(String(error.raw), line).at(-1) ?? { line, column: 1 };
    if (error.code === "CSV_QUOTE_NOT_CLOSED") {
      fault(start, "the quote that opens this cell is never closed", "a closing quote");
    } else {
      fault(
        start,
        "a quote is out of place in this cell, so the rest of the file was not read",
        "quotes around the whole cell, and two for a quote inside it",
      );
    }
  }

  const width = rows[0]?.length ?? 0;
  for (const row of rows) {
    const place = row[width] ?? row[0];
    if (place !== undefined && row.length !== width) {
      fault(
        place,
        `the row has ${row.length} ${row.length === 1 ? "cell" : "cells"}`,
        `${width}, one for each column of the first row`,
      );
    }
    for (const cell of row.filter((c) => c.text.includes("\uFFFD"))) {
      fault(cell, "the cell holds a character that cannot be read", "a file saved as UTF-8");
    }
  }
  return { rows, problems, whole };
}
