import type { SiteFile } from "./site-file.js";

/** Warns on stderr about conflicting numbers and what they stop. Pages are built without those results and say so. */
export function warnOfConflicts({ conflicts }: Pick<SiteFile, "conflicts">): void {
  if (conflicts.length > 0) process.stderr.write(`Warning: the data conflict.\n${conflicts.join("\n")}\n`);
}
