import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { type Check, checksOf } from "../../../../data-loaders/audit/index.js";
import { type Raw, readRaw } from "../../../../data-loaders/read/index.js";
import type { CommandFunction } from "../../../../tools/command.js";

export const ROOT = fileURLToPath(new URL("../../../..", import.meta.url));
export const RAW = join(ROOT, "data-loaders/raw");

type Row = Record<string, string>;

/** The rows of a raw file, as text. */
export function rowsOf(file: string, folder = RAW): Row[] {
  return parse(readFileSync(join(folder, file), "utf8"), { columns: true, bom: true });
}

/** One cell to change: `file`, the row's `id`, the column and its new text. */
export interface Change {
  readonly file: string;
  readonly id: string;
  readonly column?: string;
  readonly text: string;
}

/** Copies the real raw folder, changes cells (`printed` where no column is named), uses the copy and takes it away. */
export function inCopy<T>(changes: readonly Change[], use: (folder: string) => T): T {
  const folder = copyWith(changes);
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same for what takes its time. */
export async function whileInCopy<T>(
  changes: readonly Change[],
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = copyWith(changes);
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function copyWith(changes: readonly Change[]): string {
  const folder = mkdtempSync(join(tmpdir(), "raw-copy-"));
  cpSync(RAW, folder, { recursive: true });
  for (const { file, id, column = "printed", text } of changes) {
    const rows = rowsOf(file, folder);
    const row = rows.find((r) => r.id === id);
    if (row?.[column] === undefined) throw new Error(`${file} has no ${column} of ${id}`);
    row[column] = text;
    writeFileSync(join(folder, file), stringify(rows, { header: true }));
  }
  return folder;
}

export const value = (name: string, text: string): Change => ({
  file: "ces-2023-24/values.csv",
  id: `ces-2023-24.${name}`,
  text,
});

export const base = (name: string, text: string): Change => ({
  file: "ces-2023-24/bases.csv",
  id: `ces-2023-24.base.${name}`,
  text,
});

/** The real files with changes, read. */
export function rawWith(...changes: readonly Change[]): Raw {
  return inCopy(changes, readRaw);
}

let real: readonly Check[] | undefined;

function realChecks(): readonly Check[] {
  real ??= checksOf(readRaw(RAW));
  return real;
}

/** One check of the real files with changes. */
export function checkWith(id: string, ...changes: readonly Change[]): Check | undefined {
  const checks = changes.length > 0 ? checksOf(rawWith(...changes)) : realChecks();
  return checks.find((check) => check.id === id);
}

/** Runs a command in this process: what is worked out once is kept from one run to the next. */
export async function runHere(command: CommandFunction, ...args: readonly string[]) {
  const printed = { out: "", err: "" };
  const status = await command(args, {
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
  });
  return { stdout: printed.out, stderr: printed.err, status };
}
