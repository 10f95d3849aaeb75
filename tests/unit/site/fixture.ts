import { fileURLToPath } from "node:url";
import { readRaw } from "../../../data-loaders/read/index.js";
import { type Built, build } from "../../../data-loaders/tables/index.js";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

let made: Built | undefined;

/** Everything that is made from the project's raw files. */
export function built(): Built {
  made ??= build(readRaw(`${ROOT}/data-loaders/raw`));
  return made;
}

export function rowsOf(id: string): readonly Readonly<Record<string, unknown>>[] {
  const table = built().tables.get(id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table.rows;
}
