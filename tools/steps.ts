import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { endChild } from "./site/run.js";

const REPORT = ".generated/vitest.json";

interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Whether to show output only on failure. */
  readonly quiet?: boolean;
}

/** Runs commands sequentially, prints their times, and counts passed and failed ones. */
export class Steps {
  readonly counts: Counts = { passed: 0, failed: 0 };
  #child: ChildProcess | null = null;
  #stopped: NodeJS.Signals | null = null;

  constructor(readonly quiet = false) {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => {
        this.#stopped ??= signal;
        const ending = this.#child;
        if (ending === null) return;
        endChild(ending, signal);
        setTimeout(() => endChild(ending, "SIGKILL"), 5000).unref();
      });
    }
    process.on("exit", () => {
      if (this.#child !== null) endChild(this.#child, "SIGKILL");
    });
  }

  /** Runs Node and returns the exit code; null if killed by a signal. */
  run(
    name: string,
    args: readonly string[],
    { env = {}, quiet = this.quiet }: RunOptions = {},
  ): Promise<number | null> {
    if (this.#stopped !== null) return Promise.resolve(null);
    if (!quiet) console.log(`\n> ${name}`);
    const start = performance.now();
    return new Promise((resolve) => {
      // Own process group, so that it can be killed with its children.
      const started = spawn(process.execPath, args, {
        stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
        detached: true,
        env: { ...process.env, ...env },
      });
      this.#child = started;
      const output: Buffer[] = [];
      for (const stream of [started.stdout, started.stderr])
        stream?.on("data", (chunk: Buffer) => output.push(chunk));
      const end = (code: number | null) => {
        endChild(started, "SIGKILL");
        this.#child = null;
        if (code !== 0) process.stdout.write(Buffer.concat(output));
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        console.log(`${code === 0 ? "ok" : "FAILED"}: ${name} (${seconds} s)`);
        resolve(code);
      };
      started.once("error", (error) => {
        console.error(error.message);
        end(1);
      });
      started.once(quiet ? "close" : "exit", end);
    });
  }

  /** Runs a command and counts it as passed or failed. */
  async step(name: string, args: readonly string[]): Promise<void> {
    if ((await this.run(name, args)) === 0) this.counts.passed++;
    else this.counts.failed++;
  }

  /** Runs Vitest and counts its tests; zero passed tests count as a failure. */
  async vitest(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
    mkdirSync(".generated", { recursive: true });
    rmSync(REPORT, { force: true });
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
    const exitCode = await this.run(name, ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...args], {
      env,
    });
    const { passed, failed } = countVitest(readReport(), exitCode);
    this.counts.passed += passed;
    this.counts.failed += failed;
    if (passed > 0) return;
    console.error("No test of Vitest passed.");
    if (failed === 0) this.counts.failed++;
  }

  /** Prints "N passed, N failed" as the last line and sets the exit code. */
  end(): void {
    const { passed, failed } = this.counts;
    console.log(`\n${passed} passed, ${failed} failed`);
    process.exitCode = this.#stopped === "SIGINT" ? 130 : this.#stopped ? 143 : failed > 0 ? 1 : 0;
  }
}

function readReport(): VitestReport | null {
  try {
    return JSON.parse(readFileSync(REPORT, "utf8"));
  } catch {
    return null;
  }
}

/** The fields used of Vitest's JSON report. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

interface Counts {
  passed: number;
  failed: number;
}

/**
 * Counts of a Vitest run. Failures outside tests count too: a file or hook that throws, and an exit code that no
 * failed test explains (an unhandled error, no report).
 */
export function countVitest(report: VitestReport | null, exitCode: number | null): Counts {
  const files = report?.testResults ?? [];
  const failedFiles = files.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  const passed = report?.numPassedTests ?? 0;
  const failed = (report?.numFailedTests ?? 0) + failedFiles;
  const unexplained = failed === 0 && (report === null || exitCode !== 0);
  return { passed, failed: unexplained ? 1 : failed };
}
