import { readFileSync } from "node:fs";
import type { Audit } from "../../data-loaders/audit/index.js";
import { type Drift, driftOf, type Lock, lockOf, readLock } from "../../data-loaders/audit/lock.js";
import type { Raw } from "../../data-loaders/read/index.js";
import { dataHash } from "../../data-loaders/tables/data-hash.js";
import { build, type Stopped } from "../../data-loaders/tables/index.js";
import { idsOf } from "../../src/components/citation.js";
import { filesBelow } from "../site/files.js";
import { SOURCE } from "../site/paths.js";

/** A locked number or verdict that came out otherwise, with what of the site it touches. */
export interface TouchedDrift extends Drift {
  readonly pages: readonly string[];
  readonly claims: readonly string[];
}

export interface LockReport {
  /** Whether the lock is of these raw files: then a difference is drift, else it follows from other numbers. */
  readonly belongs: boolean;
  /** What moved; empty where everything is as locked. */
  readonly differences: readonly TouchedDrift[];
  /** The error where no results come out of these raw files at all; null where they do. */
  readonly unable: string | null;
}

/** What comes out of the raw files now: a lock of it, and what conflicting numbers stop. */
export interface Now {
  readonly lock: Lock;
  readonly stopped: readonly Stopped[];
}

/** @returns the error's message where numbers are such that no results come out at all */
export function lockNow(raw: Raw, folder: string, { claims }: Audit): Now | string {
  try {
    const { results, stopped } = build(raw);
    return { lock: lockOf(dataHash(folder), results, claims), stopped };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** How what comes out now differs from the lock, and which pages and claims rest on it. */
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

/** The results that each page cites, in its text and in its figures. */
async function citations(): Promise<{ page: string; ids: ReadonlySet<string> }[]> {
  // Figures bring the charts and take long to load; where nothing moved nobody asks for them.
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
