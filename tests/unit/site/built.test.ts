import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { currentSite, recordSite } from "../../../tools/site/built.js";
import { isSiteInput, siteHash } from "../../../tools/site/inputs.js";
import { bundledFiles } from "./bundled-files.js";

const home = process.cwd();
const INPUTS = [
  "data-loaders/raw/a/values.csv",
  "data-loaders/microdata/ces.csv",
  "src/index.md",
  "src/figures/a.ts",
  "src/styles/site.css",
  "tools/site/finish.ts",
  "tools/audit/stopped.ts",
  "observablehq.config.ts",
  "package.json",
  "package-lock.json",
  "results.lock.json",
  "node_modules/.package-lock.json",
];
const PUBLISHED = "data-loaders/microdata/.published.json";
let folder = "";

function begin(): void {
  folder = mkdtempSync(join(tmpdir(), "built-"));
  process.chdir(folder);
  for (const path of [...INPUTS, PUBLISHED, "dist/index.html", "dist/downloads/a.csv"]) write(path, path);
  recordSite({ output: "dist", inputs: siteHash(), conflicts: ["a: b"] });
}
function end(): void {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe("a built site is current", () => {
  beforeEach(begin);
  afterEach(end);

  it("while nothing changes, with what there is to warn of", () => {
    expect(currentSite("dist")?.conflicts).toEqual(["a: b"]);
  });

  it.each([...INPUTS, PUBLISHED, "dist/index.html", "dist/downloads/a.csv"])(
    "no longer when %s is altered; again when it is as it was",
    (path) => {
      write(path, "altered");
      expect(currentSite("dist")).toBeNull();
      write(path, path);
      expect(currentSite("dist")).not.toBeNull();
    },
  );

  it.each([...INPUTS, PUBLISHED, "dist/index.html", "dist/downloads/a.csv"])(
    "no longer when %s is missing",
    (path) => {
      rmSync(path);
      expect(currentSite("dist")).toBeNull();
    },
  );

  it.each(["data-loaders/microdata/more.csv", "src/more.md", "dist/more.html"])(
    "no longer when %s is new",
    (path) => {
      write(path, "new");
      expect(currentSite("dist")).toBeNull();
    },
  );

  it("not in another folder, nor with another environment", () => {
    expect(currentSite("elsewhere")).toBeNull();
    process.env.OBSERVABLE_ORIGIN = "https://example.org";
    try {
      expect(currentSite("dist")).toBeNull();
    } finally {
      delete process.env.OBSERVABLE_ORIGIN;
    }
  });

  it("never before the first build", () => {
    rmSync(".generated", { recursive: true });
    expect(currentSite("dist")).toBeNull();
  });
});

it("every module that a build or a page loads is an input", async () => {
  const files = await bundledFiles(home);
  expect(files).toContain("tools/audit/stopped.ts");
  expect(files).toContain("src/components/annotated-view.ts");
  const missed = (paths: readonly string[]) => paths.filter((path) => !isSiteInput(path));
  expect(missed(files)).toEqual([]);
  expect(missed([...files, "tests/stray.ts", "docs/stray.md"])).toEqual(["tests/stray.ts", "docs/stray.md"]);
});
