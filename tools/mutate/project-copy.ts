import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { type Mutation, mutate } from "./mutation.js";
import { type Outcome, outcomeOf, type TestCounts } from "./outcome.js";
import type { Copy } from "./plant.js";

/** What unit tests need, without Framework's output. */
const NEEDED = [
  "package.json",
  "tsconfig.json",
  "tsconfig.core.json",
  "vitest.config.ts",
  "results.lock.json",
  "docs",
  "src",
  "data-loaders",
  "tools",
  "tests/unit",
];
const LEFT = join("src", ".observablehq");

/** A test run with a fault that exceeds this is taken for an endless loop. */
const MAX_SECONDS = 120;

/** Tests that take longer than this without a fault are skipped when time is short. */
const SLOW_SECONDS = 45;

/** A copy of the project for planting faults, so that the original stays intact. */
export class ProjectCopy implements Copy {
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

  /** Plants a fault, runs its tests and removes it again. @throws Error when it no longer applies */
  async outcomeOf(mutation: Mutation): Promise<Outcome> {
    const path = join(this.#folder, mutation.file);
    const source = readFileSync(path, "utf8");
    writeFileSync(path, mutate(source, mutation));
    try {
      return (await this.#run(mutation.tests, MAX_SECONDS))[0];
    } finally {
      writeFileSync(path, source);
    }
  }

  /** Whether tests pass without a fault; `slow` for slow ones, when `inHaste`. */
  async passes(tests: readonly string[], inHaste: boolean): Promise<boolean | "slow"> {
    const [outcome, isLate] = await this.#run(tests, inHaste ? SLOW_SECONDS : 20 * MAX_SECONDS);
    return isLate && inHaste ? "slow" : outcome === "survived";
  }

  /** Runs tests until one fails or the time is up. */
  #run(tests: readonly string[], seconds: number): Promise<[outcome: Outcome, isLate: boolean]> {
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
      }, seconds * 1000);
      child.once("error", reject);
      child.once("exit", (code) => {
        clearTimeout(timer);
        this.#child = null;
        resolve([outcomeOf(late ? null : (code ?? 1), readReport(report)), late]);
      });
    });
  }

  /** Stops running tests and removes the copy. */
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
