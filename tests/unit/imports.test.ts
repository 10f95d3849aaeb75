// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code to be read, as text

import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { projectFiles } from "../../tools/architecture.js";
import { circles, importFaults, importsOf } from "../../tools/imports.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Every module and page of the project that the rules reach. */
const FILES = projectFiles(ROOT);

const faults = (path: string, source: string) => importFaults([{ path, source }]);

describe("the project", () => {
  it("has imports that point one way", () => {
    expect(importFaults(FILES)).toEqual([]);
  });

  it("has no modules that import each other, types included", () => {
    expect(circles(FILES)).toEqual([]);
  });

  it("has loaders whose folders stand in the order of the pipeline", () => {
    const folder = (path: string) => /^(data-loaders\/[^/]+)\//.exec(path)?.[1] ?? null;
    expect(circles(FILES, folder)).toEqual([]);
    const inInterviews = (path: string) => /^(data-loaders\/interviews\/[^/]+)\//.exec(path)?.[1] ?? null;
    expect(circles(FILES, inInterviews)).toEqual([]);
  });

  it("loads DuckDB's native code only when it is run, outside src", () => {
    const loads = /^import (?!type )[^;]*from "@duckdb\//m;
    const named = FILES.filter(({ source }) => source.includes('"@duckdb/node-api"'));
    expect(named.filter(({ path, source }) => path.startsWith("src/") || loads.test(source))).toEqual([]);
    expect(named.map(({ path }) => path)).toContain("data-loaders/interviews/cubes/duckdb.ts");
    expect(loads.test('import { DuckDBInstance } from "@duckdb/node-api";')).toBe(true);
  });

  it("is read: its parts are among the files, with the imports that they are known to have", () => {
    const of = (path: string) => FILES.filter((file) => file.path === path).flatMap(importsOf);
    expect(of("src/stats/published/wilson.ts")).toEqual(["../numeric/check.js", "../numeric/constants.js"]);
    expect(of("src/bounds/cell-ranges.ts")).toEqual(["yalps", "./two-by-two.js"]);
    expect(of("src/methods/intervals/results.ts")).toContain("./coverage.js");
  });
});

describe("circles", () => {
  const file = (path: string, ...imports: string[]) => ({
    path: `src/model/${path}.ts`,
    source: imports.map((name) => `import type { A } from "./${name}.js";`).join("\n"),
  });

  it("are found, once each, wherever they begin", () => {
    expect(circles([file("a", "b"), file("b", "c"), file("c", "b"), file("d", "a", "c")])).toEqual([
      "src/model/b.ts -> src/model/c.ts",
    ]);
    expect(circles([file("a", "b", "c"), file("b", "c"), file("c")])).toEqual([]);
  });

  it("are found between folders whose files have none", () => {
    const files = [
      { path: "src/a/one.ts", source: 'import "../b/one.js";' },
      { path: "src/b/one.ts", source: "" },
      { path: "src/b/two.ts", source: 'import "../a/one.js";' },
    ];
    expect(circles(files)).toEqual([]);
    expect(circles(files, (path) => path.split("/")[1] ?? null)).toEqual(["a -> b"]);
  });
});

describe("the imports of a file", () => {
  it("are static, dynamic, of types, re-exported or for effect", () => {
    const source = [
      'import a, { b } from "a";',
      "import type { C } from './b.js';",
      'import {\n  d,\n} from "./c.js";',
      'export * from "./d.js";',
      'import "./e.js";',
      'const f = await import("./f.js");',
      "const g = await import( `./g.js` );",
      'type H = import("./h.js").H;',
      "import(`./${name}.js`);",
      "import(name);",
    ].join("\n");
    expect(importsOf({ path: "src/figures/a.ts", source })).toEqual([
      ...["a", "./b.js", "./c.js", "./d.js", "./e.js", "./f.js", "./g.js", "./h.js"],
      ...[null, null],
    ]);
  });

  it("do not stand in comments, strings or calls of another name", () => {
    const source = [
      '// import "./a.js";',
      "/* import('./b.js') */",
      "const a = 'import \"./c.js\"';",
      'Array.from("d"); import.meta.resolve; reimport("e");',
    ].join("\n");
    expect(importsOf({ path: "src/figures/a.ts", source })).toEqual([]);
  });

  it("are those of the live blocks and inline expressions of a page", () => {
    const source = [
      'Prose with import "./prose.js".',
      "```ts",
      'import { a } from "./a.js";',
      "```",
      "```ts run=false",
      'import { b } from "./b.js";',
      "```",
      "$" + '{await import("./c.js")}',
    ].join("\n");
    expect(importsOf({ path: "src/index.md", source })).toEqual(["./a.js", "./c.js"]);
  });
});

