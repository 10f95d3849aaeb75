import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { build, type Metafile, type PluginBuild } from "esbuild";
import { digest, filesBelow } from "./files.js";
import {
  attribute,
  elements,
  type HtmlDocument,
  type HtmlElement,
  headElement,
  html,
  remove,
  setAttribute,
  textOf,
} from "./html.js";
import { DOWNLOADS } from "./paths.js";
import { fillPlaces } from "./places.js";
import { readSite } from "./read-site.js";

const SCRIPTS = "_scripts";

/**
 * Post-processes Framework's output: scripts bundled into few files, fonts as files, downloads at stable addresses,
 * page language, a zoomable viewport, and a content security policy that allows only this site.
 */
export async function finishSite(folder: string): Promise<void> {
  const pages = filesBelow(folder).filter((path) => path.endsWith(".html"));
  const documents = new Map(pages.map((path) => [path, html.parse(readFileSync(path, "utf8"))]));
  for (const [path, document] of documents)
    fillPlaces(document, `/${relative(folder, path).replace(/\.html$/, "")}`, readSite());
  fontsAsFiles(folder);
  const scripts = await gatherScripts(folder, documents);
  cpSync(DOWNLOADS, join(folder, "downloads"), { recursive: true });
  for (const [path, document] of documents) {
    head(document, path, folder, scripts.get(path) ?? null);
    writeFileSync(path, html.serialize(document));
  }
}

/** A page's bundled script: its file, statically imported chunks, and whether it needs `unsafe-eval`. */
interface Script {
  readonly file: string;
  readonly preload: readonly string[];
  readonly evaluates: boolean;
}

/** Bundles the inline modules of all pages together, so that shared code is loaded once. */
async function gatherScripts(
  folder: string,
  documents: ReadonlyMap<string, HtmlDocument>,
): Promise<ReadonlyMap<string, Script>> {
  const entries = new Map<string, string>();
  for (const [path, document] of documents) {
    const inline = [...elements(document)].filter(
      (e) => e.tagName === "script" && attribute(e, "src") === null,
    );
    // File times are the only difference between two builds of the same inputs.
    const code = inline.map((e) => textOf(e).replace(/"lastModified":\d+,?/g, "")).join("\n");
    for (const element of inline) remove(element);
    for (const element of elements(document)) {
      if (element.tagName === "link" && attribute(element, "rel") === "modulepreload") remove(element);
    }
    if (!/\bdefine\(/.test(code)) continue;
    const entry = path.replace(/\.html$/, ".entry.js");
    writeFileSync(entry, importAtOnce(code));
    entries.set(path, entry);
  }
  const workers = new Set<string>();
  const result =
    entries.size === 0
      ? null
      : await build({
          entryPoints: [...entries.values()],
          outdir: join(folder, SCRIPTS),
          outbase: folder,
          entryNames: "[dir]/[name]-[hash]",
          chunkNames: "shared-[hash]",
          splitting: true,
          ...BUNDLE_OPTIONS,
          plugins: [
            { name: "offered libraries", setup: keepOptionalLibraries },
            { name: "workers", setup: (bundler) => nameWorkers(bundler, workers) },
          ],
        });
  await addWorkers(folder, workers);
  const scripts = new Map<string, Script>();
  for (const [path, entry] of entries) {
    const found = Object.entries(result?.metafile.outputs ?? {}).find(
      ([, output]) => output.entryPoint === entry,
    );
    if (found === undefined) throw new Error(`${path} has no script`);
    scripts.set(path, script(found[0], result?.metafile as Metafile));
  }
  for (const path of filesBelow(folder)) {
    if (/\.m?js$/.test(path) && !path.startsWith(join(folder, SCRIPTS))) rmSync(path);
  }
  return scripts;
}

/**
 * Turns the dynamic imports of a page's blocks, which run at once anyway, into static ones, so that shared modules
 * are bundled into few files instead of one each.
 */
function importAtOnce(code: string): string {
  const names = new Map<string, string>();
  const body = code.replace(/\bimport\("(\.[^"]+)"\)/g, (_, path: string) => {
    const name = names.get(path) ?? `page_module_${names.size}`;
    names.set(path, name);
    return `Promise.resolve(${name})`;
  });
  return (
    [...names].map(([path, name]) => `import * as ${name} from ${JSON.stringify(path)};\n`).join("") + body
  );
}

