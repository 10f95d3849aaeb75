import type { ChildProcess } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { keepPublished, MICRODATA } from "../../data-loaders/interviews/publish/index.js";
import { recordSite } from "./built.js";
import { checkSite } from "./check.js";
import { driftProblems } from "./drift.js";
import { finishSite } from "./finish.js";
import { siteHash } from "./inputs.js";
import { seedPackages, seedVersionAnswers } from "./packages.js";
import { GENERATED } from "./paths.js";
import { readSite, warnOfConflicts } from "./read-site.js";
import { refresh } from "./refresh.js";
import { endChild, exitCode, FRAMEWORK, start } from "./run.js";

/** Build folder. Fixed, because its name enters the hashes of scripts. */
const FRESH = join(GENERATED, "site");

/**
 * Writes the static site: builds, finishes and checks it in another folder, then replaces the last one, so that a
 * failed build leaves the last good site.
 *
 * @returns the exit code: 2 for an error in the raw files or the interviews, 1 for any other
 */
export async function writeSite(output: string): Promise<number> {
  const inputs = siteHash();
  rmSync(FRESH, { recursive: true, force: true });
  seedVersionAnswers();
  const seeded = seedPackages();
  const refuse = (problems: readonly string[]) => {
    process.stderr.write(`${problems.join("\n")}\nThe site was not built; ${output} is as it was.\n`);
    return 1;
  };
  let pages: Pages | null = null;
  // Framework builds pages while downloads and pictures, which it does not need, are made.
  const begin = () => {
    if (driftProblems(readSite().drift).length === 0) pages ??= new Pages(seeded);
  };
  try {
    const code = await refresh({ onPages: begin });
    if (code !== 0) return code;
    const site = readSite();
    warnOfConflicts(site);
    const drifted = driftProblems(site.drift);
    if (drifted.length > 0) return refuse(drifted);
    begin();
    if (!(await (pages as Pages | null)?.built)) return 1;
    await finishSite(FRESH);
    const problems = checkSite(FRESH);
    if (siteHash() !== inputs) problems.push("an input changed while the site was built; build it again");
    if (problems.length > 0) return refuse(problems);
    swap(FRESH, output);
    keepPublished(MICRODATA);
    recordSite({ output, inputs, conflicts: site.conflicts });
    process.stdout.write(`The site is in ${output}.\n`);
    return 0;
  } finally {
    (pages as Pages | null)?.end();
    rmSync(FRESH, { recursive: true, force: true });
  }
}

/** Framework's build of the pages. */
class Pages {
  #framework: ChildProcess | null = null;
  #output = "";
  /** Whether the build succeeded; if not, Framework has printed why. */
  readonly built: Promise<boolean>;

  constructor(ready: Promise<void>) {
    this.built = ready.then(() => this.#build());
    // No one awaits it if the build fails elsewhere.
    this.built.catch(() => {});
  }

  async #build(): Promise<boolean> {
    this.#framework = start([FRAMEWORK, "build"], {
      env: { SITE_MODE: "build", SITE_OUTPUT: FRESH },
      stdout: "pipe",
      stderr: "pipe",
    });
    // An unread pipe blocks Framework when full. Its output only matters on failure: the links it reports as broken
    // lead to placeholders; the check of the finished site covers all links.
    for (const stream of [this.#framework.stdout, this.#framework.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#output += text;
      });
    const code = await exitCode(this.#framework);
    if (code !== 0) process.stderr.write(this.#output);
    return code === 0;
  }

  end(): void {
    if (this.#framework !== null) endChild(this.#framework);
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
