import { currentSite } from "./built.js";
import { withLock } from "./lock.js";
import { warnOfConflicts } from "./read-site.js";
import { endChildrenOnExit } from "./run.js";

/**
 * Builds the static site into a folder, unless it is up to date.
 *
 * @returns the exit code: 2 for an error in the raw files or the interviews, 1 for any other
 */
export async function buildSite(output: string): Promise<number> {
  endChildrenOnExit();
  return withLock("build", async () => {
    const current = currentSite(output);
    if (current === null) return (await import("./write-site.js")).writeSite(output);
    warnOfConflicts(current);
    process.stdout.write(`The site in ${output} is current: nothing has changed since it was built.\n`);
    return 0;
  });
}
