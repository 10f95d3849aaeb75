import { existsSync } from "node:fs";
import { LOCK_FILE, type Lock, readLock } from "../../data-loaders/audit/lock.js";
import { hasInterviews } from "../../data-loaders/interviews/publish/index.js";
import { readRaw } from "../../data-loaders/read/index.js";
import { dataHash } from "../../data-loaders/tables/data-hash.js";
import type { Result } from "../../src/model/result.js";
import { writeWhole } from "./files.js";
import { RAW, SITE_FILE } from "./paths.js";
import { siteFile } from "./site-file.js";

/**
 * Writes the data for page texts from the lock, so that pages can be served while tables and figures are made.
 *
 * @returns whether it could: not if the raw files differ from the lock's, or interviews add numbers
 */
export function writeEarlySite(): boolean {
  if (!existsSync(LOCK_FILE) || hasInterviews()) return false;
  const lock = readLock();
  const data = dataHash(RAW);
  const results = lockedResults(lock);
  if (lock.data !== data || results.length < Object.keys(lock.results).length) return false;
  const site = siteFile(
    { raw: readRaw(RAW), results, tables: new Map(), stopped: [] },
    new Map(),
    new Map(),
    { data, inputs: "early", drift: { belongs: true, differences: [] } },
  );
  writeWhole(SITE_FILE, JSON.stringify({ ...site, early: true }));
  return true;
}

/** The locked results with citation data. */
function lockedResults({ results }: Lock): Result[] {
  return Object.entries(results).flatMap(([id, { cited, ...numbers }]) =>
    cited === undefined ? [] : [{ id, ...numbers, ...cited, unit: "", base: null, madeBy: "", because: "" }],
  );
}
