// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code to be read, as text

import { expect, test } from "vitest";
import { lintModule, lintPage } from "../../../tools/lint-pages.js";
import { formatProblem } from "../../../tools/source-problem.js";

const page = (source: string) => lintPage("src/a.md", source).map(formatProblem);
const block = (code: string) => page(`# Title\n\n\`\`\`ts\n${code}\n\`\`\`\n`);
const module = (source: string) => lintModule("src/a.ts", source).map(formatProblem);

test("packages, modules that end in .js and files read as bytes, text or address are accepted", () => {
  const code = [
    'import * as Plot from "@observablehq/plot";',
    'import { a } from "./components/a.js";',
    'const bytes = await FileAttachment("data/a.arrow").arrayBuffer();',
    'const text = await FileAttachment("data/a (1).csv")',
    "  .text();",
  ].join("\n");
  expect(block(code)).toEqual([]);
});

test.each([
  "npm:d3",
  "jsr:@a/b",
  "https://example.org/a.js",
  "http://example.org/a.js",
  "//example.org/a.js",
])("an import of %s is refused in pages and modules", (specifier) => {
  const message = `import of "${specifier}" from the network; expected a package in node_modules`;
  expect(block(`import a from "${specifier}";`)).toEqual([`src/a.md:4:15: ${message}`]);
  expect(module(`import a from "${specifier}";`)).toEqual([`src/a.ts:1:15: ${message}`]);
});

test.each([
  ['import "npm:a";', 8],
  ["import 'npm:a';", 8],
  ['await import("npm:a");', 14],
  ['export { a } from "npm:a";', 19],
  ['import.meta.resolve("npm:a");', 21],
  ['import {\n  a\n} from "npm:a";', 8],
])("%s is an import", (code, column) => {
  expect(module(code)).toEqual([
    expect.stringMatching(new RegExp(`^src/a.ts:[13]:${column}: import of "npm:a" from the network; `)),
  ]);
});

test("an import that ends in .ts is refused", () => {
  expect(block('import { a } from "./a.ts";')).toEqual([
    'src/a.md:4:19: import of "./a.ts"; expected "./a.js"',
  ]);
  expect(module('import type { A } from "./a.tsx";')).toEqual([
    'src/a.ts:1:24: import of "./a.tsx"; expected "./a.js"',
  ]);
});

test("comments, strings and prose are not imports", () => {
  expect(module('// import "npm:a"\nconst a = \'import "npm:a"\';\nArray.from("npm:a");')).toEqual([]);
  expect(page('Write `import "npm:a"` or import "npm:a".')).toEqual([]);
});

test.each(["csv", "json", "arrow", "parquet", "image"])("FileAttachment(…).%s is refused", (method) => {
  expect(block(`const a = await FileAttachment("a").${method}();`)).toEqual([
    `src/a.md:4:37: FileAttachment(…).${method}; expected .arrayBuffer(), .text() or .url()`,
  ]);
});

test("FileAttachment is read in one chain", () => {
  expect(block('const a = FileAttachment("a");')).toEqual([
    "src/a.md:4:11: FileAttachment(…) without a method; expected .arrayBuffer(), .text() or .url()",
  ]);
});

test("inline expressions are held to the same rules", () => {
  expect(page('text ${FileAttachment("a").csv()}')).toEqual([
    "src/a.md:1:28: FileAttachment(…).csv; expected .arrayBuffer(), .text() or .url()",
  ]);
});

test("FileAttachment is refused in modules, but not in their comments", () => {
  expect(
    module('/** Takes what FileAttachment gives. */\nexport const a = FileAttachment("a").text();'),
  ).toEqual(["src/a.ts:2:18: FileAttachment in a module; expected it in a page, which hands the data on"]);
});

test.each(["js", "jsx", "tsx", "html", "svg", "tex", "sql", "dot", "mermaid"])(
  "a live %s block is refused, a shown one is not",
  (language) => {
    expect(page(`\`\`\`${language}\na\n\`\`\``)).toEqual([
      `src/a.md:1:4: a live "${language}" block; expected "ts", or run=false`,
    ]);
    expect(page(`\`\`\`${language} run=false\na\n\`\`\``)).toEqual([]);
  },
);
