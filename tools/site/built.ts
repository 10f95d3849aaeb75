import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { digest, filesBelow, writeWhole } from "./files.js";
import { siteHash } from "./inputs.js";
import { GENERATED } from "./paths.js";

const RECORD = join(GENERATED, "built.json");

/** File with what the last build published of interviews, which the next must not contradict. */
const PUBLISHED = "data-loaders/microdata/.published.json";

/** The last built site: folder, inputs, and hashes of its files. */
export interface BuiltSite {
  readonly output: string;
  readonly inputs: string;
  readonly files: Readonly<Record<string, string>>;
  /** Warnings about conflicting numbers, line by line. */
  readonly conflicts: readonly string[];
}

/** Records a built site with its `siteHash`. */
export function recordSite(site: Omit<BuiltSite, "files">): void {
  writeWhole(RECORD, JSON.stringify({ ...site, files: filesOf(site.output) } satisfies BuiltSite));
}

/** The site in a folder if it is up to date: neither inputs nor its files have changed; else null. */
export function currentSite(output: string): BuiltSite | null {
  if (!existsSync(RECORD)) return null;
  const site = JSON.parse(readFileSync(RECORD, "utf8")) as BuiltSite;
  if (site.output !== output || site.inputs !== siteHash()) return null;
  const files = Object.entries(filesOf(output));
  const isWhole =
    files.length === Object.keys(site.files).length &&
    files.every(([path, hash]) => site.files[path] === hash);
  return isWhole ? site : null;
}

function filesOf(output: string): Record<string, string> {
  const hashOf = (path: string) => digest(readFileSync(path));
  return Object.fromEntries([
    ...filesBelow(output).map((path) => [relative(output, path), hashOf(path)]),
    ...(existsSync(PUBLISHED) ? [[PUBLISHED, hashOf(PUBLISHED)]] : []),
  ]);
}
