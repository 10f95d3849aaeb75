import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { LOCK_FILE } from "../../data-loaders/audit/lock.js";
import { digest, digestFiles, filesBelow } from "./files.js";
import { DOWNLOADS, FONTS_FILE, MANIFEST_FILE, RAW, SOURCE } from "./paths.js";

/** Folders of inputs of tables, results, figures and pages. */
export const WATCHED = ["data-loaders", SOURCE, "tools"] as const;

/** Inputs outside those folders. */
const ALONE = ["observablehq.config.ts", "package-lock.json", "package.json", "tsconfig.json", LOCK_FILE];

const MICRODATA = "data-loaders/microdata";

/** Data folders, which contain no code: publications and interviews. */
const DATA = [RAW, MICRODATA];

/** Lists the installed packages. */
const INSTALLED = "node_modules/.package-lock.json";

const skipped = (path: string) =>
  path === DOWNLOADS ||
  path === FONTS_FILE ||
  basename(path).startsWith(".") ||
  path.endsWith(".part") ||
  path.endsWith(".md.check.ts");

/** Whether a file is an input of the site. */
export function isSiteInput(path: string): boolean {
  if (ALONE.includes(path) || path === INSTALLED) return true;
  const parents = path.split("/").map((_, i, parts) => parts.slice(0, i + 1).join("/"));
  return WATCHED.some((folder) => path.startsWith(`${folder}/`)) && !parents.some(skipped);
}

/** Whether a file is an input of a table, result or figure. Pages only cite them. */
export function isInput(path: string): boolean {
  return isSiteInput(path) && !path.endsWith(".md") && path !== INSTALLED;
}

/** Hash of the inputs of tables, results and figures: data and code. */
export function inputsHash(): string {
  return digestFiles(inputFiles().filter(isInput));
}

/**
 * Hash of the inputs of the built site: those of tables, the pages, installed packages, and the environment variables
 * used.
 */
export function siteHash(): string {
  const environment = Object.entries(process.env).filter(([name]) => name.startsWith("OBSERVABLE_"));
  return digest(JSON.stringify([digestFiles(inputFiles()), process.version, environment.sort()]));
}

/** Hash of the code only. */
export function codeHash(): string {
  const isData = (path: string) => path === LOCK_FILE || DATA.some((folder) => path.startsWith(`${folder}/`));
  return digestFiles(inputFiles().filter((path) => isInput(path) && !isData(path)));
}

function inputFiles(): string[] {
  const files = WATCHED.flatMap((folder) => filesBelow(folder, skipped));
  return [...files, ...[...ALONE, INSTALLED].filter((path) => existsSync(path))];
}

/** The last complete run: hash of its inputs, and of each file written. */
export interface Manifest {
  readonly inputs: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Whether the outputs for `inputs` exist unchanged. */
export function isFresh(inputs: string): boolean {
  const manifest = readManifest();
  if (manifest?.inputs !== inputs) return false;
  return Object.entries(manifest.outputs).every(
    ([path, hash]) => existsSync(path) && digest(readFileSync(path)) === hash,
  );
}

/** The manifest of the last complete run; null if there was none. */
export function readManifest(): Manifest | null {
  return existsSync(MANIFEST_FILE) ? (JSON.parse(readFileSync(MANIFEST_FILE, "utf8")) as Manifest) : null;
}
