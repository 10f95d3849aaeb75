import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { LOCK_FILE } from "../../data-loaders/audit/lock.js";
import { digest, digestFiles, filesBelow } from "./files.js";
import { DOWNLOADS, FONTS_FILE, MANIFEST_FILE, RAW, SOURCE } from "./paths.js";

/** Folders that hold what tables, results, figures and pages are made of. */
export const WATCHED = ["data-loaders", SOURCE, "tools"] as const;

/** Inputs that stand in no such folder. */
const ALONE = ["observablehq.config.ts", "package-lock.json", "package.json", "tsconfig.json", LOCK_FILE];

const MICRODATA = "data-loaders/microdata";

/** Folders of data, which are no code: what is published, and interviews. */
const DATA = [RAW, MICRODATA];

/** Says which packages are installed. */
const INSTALLED = "node_modules/.package-lock.json";

const skipped = (path: string) =>
  path === DOWNLOADS ||
  path === FONTS_FILE ||
  basename(path).startsWith(".") ||
  path.endsWith(".part") ||
  path.endsWith(".md.check.ts");

/** Whether a change of this file can change the site. */
export function isSiteInput(path: string): boolean {
  if (ALONE.includes(path) || path === INSTALLED) return true;
  const parents = path.split("/").map((_, i, parts) => parts.slice(0, i + 1).join("/"));
  return WATCHED.some((folder) => path.startsWith(`${folder}/`)) && !parents.some(skipped);
}

/** Whether a change of this file can change a table, a result or a figure. Pages cite them and make none. */
export function isInput(path: string): boolean {
  return isSiteInput(path) && !path.endsWith(".md") && path !== INSTALLED;
}

/** The hash of everything that tables, results and figures are made of: data and code. */
export function inputsHash(): string {
  return digestFiles(inputFiles().filter(isInput));
}

/**
 * The hash of everything that the built site is made of: that of tables, the pages, the installed packages, and what of the
 * environment is read.
 */
export function siteHash(): string {
  const environment = Object.entries(process.env).filter(([name]) => name.startsWith("OBSERVABLE_"));
  return digest(JSON.stringify([digestFiles(inputFiles()), process.version, environment.sort()]));
}

/** The hash of the code alone. */
export function codeHash(): string {
  const isData = (path: string) => path === LOCK_FILE || DATA.some((folder) => path.startsWith(`${folder}/`));
  return digestFiles(inputFiles().filter((path) => isInput(path) && !isData(path)));
}

function inputFiles(): string[] {
  const files = WATCHED.flatMap((folder) => filesBelow(folder, skipped));
  return [...files, ...[...ALONE, INSTALLED].filter((path) => existsSync(path))];
}

/** What the last complete run was made from, and the hash of each file that it wrote. */
export interface Manifest {
  readonly inputs: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Whether everything made from `inputs` is there, unchanged. */
export function isFresh(inputs: string): boolean {
  const manifest = readManifest();
  if (manifest?.inputs !== inputs) return false;
  return Object.entries(manifest.outputs).every(
    ([path, hash]) => existsSync(path) && digest(readFileSync(path)) === hash,
  );
}

/** The manifest of the last complete run, or null when there was none. */
export function readManifest(): Manifest | null {
  return existsSync(MANIFEST_FILE) ? (JSON.parse(readFileSync(MANIFEST_FILE, "utf8")) as Manifest) : null;
}
