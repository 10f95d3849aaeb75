import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Measured } from "./measure.js";
import type { Timing } from "./plan.js";

const SCRIPT = fileURLToPath(new URL("survey.R", import.meta.url));

/** R's times for the data in `folder`, and its version. */
export interface RSide {
  readonly version: string;
  readonly measured: readonly Measured[];
}

/**
 * Times the tasks with R's survey on the data in the folder. Its progress goes to standard error.
 * @throws Error when R does not end well
 */
export function measureR(folder: string, timings: readonly Timing[]): RSide {
  const lines = timings.map(({ task, rows, warmups, runs }) => [task, rows, warmups, runs].join(","));
  writeFileSync(join(folder, "plan.csv"), `${["task,rows,warmups,runs", ...lines].join("\n")}\n`);
  const { status, stdout, error } = spawnSync("Rscript", ["--vanilla", SCRIPT, folder], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`Rscript ${SCRIPT} ended with ${status}`);
  return JSON.parse(stdout) as RSide;
}
