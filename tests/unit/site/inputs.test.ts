import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digest } from "../../../tools/site/files.js";
import { inputsHash, isFresh, isInput, readManifest } from "../../../tools/site/inputs.js";
import { MANIFEST_FILE } from "../../../tools/site/paths.js";

const home = process.cwd();
const OUTPUT = "src/downloads/values.csv";
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "inputs-"));
  process.chdir(folder);
  for (const path of [
    "data-loaders/raw/a/values.csv",
    "data-loaders/read/csv.ts",
    "src/stats/z.ts",
    "src/index.md",
    "tools/site/built.ts",
    "package-lock.json",
    OUTPUT,
  ])
    write(path, path);
  write(MANIFEST_FILE, JSON.stringify({ inputs: inputsHash(), outputs: { [OUTPUT]: digest(OUTPUT) } }));
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe("what was made is fresh", () => {
  it("as long as neither inputs nor outputs changed, whatever the times of the files", () => {
    utimesSync("data-loaders/raw/a/values.csv", 2e9, 2e9);
    utimesSync(OUTPUT, 1, 1);
    expect(isFresh(inputsHash())).toBe(true);
  });

  it.each([
    "data-loaders/raw/a/values.csv",
    "data-loaders/read/csv.ts",
    "src/stats/z.ts",
    "tools/site/built.ts",
    "package-lock.json",
  ])("no longer when %s changed, even back in time; again when it is as it was", (path) => {
    write(path, "changed");
    utimesSync(path, 1, 1);
    expect(isFresh(inputsHash())).toBe(false);
    write(path, path);
    expect(isFresh(inputsHash())).toBe(true);
  });

  it("no longer when an input came, went or was renamed", () => {
    write("data-loaders/raw/a/more.csv", "more");
    expect(isFresh(inputsHash())).toBe(false);
    rmSync("data-loaders/raw/a/more.csv");
    expect(isFresh(inputsHash())).toBe(true);
    rmSync("src/stats/z.ts");
    write("src/stats/y.ts", "src/stats/z.ts");
    expect(isFresh(inputsHash())).toBe(false);
  });

  it("no longer when an output was changed by hand or is gone", () => {
    write(OUTPUT, "by hand");
    expect(isFresh(inputsHash())).toBe(false);
    rmSync(OUTPUT);
    expect(isFresh(inputsHash())).toBe(false);
  });

  it("never without a complete run before", () => {
    rmSync(MANIFEST_FILE);
    expect(readManifest()).toBe(null);
    expect(isFresh(inputsHash())).toBe(false);
  });

  it("when a page changed: pages cite numbers and make none", () => {
    write("src/index.md", "other words");
    expect(isFresh(inputsHash())).toBe(true);
  });
});

it.each([
  ["data-loaders/raw/a/values.csv", true],
  ["src/stats/wilson.ts", true],
  ["src/styles/page.css", true],
  ["tools/site/finish.ts", true],
  ["tools/audit/stopped.ts", true],
  ["package-lock.json", true],
  ["observablehq.config.ts", true],
  ["src/index.md", false],
  ["src/downloads/values.csv", false],
  ["src/styles/fonts.css", false],
  ["src/.observablehq/cache/data/values.arrow", false],
  ["src/findings/x.md.check.ts", false],
  ["src/data/x.arrow.123.part", false],
  ["tests/unit/x.test.ts", false],
  ["README.md", false],
])("%s is an input: %s", (path, expected) => {
  expect(isInput(path)).toBe(expected);
});