/** Framework's client lists optional libraries, which no page uses and the site lacks. */
function keepOptionalLibraries(bundler: PluginBuild) {
  bundler.onResolve({ filter: /\/_npm\/|\/stdlib\// }, ({ path, kind }) =>
    kind === "dynamic-import" ? { path, external: true } : null,
  );
}

/** Placeholder for a worker's path until the files of the worker and of its script are known. */
const WORKER = /site-worker:([^"'`]+)/g;

/**
 * Scripts start workers at `import.meta.resolve("./x.js")`, relative to Framework's location. Bundled scripts move,
 * so workers get placeholders until all files are known.
 */
function nameWorkers(bundler: PluginBuild, workers: Set<string>) {
  bundler.onLoad({ filter: /[\\/]_import[\\/].*\.js$/ }, ({ path }) => {
    const text = readFileSync(path, "utf8");
    if (!text.includes("import.meta.resolve(")) return null;
    const contents = text.replace(/import\.meta\.resolve\("(\.[^"]+)"\)/g, (_, specifier: string) => {
      const worker = relative("", join(dirname(path), specifier));
      workers.add(worker);
      return `new URL(${JSON.stringify(`site-worker:${worker}`)}, import.meta.url).href`;
    });
    return { contents, loader: "js" };
  });
}

/** Bundler options for pages and workers. */
const BUNDLE_OPTIONS = {
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  metafile: true,
  legalComments: "none",
  logLevel: "error",
} as const;

/** Bundles each worker into one file and inserts its path where it is started. */
async function addWorkers(folder: string, workers: ReadonlySet<string>): Promise<void> {
  if (workers.size === 0) return;
  const { metafile } = await build({
    entryPoints: [...workers],
    outdir: join(folder, SCRIPTS),
    entryNames: "[name]",
    ...BUNDLE_OPTIONS,
  });
  const files = new Map(
    Object.entries(metafile.outputs).map(([file, { entryPoint = "" }]) => [resolve(entryPoint), file]),
  );
  for (const path of filesBelow(join(folder, SCRIPTS))) {
    const text = readFileSync(path, "utf8");
    const filled = text.replace(WORKER, (_, worker: string) =>
      relative(dirname(path), files.get(resolve(worker)) ?? "").replace(/^(?!\.)/, "./"),
    );
    if (filled !== text) writeFileSync(path, filled);
  }
}

/** A page's script with its static chunks. Dynamic imports stay dynamic. */
function script(file: string, { outputs }: Metafile): Script {
  const preload = new Set<string>();
  const visit = (name: string) => {
    for (const { path, kind, external } of outputs[name]?.imports ?? []) {
      if (kind !== "import-statement" || external || preload.has(path)) continue;
      preload.add(path);
      visit(path);
    }
  };
  visit(file);
  const modules = [file, ...preload].flatMap((name) => Object.keys(outputs[name]?.inputs ?? {}));
  return { file, preload: [...preload], evaluates: modules.some((name) => name.includes("/arquero@")) };
}

/** Moves the fonts from the stylesheets back to files. */
function fontsAsFiles(folder: string): void {
  for (const path of filesBelow(folder).filter((name) => name.endsWith(".css"))) {
    const css = readFileSync(path, "utf8").replace(
      /url\("?data:font\/woff2;base64,([A-Za-z0-9+/=]+)"?\)/g,
      (_, base64: string) => {
        const bytes = Buffer.from(base64, "base64");
        const file = join(folder, "_fonts", `${digest(bytes).slice(0, 12)}.woff2`);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, bytes);
        return `url("${relative(dirname(path), file)}")`;
      },
    );
    writeFileSync(path, css);
  }
}

function head(document: HtmlDocument, path: string, folder: string, found: Script | null): void {
  const all = [...elements(document)];
  const top = all.find((e) => e.tagName === "head") as HtmlElement;
  const from = (file: string) => relative(dirname(path), file).replace(/^(?!\.)/, "./");
  setAttribute(all.find((e) => e.tagName === "html") as HtmlElement, "lang", "en-GB");
  for (const element of all) {
    // Scrollable code must be keyboard accessible.
    if (element.tagName === "pre") setAttribute(element, "tabindex", "0");
    if (element.tagName !== "meta") continue;
    if (attribute(element, "name") === "viewport")
      setAttribute(element, "content", "width=device-width, initial-scale=1");
    if (attribute(element, "name") === "generator") remove(element);
  }
  const standfirst = all.find((e) => attribute(e, "class") === "standfirst");
  if (standfirst !== undefined) {
    html.tree.appendChild(
      top,
      headElement("meta", { name: "description", content: textOf(standfirst).trim() }),
    );
  }
  const styles = all
    .filter((e) => e.tagName === "style")
    .map((e) => createHash("sha256").update(textOf(e)).digest("base64"));
  const policy = [
    "default-src 'none'",
    `script-src 'self'${found?.evaluates ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${styles.map((hash) => ` 'sha256-${hash}'`).join("")}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const policyElement = headElement("meta", {
    "http-equiv": "Content-Security-Policy",
    content: policy.join("; "),
  });
  const charset = top.childNodes.find((n) => "tagName" in n && n.tagName === "meta");
  const next = top.childNodes[charset === undefined ? 0 : top.childNodes.indexOf(charset) + 1];
  if (next === undefined) html.tree.appendChild(top, policyElement);
  else html.tree.insertBefore(top, policyElement, next);
  for (const font of filesBelow(join(folder, "_fonts"))) {
    html.tree.appendChild(
      top,
      headElement("link", {
        rel: "preload",
        href: from(font),
        as: "font",
        type: "font/woff2",
        crossorigin: "",
      }),
    );
  }
  if (found === null) return;
  for (const file of found.preload)
    html.tree.appendChild(top, headElement("link", { rel: "modulepreload", href: from(file) }));
  html.tree.appendChild(top, headElement("script", { type: "module", src: from(found.file) }));
}
