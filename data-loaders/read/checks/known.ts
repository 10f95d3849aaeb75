import type { FileType } from "../schemas.js";
import type { Table } from "../table.js";

/** A test for known ids. If some rows could not be read, every id counts as known. */
export function known(table: Table<FileType>): (id: string) => boolean {
  const ids = new Set(table.ids.map((cell) => cell.text));
  return (id) => !table.whole || ids.has(id);
}
