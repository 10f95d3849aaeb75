import { readFileSync } from "node:fs";
import type { Audit } from "../../data-loaders/audit/index.js";
import { type Drift, driftOf, type Lock, lockOf, readLock } from "../../data-loaders/audit/lock.js";
import type { Raw } from "../../data-loaders/read/index.js";
import { dataHash } from "../../data-loaders/tables/data-hash.js";
import { build, type Stopped } from "../../data-loaders/tables/index.js";
import { idsOf } from "../../src/components/citation.js";
import { filesBelow } from "../site/files.js";
import { SOURCE } from "../site/paths.js";

/** A changed number or verdict, with the pages and claims that it affects. */
export interface TouchedDrift extends Drift {
  readonly pages: readonly string[];
  readonly claims: readonly string[];
}

export interface LockReport {
  /** Whether the lock belongs to these raw files; if so, differences are drift. */
  readonly belongs: boolean;
  /** The differences; empty if there are none. */
  readonly differences: readonly TouchedDrift[];
  /** The error if no results can be computed from these raw files; otherwise null. */
  readonly unable: string | null;
}

/** The current results as a lock, and what conflicts stop. */
export interface Now {
  readonly lock: Lock;
  readonly stopped: readonly Stopped[];
}

/**
 * @returns the current results, or the error's message where none can be computed
 */
export function lockNow(raw: Raw, folder: string, { claims }: Audit): Now | string {
  try {
    const { results, stopped } = build(raw);
    return { lock: lockOf(dataHash(folder), results, claims), stopped };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Differences between current results and the lock, with affected pages and claims. */
export async function lockReport(now: Now | string, path: string, { claims }: Audit): Promise<LockReport> {
  if (typeof now === "string") return { belongs: false, differences: [], unable: now };
  const is = now.lock;
  const was = readLock(path);
  const drifts = driftOf(was, is);
  const cited = drifts.length === 0 ? [] : await citations();
  const differences = drifts.map((drift): TouchedDrift => {
    const inputs = [drift.id, ...(is.results[drift.id]?.inputs ?? [])];
    return {
      ...drift,
      pages: cited.filter(({ ids }) => ids.has(drift.id)).map(({ page }) => page),
      claims: claims
        .filter(({ id, values }) => id === drift.id || values.some((v) => inputs.includes(v)))
        .map(({ id }) => id),
    };
  });
  return { belongs: was.data === is.data, differences, unable: null };
}

/** Ids of the results that each page cites, in text and figures. */
async function citations(): Promise<{ page: string; ids: ReadonlySet<string> }[]> {
  // Figures load the chart library, which is slow: only import them if something changed.
  const { ALL_FIGURES } = await import("../site/figures.js");
  return filesBelow(SOURCE, (path) => path.includes("/."))
    .filter((path) => path.endsWith(".md"))
    .map((path) => {
      const text = readFileSync(path, "utf8");
      const figures = ALL_FIGURES.filter(({ id }) => text.includes(`{{figure ${id}}}`));
      const templates = figures.flatMap(({ subtitle, source, how }) => [subtitle, source, ...how]);
      return { page: path, ids: new Set([text, ...templates].flatMap(idsOf)) };
    });
}
