import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DisclosureError } from "../disclosure/index.js";
import type { KeptPublication } from "./publish-survey.js";
import type { PublishedSurvey } from "./published-survey.js";

/** Combined hash of files. */
export function hashOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(createHash("sha256").update(readFileSync(path)).digest());
  return hash.digest("hex");
}

/** What may be published of all files of interviews, and what to keep afterwards. */
export interface Publication {
  readonly surveys: readonly PublishedSurvey[];
  /** Null without real interviews. */
  readonly kept: KeptPublications | null;
}

/** Past publications by survey. Contains true counts and is never published. */
export type KeptPublications = Readonly<Record<string, KeptPublication>>;

/** File names: what the last build published, and what the last run made but no build has published yet. */
const PUBLISHED = ".published.json";
const MADE = ".made.json";

/** @throws DisclosureError for a file that cannot be read: without it nobody knows what is public */
export function readKept(folder: string): KeptPublications {
  const file = join(folder, PUBLISHED);
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8")) as KeptPublications;
  } catch {
    throw new DisclosureError(
      `${file}:1:1: this is no JSON; expected what the last build published. Restore it, or delete it where nothing is public yet`,
    );
  }
}

export function writeMade(folder: string, kept: KeptPublications): void {
  writeFileSync(join(folder, MADE), JSON.stringify(kept));
}

/** Records that what was made has been published. */
export function keepPublished(folder: string): void {
  const made = join(folder, MADE);
  if (existsSync(made)) renameSync(made, join(folder, PUBLISHED));
}

/** Discards what was made but not published. */
export function discardMade(folder: string): void {
  rmSync(join(folder, MADE), { force: true });
}
