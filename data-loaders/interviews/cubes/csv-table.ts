import { createReadStream } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import { cellStarts } from "../../../src/model/cell-starts.js";
import { startOf } from "../../read/interviews/file.js";
import { checkShape } from "../../read/interviews/shape.js";
import { InputError } from "../../read/problem.js";

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/** Maximum length of the header. */
const LONGEST = 2 ** 24;

/**
 * The column names of a CSV file, from its header.
 *
 * @throws InputError for names that are missing, twice or longer than 16 MB, and for a file without any
 */
export function csvColumns(file: string): string[] {
  for (let length = 2 ** 16; ; length *= 16) {
    const bytes = startOf(file, length);
    const text = new TextDecoder().decode(bytes, { stream: bytes.length === length });
    const names = firstRecord(text, bytes.length < length);
    if (names !== null) {
      checkShape(file, names, 1, (column) => cellStarts(text, 1)[column] ?? { line: 1, column: 1 });
      return names;
    }
    if (bytes.length < length || length >= LONGEST)
      throw new InputError([
        {
          file,
          line: 1,
          column: 1,
          message: "the first row does not end",
          expected: "the names of the columns",
        },
      ]);
  }
}

/** Null where the text ends within the record. */
function firstRecord(text: string, whole: boolean): string[] | null {
  let quoted = false;
  let at = 0;
  while (at < text.length && /[\r\n]/.test(text.charAt(at))) at += 1;
  const start = at;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) quoted = !quoted;
    else if (!quoted && (code === LINE_FEED || code === RETURN)) break;
  }
  if (at === text.length && !whole) return null;
  try {
    return (parse(text.slice(start, at), { bom: true }) as string[][])[0] ?? [];
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/**
 * Positions of cells of a CSV file, in one pass: line and character, from 1. Blank lines are no records.
 *
 * @param cells record numbers, 0 being the header, and cell indexes, from 0
 */
export async function csvPlaces(
  file: string,
  cells: readonly { readonly record: number; readonly cell: number }[],
): Promise<{ line: number; column: number }[]> {
  const wanted = new Set(cells.map(({ record }) => record));
  const last = Math.max(-1, ...wanted);
  const found = new Map<number, { line: number; raw: string }>();
  let record = 0;
  let line = 1;
  let start = 1;
  let quoted = false;
  let empty = true;
  let raw: number[] = [];
  const end = () => {
    if (empty) return;
    if (wanted.has(record)) found.set(record, { line: start, raw: Buffer.from(raw).toString("utf8") });
    record += 1;
    raw = [];
    empty = true;
  };
  let before = 0;
  read: for await (const chunk of createReadStream(file)) {
    for (const byte of chunk as Buffer) {
      const second = byte === LINE_FEED && before === RETURN;
      before = byte;
      if (second) continue;
      if (byte === QUOTE) quoted = !quoted;
      const ends = byte === LINE_FEED || byte === RETURN;
      if (ends) line += 1;
      if (ends && !quoted) {
        end();
        start = line;
        if (record > last) break read;
        continue;
      }
      empty = false;
      if (wanted.has(record)) raw.push(ends ? LINE_FEED : byte);
    }
  }
  end();
  return cells.map(({ record: at, cell }) => {
    const place = found.get(at);
    if (place === undefined) return { line: 1, column: 1 };
    return cellStarts(place.raw.replace(/^\uFEFF/, ""), place.line)[cell] ?? { line: place.line, column: 1 };
  });
}
