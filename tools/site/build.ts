import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { keepPublished, MICRODATA } from "../../data-loaders/interviews/publish/index.js";
import { checkSite } from "./check.js";
import { warnOfConflicts } from "./conflicts.js";
import { driftProblems } from "./drift.js";
import { finishSite } from "./finish.js";
import { FRAMEWORK } from "./framework.js";
import { inputsHash } from "./inputs.js";
import { locked } from "./lock.js";
import { GENERATED, SITE_FILE } from "./paths.js";
import { refresh } from "./refresh.js";
import { endChildrenOnExit, exitCode, start } from "./run.js";
import type { SiteFile } from "./site-file.js";
import { seedVersionAnswers } from "./version-answers.js";

/**
 * Writes the static site: built into another folder, finished, checked, and only then put in the place of the last one, so
 * that a build that fails leaves the last good site as it was.
 *
 * @returns the exit code: 2 for an error in the raw files or the interviews, 1 for any other
 */
export async function buildSite(output: string): Promise<number> {
  endChildrenOnExit();
  return locked("build", () => build(output));
}

async function build(output: string): Promise<number> {
  seedVersionAnswers();
  const code = await refresh();
  if (code !== 0) return code;
  const made = JSON.parse(readFileSync(SITE_FILE, "utf8")) as SiteFile;
  warnOfConflicts(made);
  const drifted = driftProblems(made.drift);
  if (drifted.length > 0) {
    process.stderr.write(`${drifted.join("\n")}\nThe site was not built; ${output} is as it was.\n`);
    return 1;
  }
  const inputs = inputsHash();
  // Its name goes into the hashes of scripts, so it is the same each time.
  const fresh = join(GENERATED, "site");
  rmSync(fresh, { recursive: true, force: true });
  try {
    const framework = start([FRAMEWORK, "build"], {
      env: { SITE_MODE: "build", SITE_OUTPUT: fresh },
      stdout: "pipe",
    });
    // A pipe that nobody reads stops Framework when it is full. What it says matters only when it fails.
    let said = "";
    framework.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    if ((await exitCode(framework)) !== 0) {
      process.stderr.write(said);
      return 1;
    }
    await finishSite(fresh);
    const problems = checkSite(fresh);
    if (inputsHash() !== inputs) problems.push("an input changed while the site was built; build it again");
    if (problems.length > 0) {
      process.stderr.write(`${problems.join("\n")}\nThe site was not built; ${output} is as it was.\n`);
      return 1;
    }
    swap(fresh, output);
    keepPublished(MICRODATA);
    process.stdout.write(`The site is in ${output}.\n`);
    return 0;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function swap(fresh: string, output: string): void {
  const old = join(GENERATED, `old-${process.pid}`);
  if (existsSync(output)) renameSync(output, old);
  try {
    renameSync(fresh, output);
  } catch (error) {
    if (existsSync(old)) renameSync(old, output);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}
