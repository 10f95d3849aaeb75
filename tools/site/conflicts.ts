import type { SiteFile } from "./site-file.js";

/** Says on standard error which numbers conflict and what they stop. Pages are made without it and say so too. */
export function warnOfConflicts({ conflicts }: Pick<SiteFile, "conflicts">): void {
  if (conflicts.length > 0) process.stderr.write(`Warning: the data conflict.\n${conflicts.join("\n")}\n`);
}
