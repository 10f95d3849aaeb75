import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { readRaw } from "../../../../data-loaders/read/index.js";
import { type Built, build } from "../../../../data-loaders/tables/index.js";

/** The project's raw folder. */
export const RAW = fileURLToPath(new URL("../../../../data-loaders/raw", import.meta.url));

/** The rows of one raw file by column, read without the project's own reader. */
export function rawRows(file: string, folder = RAW): Record<string, string>[] {
  return parse(readFileSync(join(folder, file)), { columns: true });
}

/** What is built from a copy of the raw folder with some cells changed. Each is file, id, column and new text. */
export function buildWith(
  cells: readonly (readonly [file: string, id: string, column: string, text: string])[],
): Built {
  const folder = mkdtempSync(join(tmpdir(), "filled-"));
  try {
    cpSync(RAW, folder, { recursive: true });
    for (const [file, id, column, text] of cells) {
      const rows = rawRows(file, folder);
      const found = rows.filter((row) => row.id === id);
      if (found.length !== 1 || found[0]?.[column] === undefined)
        throw new Error(`${file} has no ${column} of ${id}`);
      found[0][column] = text;
      writeFileSync(join(folder, file), stringify(rows, { header: true }));
    }
    return build(readRaw(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
