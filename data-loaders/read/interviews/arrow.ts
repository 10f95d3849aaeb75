import { type Table, tableFromIPC } from "@uwdata/flechette";
import { InputError } from "../problem.js";
import { checkShape } from "./shape.js";
import { typedColumns, typedPlace } from "./typed.js";
import type { FileColumns } from "./types.js";

/** End marks of a complete file and a complete stream. */
const ENDS = { "arrow-file": "ARROW1", "arrow-stream": "\xFF\xFF\xFF\xFF\0\0\0\0" };

/**
 * Parses an uncompressed Arrow file (Feather version 2) or stream. A stream needs its end mark: one cut between
 * batches is otherwise valid. Throws an InputError when it is truncated or unreadable.
 */
export function readArrow(file: string, bytes: Uint8Array, kind: keyof typeof ENDS): FileColumns {
  const unreadable = (message: string, expected = "a whole Arrow file") =>
    new InputError([{ file, line: 1, column: 1, message, expected }]);

  const end = ENDS[kind];
  if (Buffer.from(bytes.subarray(-end.length)).toString("latin1") !== end) {
    throw unreadable("the file is cut: its end is missing");
  }
  let table: Table;
  try {
    table = tableFromIPC(bytes, { useBigInt: true, useDate: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (message.includes("compression")) {
      throw unreadable("the file is compressed", "Arrow without compression, or Parquet");
    }
    throw unreadable(`the file cannot be read: ${message}`);
  }
  // Guards against a corrupt row count, which would take hours: all counts agree, and a row takes at least a bit.
  const counts = table.children.map((column) => column.length);
  if (counts.some((count) => count !== table.numRows) || table.numRows > 8 * bytes.length) {
    throw unreadable("the file cannot be read: the counts of its rows do not agree");
  }
  checkShape(file, table.names, table.numRows, (column) => typedPlace(0, column));
  const columns = table.names.map((name, i) => ({ name, values: valuesOf(table, i) }));
  try {
    return typedColumns(file, table.numRows, columns);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw unreadable(`the file cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function valuesOf(table: Table, column: number): Iterable<unknown> {
  return table.getChildAt(column);
}