describe("what is allowed", () => {
  it.each([
    [
      "src/index.md",
      '```ts\nimport { a } from "./components/a.js";\nimport { b } from "./figures/b.js";\n```',
    ],
    [
      "src/findings/a.md",
      '```ts\nimport { a } from "../analysis/a.js";\nimport { b } from "/stats/b.js";\n```',
    ],
    ["src/index.md", '```ts\nimport * as Plot from "@observablehq/plot";\n```'],
    [
      "src/components/a.ts",
      'import "../analysis/a.js"; import "./b.js"; import "observablehq:stdlib"; document.body;',
    ],
    ["src/figures/a/b.ts", 'import "../c.js"; import "../../model/d.js"; import "@observablehq/plot";'],
    ["src/analysis/a.ts", 'import "../claims/a.js"; import "../bounds/b.js"; import "arquero";'],
    [
      "src/claims/a.ts",
      'import "../bounds/a.js"; import "../stats/b.js"; import "../model/c.js"; import "yalps";',
    ],
    ["src/bounds/a.ts", 'import "../stats/a.js"; import "yalps";'],
    ["src/findings/one/a.ts", 'import "./b/c.js"; import "../../analysis/d.js"; import "arquero";'],
    [
      "src/findings/one/figures/a.ts",
      'import "../b.js"; import "./c.js"; import "../../../figures/d.js"; import "../../../model/e.js";',
    ],
    [
      "src/sources/blocks.ts",
      'import "../../data-loaders/read/a.js"; import "../components/b.js"; import "../model/c.js";',
    ],
    ["src/stats/a.ts", 'import "../model/a.js"; // the document and its window\nconst windowed = "window";'],
    [
      "src/data/a.arrow.ts",
      'import { b } from "../../data-loaders/tables/b.js"; import { parseArgs } from "node:util";',
    ],
    [
      "data-loaders/a.ts",
      'import "../src/analysis/a.js"; import "./read/b.js"; import "node:fs"; import "arquero";',
    ],
    [
      "tools/a.ts",
      'import "../src/figures/a.js"; import "../data-loaders/b.js"; import "./c.js"; await import(path);',
    ],
    ["tests/unit/a.test.ts", 'import "../../src/index.md";'],
  ])("%s: %s", (path, source) => {
    expect(faults(path, source)).toEqual([]);
  });
});

