import { constants } from "node:buffer";
import { CsvError, parse } from "csv-parse/sync";
import { cellStarts } from "../../../src/model/cell-starts.js";
import { parseCsv } from "../csv.js";
import { InputError } from "../problem.js";
import { firstProblems } from "./first-problems.js";
import { checkShape } from "./shape.js";
import type { FileColumns, Place } from "./types.js";

/** Interns up to this many distinct texts per column, since answers repeat. */
const MAX_INTERNED = 1000;

/**
 * Parses comma-separated text with a header into columns, as strictly as `parseCsv`. Positions of cells are computed
 * on demand. A cell of spaces only is missing. Throws an InputError for what `parseCsv` reports as a problem.
 */
export function readCsv(file: string, bytes: Uint8Array, longest = constants.MAX_STRING_LENGTH): FileColumns {
  if (bytes.length > longest) {
    const expected = `at most ${Math.floor(longest / 1e6)} MB, or the same table as Parquet or Arrow`;
    throw new InputError([{ file, line: 1, column: 1, message: "the file is too large for CSV", expected }]);
  }
  const text = textOf(bytes);
  let names: readonly string[] = [];
  let columns: (string | null)[][] = [];
  let once: Map<string, string>[] = [];
  let records = 0;
  const ragged: { record: number; width: number }[] = [];
  const keep = (cell: string, column: number): string | null => {
    if (cell.trim() === "") return null;
    const known = once[column];
    const kept = known?.get(cell);
    if (kept !== undefined) return kept;
    if (known !== undefined && known.size < MAX_INTERNED) known.set(cell, cell);
    return cell;
  };
  const take = (record: string[]): null => {
    if (records === 0) {
      names = record;
      columns = record.map(() => []);
      once = record.map(() => new Map());
    } else if (record.length === names.length) {
      for (let i = 0; i < record.length; i += 1) columns[i]?.push(keep(record[i] ?? "", i));
    } else {
      ragged.push({ record: records, width: record.length });
      for (const [i, column] of columns.entries()) column.push(record[i] ?? null);
    }
    records += 1;
    return null;
  };
  try {
    parse(text, {
      relax_column_count: true,
      record_delimiter: "\n",
      skip_empty_lines: true,
      on_record: take,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw quoteFault(file, text, records);
  }

  let starts: RecordStarts | null = null;
  const placeOf = (record: number, cell: number): Place | null => {
    starts ??= recordStarts(text, records);
    return cellPlace(text, starts, record, cell);
  };
  const place = (row: number, column: number) => placeOf(row + 1, column) ?? { line: 1, column: 1 };
  const unreadable = text.includes("\uFFFD") ? withUnreadable(names, columns) : [];
  if (ragged.length > 0 || unreadable.length > 0) {
    throw new InputError([
      ...firstProblems(ragged, ({ record, width }) => ({
        file,
        ...(placeOf(record, names.length) ?? place(record - 1, 0)),
        message: `the row has ${width} ${width === 1 ? "cell" : "cells"}`,
        expected: `${names.length}, one for each column of the first row`,
      })),
      ...firstProblems(unreadable, ([row, column]) => ({
        file,
        ...place(row, column),
        message: "the cell holds a character that cannot be read",
        expected: "a file saved as UTF-8",
      })),
    ]);
  }
  const rows = Math.max(records - 1, 0);
  checkShape(file, names, rows, (column) => place(-1, column));
  return {
    columns: names.map((name, i) => ({ name, values: columns[i] ?? [] })),
    rows,
    missing: "an empty cell",
    place,
  };
}

/** Decodes the text: without byte order mark, LF line endings. */
function textOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  return text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text;
}

/** The quoting error in the record after the first `records`. */
function quoteFault(file: string, text: string, records: number): InputError {
  const starts = recordStarts(text, records + 1);
  const linesBefore = (starts.line[records] ?? 1) - 1;
  const { problems } = parseCsv(text.slice(starts.index[records]), file);
  return new InputError(problems.map((problem) => ({ ...problem, line: problem.line + linesBefore })));
}

/** Cells with invalid UTF-8 in row order: row, -1 for the header, and column. */
function withUnreadable(
  names: readonly string[],
  columns: readonly (readonly (string | null)[])[],
): [row: number, column: number][] {
  const cells = columns.flatMap((values, column) =>
    [names[column] ?? null, ...values].flatMap((cell, i): [number, number][] =>
      cell?.includes("\uFFFD") ? [[i - 1, column]] : [],
    ),
  );
  return cells.sort(([a, i], [b, j]) => a - b || i - j);
}

/** Start of each record: index in the text, and line from 1. */
interface RecordStarts {
  readonly index: Uint32Array;
  readonly line: Uint32Array;
}

const QUOTE = 34;
const LINE_FEED = 10;

/** Start of the first `count` records of a text with LF line endings. Blank lines are no records. */
function recordStarts(text: string, count: number): RecordStarts {
  const index = new Uint32Array(count);
  const lines = new Uint32Array(count);
  let at = 0;
  let line = 1;
  for (let record = 0; record < count; record += 1) {
    for (; text.charCodeAt(at) === LINE_FEED; at += 1) line += 1;
    index[record] = at;
    lines[record] = line;
    let quoted = false;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) quoted = !quoted;
      if (code === LINE_FEED && !quoted) break;
      if (code === LINE_FEED) line += 1;
    }
  }
  return { index, line: lines };
}

/** Position of a cell of a record; null where the record has no such cell. */
function cellPlace(text: string, starts: RecordStarts, record: number, cell: number): Place | null {
  const raw = text.slice(starts.index[record], starts.index[record + 1]);
  return cellStarts(raw, starts.line[record] ?? 1)[cell] ?? null;
}
