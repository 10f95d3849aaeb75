import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { changedFiles, defaultStart } from "./git.js";
import { testFiles } from "./quick-tests.js";
import { Steps } from "./steps.js";

// The checks of `npm test` that take less than a minute.

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

/** Files for Biome: those changed since the default start, or all if git cannot tell. */
function filesToStyle(): readonly string[] {
  const start = defaultStart(".");
  if (start === null) return ["."];
  return [...changedFiles(".", start)].filter((file) => existsSync(file));
}

const steps = new Steps(true);
await steps.step("types", ["node_modules/typescript/bin/tsc", "-b"]);
const files = filesToStyle();
const biome = ["node_modules/@biomejs/biome/bin/biome", "check", "--no-errors-on-unmatched"];
if (files.length > 0)
  await steps.step(files[0] === "." ? "style of all files" : `style of ${files.length} changed files`, [
    ...biome,
    ...files,
  ]);
await steps.step("pages and prose", ["--import", "tsx", "tools/check-pages.ts"]);
const { quick, slow } = await testFiles(".");
await steps.vitest(`${quick.length} quick test files; npm test has ${slow.length} more, and the browser's`, [
  "--project",
  "unit",
  ...quick,
]);
steps.end();
