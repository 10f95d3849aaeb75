import { cellStarts } from "../../../src/model/cell-starts.js";
import type { Place } from "./types.js";

/** Start of each record: index in the text, and line from 1. */
export interface RecordStarts {
  readonly index: Uint32Array;
  readonly line: Uint32Array;
}

const QUOTE = 34;
const LINE_FEED = 10;

/** Start of the first `count` records of a text with LF line endings. Blank lines are no records. */
export function recordStarts(text: string, count: number): RecordStarts {
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
export function cellPlace(text: string, starts: RecordStarts, record: number, cell: number): Place | null {
  const raw = text.slice(starts.index[record], starts.index[record + 1]);
  return cellStarts(raw, starts.line[record] ?? 1)[cell] ?? null;
}
