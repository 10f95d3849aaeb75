import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findBrowser } from "../../../tools/browser.js";

let first = "";
let second = "";

function command(folder: string, name: string, mode = 0o755): string {
  const path = join(folder, name);
  writeFileSync(path, "");
  chmodSync(path, mode);
  return path;
}

const find = (env: NodeJS.ProcessEnv = {}, bundled = "") =>
  findBrowser({ env: { PATH: [first, second].join(delimiter), ...env }, bundled: () => bundled });

beforeEach(() => {
  first = mkdtempSync(join(tmpdir(), "first-"));
  second = mkdtempSync(join(tmpdir(), "second-"));
});

afterEach(() => {
  for (const folder of [first, second]) rmSync(folder, { recursive: true, force: true });
});

test("CHROMIUM_PATH comes before all others", () => {
  command(first, "google-chrome");
  const own = command(second, "own", 0o644);
  expect(find({ CHROMIUM_PATH: own })).toBe(own);
});

test("a CHROMIUM_PATH that does not exist is an error", () => {
  command(first, "chromium");
  const missing = join(first, "missing");
  expect(() => find({ CHROMIUM_PATH: missing })).toThrow(
    `CHROMIUM_PATH is "${missing}", which does not exist.`,
  );
});

test("on the PATH the name decides before the folder, and the PATH before Playwright's own", () => {
  const bundled = command(second, "bundled");
  const found: (string | null)[] = [find({}, bundled)];
  const commands = ["chromium-browser", "chromium", "google-chrome-stable", "google-chrome"];
  const paths = commands.map((name, index) => {
    const path = command(index % 2 === 0 ? first : second, name);
    found.push(find({}, bundled));
    return path;
  });
  expect(found).toEqual([bundled, ...paths]);
});

test("of one name the first folder counts", () => {
  const expected = command(first, "chromium");
  command(second, "chromium");
  expect(find()).toBe(expected);
});

test("a file that cannot be run is passed over", () => {
  command(first, "chromium", 0o644);
  expect(find()).toBeNull();
});

test("without any browser there is none", () => {
  expect(find({}, join(first, "missing"))).toBeNull();
  expect(find({ PATH: "", CHROMIUM_PATH: "" })).toBeNull();
});
