import { readFileSync } from "node:fs";
import { basename, relative } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { strToU8, type Zippable, zipSync } from "fflate";
import { LOCK_FILE } from "../../data-loaders/audit/lock.js";
import type { Result } from "../../src/model/result.js";
import type { Value } from "../../src/model/value.js";
import { filesBelow } from "./files.js";
import { RAW } from "./paths.js";

/** Folder of scripts and their documentation, copied into the zip unchanged. */
export const REVIEW = "data-loaders/review";

/** The expected results for `check.R`: one row per result, full precision. */
export function expectedCsv(results: Iterable<Result>): string {
  const cell = (x: number | null) => (x === null ? "" : String(x));
  return [
    "id,kind,value,low,high,made_by",
    ...[...results].map(({ id, kind, value, low, high, madeBy }) =>
      [id, kind, cell(value), cell(low), cell(high), madeBy].join(","),
    ),
    "",
  ].join("\n");
}

/**
 * A raw file with the numbers that a build filled in from interviews, and their notes, in the cells for manual entry.
 */
function withFilled(path: string, filled: ReadonlyMap<string, Pick<Value, "printed" | "note">>): Uint8Array {
  const bytes = readFileSync(path);
  if (filled.size === 0 || basename(path) !== "values.csv") return bytes;
  const rows: Record<string, string>[] = parse(bytes, { columns: true });
  for (const row of rows) {
    const value = filled.get(row.id ?? "");
    if (value !== undefined) Object.assign(row, { printed: value.printed ?? "", note: value.note ?? "" });
  }
  return strToU8(stringify(rows, { header: true }));
}

/**
 * All files of the reviewer's package, by path in the zip.
 *
 * @param values includes those filled in from interviews
 * @param folder of the raw files
 */
export function reviewFiles(
  results: Iterable<Result>,
  values: readonly Value[] = [],
  folder = RAW,
): ReadonlyMap<string, Uint8Array> {
  const filled = new Map(
    values.flatMap((value) => (value.fromInterviews ? [[value.id, value] as const] : [])),
  );
  const raw = filesBelow(folder).filter((path) => /\.(?:csv|md)$/.test(path));
  return new Map([
    ...filesBelow(REVIEW).map((path) => [basename(path), readFileSync(path)] as const),
    ["expected.csv", strToU8(expectedCsv(results))],
    ["results.lock.json", readFileSync(LOCK_FILE)],
    ...raw.map(
      (path) => [`raw/${relative(folder, path).replaceAll("\\", "/")}`, withFilled(path, filled)] as const,
    ),
  ]);
}

/** The reviewer's package: raw files, an R script, expected results. Deterministic. */
export function reviewZip(
  results: Iterable<Result>,
  values: readonly Value[] = [],
  folder = RAW,
): Uint8Array {
  const files: Zippable = Object.fromEntries(reviewFiles(results, values, folder));
  // Zips store local time: this one is the same in every time zone.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 9 });
}
