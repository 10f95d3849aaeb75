import { fileURLToPath } from "node:url";
import { findBrowser } from "./browser.js";
import { Steps } from "./steps.js";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

/** Projects of Vitest that `npm test` runs; `npm run test:full` runs all of them, with every sampled case. */
const QUICK = ["unit", "reference", "browser"];

const isFull = process.argv[2] === "--full";
const args = process.argv.slice(isFull ? 3 : 2);
const steps = new Steps();

function browserPath(): string | null {
  try {
    return findBrowser();
  } catch {
    return null;
  }
}

await steps.step("types: tsc -b", ["node_modules/typescript/bin/tsc", "-b"]);
await steps.step("pages: check-pages", ["--import", "tsx", "tools/check-pages.ts"]);
await steps.step("style: biome ci .", ["node_modules/@biomejs/biome/bin/biome", "ci", "."]);

// Only a missing browser counts, as a failure.
if (browserPath() === null && (await steps.run("browser", ["--import", "tsx", "tools/browser.ts"])) !== 0) {
  steps.counts.failed++;
}

const browser = browserPath();
await steps.vitest(
  "tests: vitest run",
  [...(isFull || args.includes("--project") ? [] : QUICK.flatMap((name) => ["--project", name])), ...args],
  { ...(browser === null ? {} : { CHROMIUM_PATH: browser }), ...(isFull ? { FULL: "1" } : {}) },
);
steps.end();
