import { builtinModules } from "node:module";
import { posix } from "node:path";
import { maskCode } from "./mask-code.js";
import { pageCode } from "./page-code.js";
import { isBlocks, isFigures } from "./source-files.js";

/** A module or page: path from the root, and text. */
export interface SourceFile {
  readonly path: string;
  readonly source: string;
}

const CORE = ["claims", "bounds", "stats", "model"] as const;

/**
 * Allowed imports between parts of the project. A room is the folder of a page, beside it, in findings, methods,
 * review or sources: its modules reason (`room`), draw (`room figures`: `figures.ts` or `figures/`) or build parts of
 * the page (`room blocks`: `blocks.ts`). Rooms do not import each other.
 */
const MAY_IMPORT = {
  model: ["model"],
  stats: ["stats", "model"],
  bounds: ["bounds", "stats", "model"],
  claims: CORE,
  analysis: ["analysis", ...CORE],
  room: ["room", "analysis", ...CORE],
  figures: ["figures", "analysis", ...CORE],
  "room figures": ["room figures", "room", "figures", "analysis", ...CORE],
  components: ["components", "figures", "analysis", ...CORE],
  "room blocks": ["room blocks", "room", "data-loaders", "components", "figures", "analysis", ...CORE],
  pages: ["components", "room figures", "room", "figures", "analysis", ...CORE],
  data: ["data-loaders"],
  "data-loaders": ["data-loaders", "room", "analysis", ...CORE],
  tools: [
    "tools",
    "data-loaders",
    "data",
    "components",
    "room blocks",
    "room figures",
    "room",
    "figures",
    "analysis",
    ...CORE,
  ],
} as const satisfies Record<string, readonly string[]>;

type Part = keyof typeof MAY_IMPORT;

/** Folders of pages, whose subfolders are rooms. */
const ROOMS = ["findings", "methods", "review", "sources"];

/** Parts that run everywhere: no Node, no DOM, no Framework, no Arquero. */
const PURE: readonly Part[] = ["model", "stats", "bounds", "claims"];

/** Parts in which import specifiers must be literals, so that they can be checked. */
const NAMED: readonly Part[] = [
  ...CORE,
  "analysis",
  "room",
  "figures",
  "room figures",
  "components",
  "room blocks",
  "pages",
];

/** Violations of the import rules, as `path: what is wrong`, in file order. */
export function importFaults(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => faultsOf(file).map((fault) => `${file.path}: ${fault}`));
}

