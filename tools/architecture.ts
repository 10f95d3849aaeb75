import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { circles, importsOf, type SourceFile, targetOf } from "./imports.js";
import { writeWhole } from "./site/files.js";
import { isBlocks, isFigures } from "./source-files.js";

export const ARCHITECTURE = "docs/architecture.md";

/** Boxes of the diagram, each with a test for its paths; the first match wins. */
const BOXES: readonly (readonly [id: string, label: string, is: (path: string) => boolean])[] = [
  ["read", "data-loaders/read", (p) => p.startsWith("data-loaders/read/")],
  ["codebooks", "data-loaders/codebooks", (p) => p.startsWith("data-loaders/codebooks/")],
  ["interviews", "data-loaders/interviews", (p) => p.startsWith("data-loaders/interviews/")],
  ["ledger", "data-loaders/ledger", (p) => p.startsWith("data-loaders/ledger/")],
  ["madeup", "data-loaders/made-up", (p) => p.startsWith("data-loaders/made-up/")],
  ["tables", "data-loaders/tables", (p) => p.startsWith("data-loaders/tables/")],
  ["audit", "data-loaders/audit", (p) => p.startsWith("data-loaders/audit/")],
  ["model", "src/model", (p) => p.startsWith("src/model/")],
  ["stats", "src/stats", (p) => p.startsWith("src/stats/")],
  ["bounds", "src/bounds", (p) => p.startsWith("src/bounds/")],
  ["claims", "src/claims", (p) => p.startsWith("src/claims/")],
  ["analysis", "src/analysis", (p) => p.startsWith("src/analysis/")],
  ["figures", "src/figures", (p) => p.startsWith("src/figures/")],
  ["components", "src/components", (p) => p.startsWith("src/components/")],
  ["pages", "pages: src/**.md", (p) => p.startsWith("src/") && p.endsWith(".md")],
  ["roomfigures", "figures beside a page", (p) => p.startsWith("src/") && isFigures(p)],
  ["roomblocks", "blocks beside a page", (p) => p.startsWith("src/") && isBlocks(p)],
  ["room", "facts, rows, results, tables beside a page", (p) => /^src\/(findings|methods|review)\//.test(p)],
  ["site", "tools/site", (p) => p.startsWith("tools/site")],
];

const boxOf = (path: string) => BOXES.find(([, , is]) => is(path))?.[0] ?? null;

/** Reads every module and page that belongs to a box. */
export function projectFiles(root: string): SourceFile[] {
  return ["src", "data-loaders", "tools"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((file) => `${folder}/${file.split(sep).join("/")}`)
      // Excludes the files of check-pages and Framework's cache.
      .filter((path) => /\.ts$|^src\/.*\.md$/.test(path) && !/\.md\.check\.ts$|\/\.observablehq\//.test(path))
      .sort()
      .map((path) => ({ path, source: readFileSync(join(root, path), "utf8") })),
  );
}

/** The diagram as Mermaid: an arrow from what is imported to what imports it, without transitive arrows. */
export function flow(files: readonly SourceFile[]): string {
  const edges = new Map<string, Set<string>>(BOXES.map(([id]) => [id, new Set()]));
  for (const file of files) {
    const to = boxOf(file.path);
    if (to === null) continue;
    for (const specifier of importsOf(file)) {
      const target = specifier === null ? null : targetOf(file.path, specifier);
      const from = target === null ? null : boxOf(target);
      if (from !== null && from !== to) edges.get(from)?.add(to);
    }
  }
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(edges.get(from) ?? [])].some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, to, seen);
    });
  const lines = BOXES.flatMap(([from]) =>
    [...(edges.get(from) ?? [])]
      .filter((to) => ![...(edges.get(from) ?? [])].some((other) => other !== to && reaches(other, to)))
      .map((to) => `  ${from} --> ${to}`),
  );
  return [
    "flowchart LR",
    '  raw[("data-loaders/raw: CSV")] --> read',
    ...BOXES.map(([id, label]) => `  ${id}["${label}"]`),
    ...lines,
  ].join("\n");
}

/**
 * The page with an updated diagram between the marks.
 *
 * @throws Error if the marks are missing or folders import each other
 */
export function withFlow(page: string, files: readonly SourceFile[]): string {
  const circle = circles(files, boxOf);
  if (circle.length > 0) throw new Error(`parts import each other: ${circle.join("; ")}`);
  const marks = /(<!-- flow -->\n)[\s\S]*?(<!-- end of flow -->)/;
  if (!marks.test(page)) throw new Error(`${ARCHITECTURE} has no <!-- flow --> … <!-- end of flow -->`);
  return page.replace(marks, `$1\n\`\`\`mermaid\n${flow(files)}\n\`\`\`\n\n$2`);
}

if (process.argv[1]?.endsWith("architecture.ts"))
  writeWhole(ARCHITECTURE, withFlow(readFileSync(ARCHITECTURE, "utf8"), projectFiles(process.cwd())));
