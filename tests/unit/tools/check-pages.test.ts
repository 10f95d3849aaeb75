// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code to be read, as text

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkPages } from "../../../tools/check-pages.js";
import { formatProblem } from "../../../tools/source-problem.js";

const rootConfig = fileURLToPath(new URL("../../../tsconfig.json", import.meta.url));
let root = "";

function write(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

const check = async () => (await checkPages(root)).map(formatProblem);
const page = (...lines: string[]) => lines.join("\n");

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "check-pages-"));
  write({
    "package.json": '{"type": "module"}',
    "tsconfig.json": JSON.stringify({ extends: rootConfig, include: ["src"] }),
    "src/components/double.ts": "export const double = (x: number): number => 2 * x;\n",
  });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("check-pages", () => {
  test("blocks and expressions of a page share names; pages do not; nothing stays behind", async () => {
    const source = page(
      "# One",
      "```ts",
      'import { double } from "../components/double.js";',
      "const four = double(2);",
      "```",
      "Twice two is ${four.toFixed(0)}.",
      "```ts echo",
      'const bytes = await FileAttachment("a.arrow").arrayBuffer();',
      "display(double(four) + bytes.byteLength)",
      "```",
      "```ts",
      "[four].map(double)",
      "```",
      "```ts run=false",
      "undefinedName();",
      "```",
    );
    write({ "src/a/one.md": source, "src/a/two.md": source, "src/a/three.md.check.ts": "left behind" });
    expect(await check()).toEqual([]);
    expect(readdirSync(join(root, "src/a"))).toEqual(["one.md", "two.md"]);
    expect(readdirSync(join(root, ".generated"))).toEqual([]);
  });

  test("errors are at the page's own line and column", async () => {
    write({
      "src/a/one.md": page(
        "---",
        "title: One",
        "---",
        "",
        "```ts",
        'import { double } from "../components/double.js";',
        "",
        '  double("2");',
        "```",
        "",
        "Text ${double(false)}.",
      ),
    });
    expect(await check()).toEqual([
      "src/a/one.md:8:10: TS2345: Argument of type 'string' is not assignable to parameter of type 'number'.",
      "src/a/one.md:11:15: TS2345: Argument of type 'boolean' is not assignable to parameter of type 'number'.",
    ]);
    expect(readdirSync(join(root, "src/a"))).toEqual(["one.md"]);
  });

  test("the names that Framework would load from the network are unknown", async () => {
    const names = ["Plot", "d3", "aq", "Inputs", "html", "svg", "tex", "sql"];
    write({ "src/one.md": page("```ts", ...names.map((name) => `display(${name});`), "```") });
    expect(await check()).toEqual(
      names.map((name, index) =>
        expect.stringMatching(
          new RegExp(
            `^src/one\\.md:${index + 2}:9: TS\\d+: .*'${name}'.* Expected an import from node_modules\\.$`,
          ),
        ),
      ),
    );
  });

  test("what the lint refuses is reported once", async () => {
    write({
      "src/one.md": page("```ts", 'import * as d3 from "npm:d3";', "display(d3);", "```"),
      "src/components/file.ts": 'export const a = FileAttachment("a");\n',
      "src/data/loader.ts": 'import "./other.ts";\n',
    });
    expect(await check()).toEqual([
      "src/components/file.ts:1:18: FileAttachment in a module; expected it in a page, which hands the data on",
      'src/one.md:2:21: import of "npm:d3" from the network; expected a package in node_modules',
    ]);
  });

  test("a name that is declared and never read is an error, unless an expression reads it", async () => {
    write({ "src/one.md": page("```ts", "const used = 1;", "const unused = 2;", "```", "${used}") });
    expect(await check()).toEqual([
      "src/one.md:3:7: TS6133: 'unused' is declared but its value is never read.",
    ]);
  });

  test("a project without pages is fine", async () => {
    expect(await check()).toEqual([]);
  });
});
