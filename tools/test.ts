import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./browser.js";
import { endChild } from "./site/run.js";
import { type Counts, countVitest, type VitestReport } from "./vitest-report.js";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

/** Projects of Vitest that `npm test` runs; `npm run test:full` runs all of them, with every sampled case. */
const QUICK = ["unit", "reference", "browser"];

const isFull = process.argv[2] === "--full";
const args = process.argv.slice(isFull ? 3 : 2);
const report = ".generated/vitest.json";
const counts: Counts = { passed: 0, failed: 0 };

let child: ChildProcess | null = null;
let stopped: NodeJS.Signals | null = null;

/** Runs a command of node_modules or a tool with its output shown, and gives its exit code (null: ended by a signal). */
function run(name: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number | null> {
  if (stopped !== null) return Promise.resolve(null);
  console.log(`\n> ${name}`);
  const start = performance.now();
  return new Promise((resolve) => {
    // A group of its own, so that all that it starts can be ended with it.
    const started = spawn(process.execPath, args, {
      stdio: ["ignore", "inherit", "inherit"],
      detached: true,
      env: { ...process.env, ...env },
    });
    child = started;
    const end = (code: number | null) => {
      endChild(started, "SIGKILL");
      child = null;
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${code === 0 ? "ok" : "FAILED"}: ${name} (${seconds} s)`);
      resolve(code);
    };
    started.once("error", (error) => {
      console.error(error.message);
      end(1);
    });
    started.once("exit", end);
  });
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    stopped ??= signal;
    if (child === null) return;
    const ending = child;
    endChild(ending, signal);
    setTimeout(() => endChild(ending, "SIGKILL"), 5000).unref();
  });
}
process.on("exit", () => {
  if (child !== null) endChild(child, "SIGKILL");
});

async function step(name: string, args: string[]): Promise<void> {
  if ((await run(name, args)) === 0) counts.passed++;
  else counts.failed++;
}

function browserPath(): string | null {
  try {
    return findBrowser();
  } catch {
    return null;
  }
}

function readReport(): VitestReport | null {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return null;
  }
}

await step("types: tsc -p .", ["node_modules/typescript/bin/tsc", "-p", "."]);
await step("pages: check-pages", ["--import", "tsx", "tools/check-pages.ts"]);
await step("style: biome ci .", ["node_modules/@biomejs/biome/bin/biome", "ci", "."]);

// Only a browser that cannot be had counts, as a failure.
if (browserPath() === null && (await run("browser", ["--import", "tsx", "tools/browser.ts"])) !== 0) {
  counts.failed++;
}

const browser = browserPath();
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
mkdirSync(".generated", { recursive: true });
rmSync(report, { force: true });
const exitCode = await run(
  "tests: vitest run",
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    ...reporters,
    ...(isFull || args.includes("--project") ? [] : QUICK.flatMap((name) => ["--project", name])),
    ...args,
  ],
  { ...(browser === null ? {} : { CHROMIUM_PATH: browser }), ...(isFull ? { FULL: "1" } : {}) },
);
const tests = countVitest(readReport(), exitCode);
counts.passed += tests.passed;
counts.failed += tests.failed;

if (tests.passed === 0) console.error("No test of Vitest passed.");
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode =
  stopped === "SIGINT" ? 130 : stopped ? 143 : counts.failed > 0 || tests.passed === 0 ? 1 : 0;
