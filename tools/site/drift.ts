import { existsSync } from "node:fs";
import { type Drift, driftOf, LOCK_FILE, lockOf, readLock } from "../../data-loaders/audit/lock.js";
import type { Built } from "../../data-loaders/tables/index.js";
import type { Verdict } from "../../src/claims/index.js";
import { rowsOf } from "../../src/model/table.js";

/** Comparison of a run's results and verdicts with the lock. */
export interface SiteDrift {
  /** Whether the lock belongs to this run's raw files. */
  readonly belongs: boolean;
  readonly differences: readonly Drift[];
}

/** @param data the hash of the raw files */
export function siteDrift(data: string, { results, tables }: Built): SiteDrift {
  if (!existsSync(LOCK_FILE))
    return { belongs: true, differences: [{ id: LOCK_FILE, isVerdict: false, was: "absent", is: "needed" }] };
  const rows = rowsOf<{ id: string; verdict: Verdict }>(tables, "claims");
  const lock = readLock(LOCK_FILE);
  return { belongs: lock.data === data, differences: driftOf(lock, lockOf(data, results, rows)) };
}

/** Errors if a build's numbers differ from what the same raw files gave before. */
export function driftProblems({ belongs, differences }: SiteDrift): string[] {
  if (!belongs || differences.length === 0) return [];
  return [
    ...differences.slice(0, MAX_SHOWN).map(({ id, was, is }) => `${id}: ${was} is locked; now ${is}`),
    ...(differences.length > MAX_SHOWN ? [`and ${differences.length - MAX_SHOWN} more`] : []),
    "The raw files are those of the lock, and the numbers are not. Where that is meant: npm run audit -- --accept",
  ];
}

const MAX_SHOWN = 20;
