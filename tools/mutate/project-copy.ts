import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { type Mutation, mutate } from "./mutation.js";
import { type Outcome, outcomeOf, type TestCounts } from "./outcome.js";

/** What unit tests and what they test need; not the pages that Framework has made. */
const NEEDED = [
  "package.json",
  "tsconfig.json",
  "vitest.config.ts",
  "src",
  "data-loaders",
  "tools",
  "tests/unit",
];
const LEFT = join("src", ".observablehq");

const MOST_SECONDS = 120;

/** A copy of the project in which faults can be planted while the project itself stays as it is. */
export class ProjectCopy {
  readonly #folder = mkdtempSync(join(tmpdir(), "mutate-"));
  #child: ChildProcess | null = null;

  constructor(root: string) {
    for (const path of NEEDED)
      cpSync(join(root, path), join(this.#folder, path), {
        recursive: true,
        filter: (source) => relative(root, source) !== LEFT,
      });
    symlinkSync(join(root, "node_modules"), join(this.#folder, "node_modules"));
  }

  /** Plants a fault, runs its tests and takes it out again. @throws Error when it no longer applies */
  async outcomeOf(mutation: Mutation): Promise<Outcome> {
    const path = join(this.#folder, mutation.file);
    const source = readFileSync(path, "utf8");
    writeFileSync(path, mutate(source, mutation));
    try {
      return await this.test(mutation.tests);
    } finally {
      writeFileSync(path, source);
    }
  }

  /** Runs tests until one fails. */
  test(tests: readonly string[]): Promise<Outcome> {
    const report = join(this.#folder, "report.json");
    rmSync(report, { force: true });
    const vitest = join(this.#folder, "node_modules/vitest/vitest.mjs");
    const options = [
      "--project",
      "unit",
      "--bail",
      "1",
      "--no-file-parallelism",
      "--cache=false",
      "--pool=threads",
    ];
    const reporter = ["--reporter=json", `--outputFile=${report}`];
    const child = spawn(process.execPath, [vitest, "run", ...options, ...reporter, ...tests], {
      cwd: this.#folder,
      stdio: "ignore",
    });
    this.#child = child;
    return new Promise((resolve, reject) => {
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        child.kill("SIGKILL");
      }, MOST_SECONDS * 1000);
      child.once("error", reject);
      child.once("exit", (code) => {
        clearTimeout(timer);
        this.#child = null;
        resolve(outcomeOf(late ? null : (code ?? 1), readReport(report)));
      });
    });
  }

  /** Ends what runs and removes the copy. */
  remove(): void {
    this.#child?.kill("SIGKILL");
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function readReport(path: string): TestCounts | null {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