describe("a planted fault is found", () => {
  it.each([
    // Each part imports something to its left, or beside it.
    [
      "src/figures/a.ts",
      'import type { B } from "../components/b.js";',
      "figures imports components, src/components/b.js",
    ],
    [
      "src/figures/a/b.ts",
      'import "../../components/c.js";',
      "figures imports components, src/components/c.js",
    ],
    ["src/analysis/a.ts", 'export * from "../figures/b.js";', "analysis imports figures, src/figures/b.js"],
    ["src/analysis/a.ts", 'import "../components/b.js";', "analysis imports components, src/components/b.js"],
    ["src/claims/a.ts", 'import "../analysis/b.js";', "claims imports analysis, src/analysis/b.js"],
    ["src/bounds/a.ts", 'import "../claims/b.js";', "bounds imports claims, src/claims/b.js"],
    ["src/stats/a.ts", 'await import("../bounds/b.js");', "stats imports bounds, src/bounds/b.js"],
    ["src/model/a.ts", 'import "../stats/b.js";', "model imports stats, src/stats/b.js"],
    ["src/figures/a.ts", 'import "../index.md";', "figures imports pages, src/index.md"],
    ["src/figures/a.ts", 'import "../../tools/b.js";', "figures imports tools, tools/b.js"],
    ["src/figures/a.ts", 'import "../../tests/b.js";', "figures imports tests/b.js"],
    ["src/figures/a.ts", 'import "../data/b.js";', "figures imports data, src/data/b.js"],
    // Only src/data imports data-loaders, and nothing else.
    [
      "src/figures/a.ts",
      'import "../../data-loaders/b.js";',
      "figures imports data-loaders, data-loaders/b.js",
    ],
    [
      "src/analysis/a.ts",
      'import "../../data-loaders/b.js";',
      "analysis imports data-loaders, data-loaders/b.js",
    ],
    ["src/data/a.ts", 'import "../analysis/b.js";', "data imports analysis, src/analysis/b.js"],
    ["src/data/a.ts", 'import "./b.js";', "data imports data, src/data/b.js"],
    ["src/data/a.ts", 'import "arquero";', "data imports the package arquero"],
    // Loaders import nothing that is shown; tools no pages.
    ["data-loaders/a.ts", 'import "../src/figures/b.js";', "data-loaders imports figures, src/figures/b.js"],
    [
      "data-loaders/a.ts",
      'import "../src/components/b.js";',
      "data-loaders imports components, src/components/b.js",
    ],
    ["data-loaders/a.ts", 'import "../tools/b.js";', "data-loaders imports tools, tools/b.js"],
    ["tools/a.ts", 'import "../src/index.md";', "tools imports pages, src/index.md"],
    // What runs everywhere needs neither Node, Framework, the DOM nor Arquero.
    ["src/model/a.ts", 'import "valibot";', "model imports the package valibot"],
    ["src/model/a.ts", 'import "node:path";', "model imports the Node module node:path"],
    ["src/stats/a.ts", 'import "node:fs";', "stats imports the Node module node:fs"],
    ["src/bounds/a.ts", 'import "fs/promises";', "bounds imports the Node module fs/promises"],
    ["src/claims/a.ts", 'import "observablehq:stdlib";', "claims imports observablehq:stdlib of Framework"],
    ["src/stats/a.ts", 'import { table } from "arquero";', "stats imports arquero"],
    ["src/bounds/a.ts", "const a = document.title;", "bounds names document, which only a browser has"],
    ["src/claims/a.ts", "globalThis.window.open();", "claims names window, which only a browser has"],
    ["src/model/a.ts", "if (window) window.close();", "model names window, which only a browser has"],
    // What cannot be checked.
    ["src/figures/a.ts", "await import(name);", "figures imports what is no plain string"],
    // A room knows no other, its reasoning no chart, its figures no loader.
    [
      "src/findings/one/a.ts",
      'import "../two/b.js";',
      "src/findings/one imports another room, src/findings/two/b.js",
    ],
    [
      "src/findings/one/a.ts",
      'import "../../methods/two/b.js";',
      "src/findings/one imports another room, src/methods/two/b.js",
    ],
    [
      "src/findings/one/a.ts",
      'import "./figures/b.js";',
      "room imports room figures, src/findings/one/figures/b.js",
    ],
    [
      "src/findings/one/a.ts",
      'import "./figures.js";',
      "room imports room figures, src/findings/one/figures.js",
    ],
    [
      "src/findings/one/a.ts",
      'import "./blocks.js";',
      "room imports room blocks, src/findings/one/blocks.js",
    ],
    [
      "src/findings/one/figures/a.ts",
      'import "../blocks.js";',
      "room figures imports room blocks, src/findings/one/blocks.js",
    ],
    [
      "src/findings/one/figures/a.ts",
      'import "../../../components/b.js";',
      "room figures imports components, src/components/b.js",
    ],
    [
      "src/findings/one/figures.ts",
      'import "../../../data-loaders/b.js";',
      "room figures imports data-loaders, data-loaders/b.js",
    ],
    ["src/figures/a.ts", 'import "../findings/one/b.js";', "figures imports room, src/findings/one/b.js"],
    ["src/analysis/a.ts", 'import "../findings/one/b.js";', "analysis imports room, src/findings/one/b.js"],
    [
      "data-loaders/a.ts",
      'import "../src/findings/one/figures/b.js";',
      "data-loaders imports room figures, src/findings/one/figures/b.js",
    ],
    ["src/findings/a.ts", "", "is in no part of src; expected one of the folders that the rules name"],
    ["src/helpers/a.ts", "", "is in no part of src; expected one of the folders that the rules name"],
    ["src/a.ts", "", "is in no part of src; expected one of the folders that the rules name"],
    ["src/pages/a.ts", "", "is in no part of src; expected one of the folders that the rules name"],
  ])("%s: %s", (path, source, fault) => {
    expect(faults(path, source)).toEqual([`${path}: ${fault}`]);
  });

  it.each([
    ['import "./data/a.js";', "pages imports data, src/data/a.js"],
    ['import "../data-loaders/a.js";', "pages imports data-loaders, data-loaders/a.js"],
    ['import "/data/a.js";', "pages imports data, src/data/a.js"],
    ['import "./other.md";', "pages imports pages, src/other.md"],
    ['import "./helper.js";', "pages imports src/helper.js"],
  ])("src/index.md: %s", (code, fault) => {
    expect(faults("src/index.md", `# Title\n\n\`\`\`ts\n${code}\n\`\`\`\n`)).toEqual([
      `src/index.md: ${fault}`,
    ]);
  });

  it("in every file, in order", () => {
    const files = [
      { path: "src/stats/a.ts", source: 'import "arquero"; import "node:fs";' },
      { path: "src/model/a.ts", source: 'import "../stats/a.js";' },
    ];
    expect(importFaults(Object.freeze(files))).toHaveLength(3);
  });
});
