import type { ChildProcess } from "node:child_process";
import { rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "./files.js";
import { inputsHash, isFresh } from "./inputs.js";
import { locked } from "./lock.js";
import { CACHE, PROBLEMS_FILE } from "./paths.js";
import { exitCode, start } from "./run.js";
import { OUTDATED } from "./standby.js";

export interface RefreshOptions {
  /** Called when pages can be shown, before downloads and pictures are done. */
  readonly onPages?: () => void;
  /** A process that was waiting for this, with its output piped. */
  readonly standby?: () => ChildProcess;
}

/**
 * Makes everything that pages show, unless it was made from the same inputs before. Modification times are not trusted:
 * the contents of all inputs are compared, and those of all outputs.
 *
 * @returns the exit code: 0 for fresh; 2 for an error in the raw files and 1 for any other, which leave the outputs as they
 *   were
 */
export function refresh({ onPages = () => {}, standby }: RefreshOptions = {}): Promise<number> {
  return locked("refresh", async () => {
    if (isFresh(inputsHash())) {
      rmSync(PROBLEMS_FILE, { force: true });
      // Framework takes a table for old when its loader has a later time, whatever either holds.
      const now = new Date();
      for (const path of filesBelow(join(CACHE, "data"))) utimesSync(path, now, now);
      return 0;
    }
    const code = standby === undefined ? OUTDATED : await made(standby(), onPages);
    return code === OUTDATED ? await made(fresh(), onPages) : code;
  });
}

function fresh(): ChildProcess {
  return start(["--import", "tsx", "tools/site/generate.ts"], { stdout: "pipe" });
}

function made(child: ChildProcess, onPages: () => void): Promise<number> {
  child.stdout?.on("data", (chunk: Buffer) => {
    if (chunk.toString().includes("pages ready")) onPages();
  });
  return exitCode(child);
}
