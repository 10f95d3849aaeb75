import { spawnSync } from "node:child_process";

/** Whether Rscript is on this machine. */
export function hasR(): boolean {
  return spawnSync("Rscript", ["--version"]).status === 0;
}

/**
 * Output of an R script, without the user's start-up files.
 *
 * @throws Error with R's own messages when it does not end well
 */
export function runR(script: string): string {
  const { status, stdout, stderr, error } = spawnSync("Rscript", ["--vanilla", script], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`Rscript ${script} ended with ${status}:\n${stderr}`);
  return stdout;
}
