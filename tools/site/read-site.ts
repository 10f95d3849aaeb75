import { readFileSync, statSync } from "node:fs";
import { SITE_FILE } from "./paths.js";
import type { SiteFile } from "./site-file.js";

let last: { readonly version: string; readonly site: SiteFile } | null = null;

/** The generated data for pages. Cached: every page reads it twice, and it is megabytes. */
export function readSite(): SiteFile {
  const { ino, mtimeNs, size } = statSync(SITE_FILE, { bigint: true });
  const version = `${ino} ${mtimeNs} ${size}`;
  if (last?.version !== version)
    last = { version, site: JSON.parse(readFileSync(SITE_FILE, "utf8")) as SiteFile };
  return last.site;
}

/** Warns on stderr about conflicting numbers and what they stop. Pages are built without those results and say so. */
export function warnOfConflicts({ conflicts }: Pick<SiteFile, "conflicts">): void {
  if (conflicts.length > 0) process.stderr.write(`Warning: the data conflict.\n${conflicts.join("\n")}\n`);
}
