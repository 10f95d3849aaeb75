import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { strToU8, type Zippable, zipSync } from "fflate";
import { LOCK_FILE } from "../../data-loaders/audit/lock.js";
import type { Result } from "../../src/model/result.js";
import { filesBelow } from "./files.js";
import { RAW } from "./paths.js";

/** The script and its text, which are put into the zip as they stand. */
export const REVIEW = "data-loaders/review";
export const REVIEW_ZIP = "review.zip";

/** What `check.R` compares with: one row a result, numbers with all their digits. */
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

/** Every file of the reviewer's package by its path in the zip. @param folder of the raw files */
export function reviewFiles(results: Iterable<Result>, folder = RAW): ReadonlyMap<string, Uint8Array> {
  const raw = filesBelow(folder).filter((path) => /\.(?:csv|md)$/.test(path));
  return new Map([
    ["README.txt", readFileSync(join(REVIEW, "README.txt"))],
    ["check.R", readFileSync(join(REVIEW, "check.R"))],
    ["expected.csv", strToU8(expectedCsv(results))],
    ["results.lock.json", readFileSync(LOCK_FILE)],
    ...raw.map(
      (path) => [`raw/${relative(folder, path).replaceAll("\\", "/")}`, readFileSync(path)] as const,
    ),
  ]);
}

/** The reviewer's package: raw files, the script in R, what it should find. The same bytes from the same files. */
export function reviewZip(results: Iterable<Result>, folder = RAW): Uint8Array {
  const files: Zippable = Object.fromEntries(reviewFiles(results, folder));
  // A zip holds the local parts of a time: these are the same in every zone.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 9 });
}
