import { rmSync } from "node:fs";
import { inputsHash, isFresh } from "./inputs.js";
import { locked } from "./lock.js";
import { PROBLEMS_FILE } from "./paths.js";
import { exitCode, start } from "./run.js";

/**
 * Makes everything that pages show, unless it was made from the same inputs before. Modification times are not trusted:
 * the contents of all inputs are compared, and those of all outputs.
 *
 * @param onPages called when pages can be shown, before the pictures are done
 * @returns the exit code: 0 for fresh, 2 for an error in the raw files, which leaves all outputs as they were
 */
export function refresh(onPages: () => void = () => {}): Promise<number> {
  return locked(async () => {
    if (isFresh(inputsHash())) {
      rmSync(PROBLEMS_FILE, { force: true });
      return 0;
    }
    const child = start(["--import", "tsx", "tools/site/generate.ts"], { stdout: "pipe" });
    child.stdout?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("pages ready")) onPages();
    });
    return exitCode(child);
  });
}
