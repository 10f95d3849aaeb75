import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { BuildOptions } from "esbuild";
import { entryAt } from "../../src/model/entry-at.js";
import { digest, filesBelow, writeWhole } from "./files.js";
import { CACHE, SOURCE } from "./paths.js";

/** Framework's cache of the packages that pages import. */
const PACKAGES = join(CACHE, "_node");
const SEEDED_FROM = join(PACKAGES, "seeded-from.txt");

const IMPORT =
  /\b(?:(?:import|export)\s(?!type\b)[^;"'`]*?\bfrom\s*|import\s*|import\s*\(\s*|import\.meta\.resolve\(\s*)"((?:@[\w.-]+\/)?[a-z][\w./-]*)"/g;

/** The packages that a module or page imports, with subpaths: `csv-parse/browser/esm/sync`. */
export function packageImports(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => entryAt(match, 1));
}

/**
 * Bundles the packages that pages import into Framework's cache: a second with esbuild, while Framework takes 16 to
 * 29, package by package. Only when an import, a version or the package lock has changed.
 */
export async function seedPackages(): Promise<void> {
  const sources = filesBelow(SOURCE, (path) => path.includes(`${sep}.`)).filter((path) =>
    /\.(ts|md)$/.test(path),
  );
  const names = [...new Set(sources.flatMap((path) => packageImports(readFileSync(path, "utf8"))))].sort();
  const entries = names.flatMap((name) => cachePath(name) ?? []);
  const from = digest(JSON.stringify([entries, readFileSync("package-lock.json", "utf8")]));
  if (entries.every(({ path }) => existsSync(join(PACKAGES, path))) && seededFrom() === from) return;

  const { build } = await import("esbuild");
  const bundle = (of: readonly Cached[], more: BuildOptions) =>
    build({
      // esbuild remembers the folder in which it was loaded.
      absWorkingDir: process.cwd(),
      entryPoints: of.map(({ name, path }) => ({ in: name, out: path.replace(/\.js$/, "") })),
      outdir: PACKAGES,
      write: false,
      bundle: true,
      format: "esm",
      platform: "browser",
      target: ["es2022", "chrome96", "firefox96", "safari16"],
      define: { "process.env.NODE_ENV": '"production"' },
      minify: true,
      logLevel: "error",
      ...more,
    });
  const isScript = ({ path }: Cached) => path.endsWith(".js");
  const bundles = await Promise.all([
    bundle(entries.filter(isScript), { splitting: true, chunkNames: "shared/[hash]" }),
    // Framework copies files with other endings, `pdf.worker.mjs`, as they are: they cannot share chunks.
    bundle(
      entries.filter((entry) => !isScript(entry)),
      {},
    ),
  ]);
  rmSync(PACKAGES, { recursive: true, force: true });
  for (const { path, contents } of bundles.flatMap(({ outputFiles }) => outputFiles ?? []))
    writeWhole(relative("", path).replace(/\.mjs\.js$/, ".mjs"), contents);
  writeFileSync(SEEDED_FROM, from);
}

/** An imported package with its file in the cache. */
interface Cached {
  readonly name: string;
  readonly path: string;
}

function seededFrom(): string | null {
  return existsSync(SEEDED_FROM) ? readFileSync(SEEDED_FROM, "utf8") : null;
}

/** Cache path of a package; null for Node built-ins and packages not installed, which Framework reports. */
function cachePath(specifier: string): Cached | null {
  const [, name = "", inside] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  try {
    const file = createRequire(pathToFileURL(join(SOURCE, "/"))).resolve(specifier);
    if (!file.includes(sep)) return null;
    const path = inside === undefined ? "index.js" : extname(inside) ? inside : `${inside}.js`;
    return { name: specifier, path: `${name}@${versionOf(file)}/${path}` };
  } catch {
    return null;
  }
}

/** The version in the nearest package.json above a file. */
function versionOf(file: string): string {
  let folder = dirname(file);
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return String(
    (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version?: string }).version,
  );
}

/**
 * Libraries that Framework offers under short names. At the first build it asks the network for their newest
 * versions, although no page uses them; a folder with that name answers instead. These are no dependencies.
 */
const OFFERED = [
  "@duckdb/duckdb-wasm",
  "@observablehq/dot",
  "@observablehq/duckdb",
  "@observablehq/inputs",
  "@observablehq/mermaid",
  "@observablehq/plot",
  "@observablehq/runtime",
  "@observablehq/sample-datasets",
  "@observablehq/sqlite",
  "@observablehq/stdlib",
  "@observablehq/tex",
  "@uwdata/vgplot",
  "@viz-js/viz",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "exceljs",
  "htl",
  "jszip",
  "katex",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "mermaid",
  "parquet-wasm",
  "react",
  "react-dom",
  "sql.js",
  "topojson-client",
  "vega",
  "vega-lite",
  "vega-lite-api",
];

/** Makes Framework work offline. */
export function seedVersionAnswers(): void {
  for (const name of OFFERED) {
    const folder = join(CACHE, "_npm", `${name}@0.0.0`);
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  }
}
