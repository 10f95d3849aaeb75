import { rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { filesBelow } from "./files.js";
import { inputsHash, isFresh } from "./inputs.js";
import { withLock } from "./lock.js";
import { PAGES_READY } from "./maker-protocol.js";
import type { Maker } from "./makers.js";
import { CACHE, PROBLEMS_FILE } from "./paths.js";
import { bundled, exitCode, start } from "./run.js";

export interface RefreshOptions {
  /** Called when pages can be shown, before downloads and pictures are done. */
  readonly onPages?: () => void;
  /** The build process; a fresh one by default. */
  readonly maker?: Maker;
}

/**
 * Rebuilds everything that pages show, if inputs changed. Compares the contents of all inputs and outputs, because
 * modification times are unreliable.
 *
 * @returns the exit code: 0 for fresh; 2 for an error in the raw files and 1 for any other, which leave the outputs as they
 *   were
 */
export function refresh({ onPages = () => {}, maker }: RefreshOptions = {}): Promise<number> {
  return withLock("refresh", async () => {
    if (isFresh(inputsHash())) {
      rmSync(PROBLEMS_FILE, { force: true });
      // Framework rebuilds a table whose loader is newer, whatever the contents.
      const now = new Date();
      for (const path of filesBelow(join(CACHE, "data"))) utimesSync(path, now, now);
      return 0;
    }
    return maker === undefined ? await makeOnce(onPages) : await maker.make(onPages);
  });
}

function makeOnce(onPages: () => void): Promise<number> {
  const child = start(bundled("tools/site/generate.ts"), { stdout: "pipe" });
  if (child.stdout !== null)
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line === PAGES_READY) onPages();
    });
  return exitCode(child);
}