/** Import cycles, including type imports, each once as its paths in order. */
export function circles(
  files: readonly SourceFile[],
  nameOf: (path: string) => string | null = (path) => path,
) {
  const graph = new Map<string, Set<string>>();
  for (const file of files) {
    const from = nameOf(file.path);
    if (from === null) continue;
    const to = graph.get(from) ?? new Set();
    graph.set(from, to);
    for (const specifier of importsOf(file)) {
      const target = specifier === null ? null : targetOf(file.path, specifier);
      const name = target === null ? null : nameOf(target);
      if (name !== null && name !== from) to.add(name);
    }
  }
  const found = new Map<string, string[]>();
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): void => {
    const at = path.indexOf(node);
    if (at !== -1) {
      const circle = path.slice(at);
      found.set([...circle].sort().join(" "), circle);
      return;
    }
    if (done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return [...found.values()].map((circle) => circle.join(" -> "));
}

/** The imports of a module or page, static and dynamic; null for a computed specifier. */
export function importsOf({ path, source }: SourceFile): (string | null)[] {
  const code = path.endsWith(".md") ? pageCode(source).code : source;
  const mask = maskCode(code);
  const found = /(?<![.\w$])(?:from\s*(?=["'`])|import\s*(?:\(\s*|(?=["'`])))/g;
  return [...mask.matchAll(found)].map((match) => {
    const quote = match.index + match[0].length;
    const mark = mask.charAt(quote);
    if (!/["'`]/.test(mark)) return null;
    const specifier = code.slice(quote + 1, mask.indexOf(mark, quote + 1));
    return specifier.includes("${") ? null : specifier;
  });
}

function faultsOf(file: SourceFile): string[] {
  const part = partOf(file.path);
  if (part === null) return [];
  if (part === "nowhere") return ["is in no part of src; expected one of the folders that the rules name"];
  const faults = importsOf(file).flatMap((specifier) => {
    const fault = specifier === null ? unnamedFault(part) : importFault(file.path, part, specifier);
    return fault === null ? [] : [fault];
  });
  return PURE.includes(part) ? [...faults, ...globalFaults(part, file.source)] : faults;
}

function unnamedFault(part: Part): string | null {
  return NAMED.includes(part) ? `${part} imports what is no plain string` : null;
}

function importFault(path: string, part: Part, specifier: string): string | null {
  const target = resolve(path, specifier);
  if (target === null) return packageFault(part, specifier);
  const imported = partOf(target);
  const [own, other] = [roomOf(path), roomOf(target)];
  if (own !== null && other !== null && own !== other && part !== "pages")
    return `${own} imports another room, ${target}`;
  if (imported !== null && (MAY_IMPORT[part] as readonly string[]).includes(imported)) return null;
  return `${part} imports ${imported === null || imported === "nowhere" ? "" : `${imported}, `}${target}`;
}

/** Violations by imports of packages, Node modules or Framework modules. */
function packageFault(part: Part, specifier: string): string | null {
  const name = specifier.replace(/^node:/, "");
  const isNode = specifier.startsWith("node:") || builtinModules.includes(name);
  if (part === "data" && !isNode) return `data imports the package ${specifier}`;
  if (!PURE.includes(part)) return null;
  if (isNode) return `${part} imports the Node module ${specifier}`;
  if (specifier.startsWith("observablehq:")) return `${part} imports ${specifier} of Framework`;
  if (specifier === "arquero" || specifier.startsWith("arquero/")) return `${part} imports arquero`;
  return part === "model" ? `model imports the package ${specifier}` : null;
}

function globalFaults(part: Part, source: string): string[] {
  const words = [...maskCode(source).matchAll(/(?<![\w$])(?:document|window)(?![\w$])/g)].map(
    ([word]) => word,
  );
  return [...new Set(words)].map((word) => `${part} names ${word}, which only a browser has`);
}

/** The path of the imported module; null for a package. */
export function targetOf(path: string, specifier: string): string | null {
  return resolve(path, specifier)?.replace(/\.js$/, ".ts") ?? null;
}

/** Resolves a specifier to a path from the root; null for a package. In Framework a leading slash means src. */
function resolve(path: string, specifier: string): string | null {
  if (specifier.startsWith("/")) return posix.join("src", specifier);
  return /^\.\.?(?:\/|$)/.test(specifier) ? posix.join(posix.dirname(path), specifier) : null;
}

/** The room of a module; null for none. */
function roomOf(path: string): string | null {
  const [top, folder = "", name = "", ...rest] = path.split("/");
  if (top !== "src" || !ROOMS.includes(folder) || path.endsWith(".md")) return null;
  return rest.length > 0 ? `src/${folder}/${name}` : `src/${folder}`;
}

/** The part of the project that a path belongs to; null outside the rules, "nowhere" for a stray module. */
function partOf(path: string): Part | "nowhere" | null {
  const [top = "", folder = "", ...rest] = path.split("/");
  if (top === "data-loaders" || top === "tools") return top;
  if (top !== "src") return null;
  if (path.endsWith(".md")) return "pages";
  if (ROOMS.includes(folder)) {
    if (isFigures(path)) return "room figures";
    if (isBlocks(path)) return "room blocks";
    return rest.length > 1 ? "room" : "nowhere";
  }
  return rest.length > 0 && folder !== "pages" && folder in MAY_IMPORT ? (folder as Part) : "nowhere";
}
