import { rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { filesBelow } from "./files.js";
import { bundled } from "./framework.js";
import { inputsHash, isFresh } from "./inputs.js";
import { locked } from "./lock.js";
import { PAGES_READY } from "./maker-words.js";
import type { Maker } from "./makers.js";
import { CACHE, PROBLEMS_FILE } from "./paths.js";
import { exitCode, start } from "./run.js";

export interface RefreshOptions {
  /** Called when pages can be shown, before downloads and pictures are done. */
  readonly onPages?: () => void;
  /** What makes everything; a process of its own, begun fresh, where left out. */
  readonly maker?: Maker;
}

/**
 * Makes everything that pages show, unless it was made from the same inputs before. Modification times are not trusted:
 * the contents of all inputs are compared, and those of all outputs.
 *
 * @returns the exit code: 0 for fresh; 2 for an error in the raw files and 1 for any other, which leave the outputs as they
 *   were
 */
export function refresh({ onPages = () => {}, maker }: RefreshOptions = {}): Promise<number> {
  return locked("refresh", async () => {
    if (isFresh(inputsHash())) {
      rmSync(PROBLEMS_FILE, { force: true });
      // Framework takes a table for old when its loader has a later time, whatever either holds.
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
