import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { DIMENSIONS } from "../../src/model/groups.js";
import { GROUP_FILES, groupProblems } from "./groups.js";
import type { Problem } from "./problem.js";
import { FILE_TYPES, type FileType } from "./schemas.js";
import { readTable, type Table } from "./table.js";

/** All rows of the raw folder, by file type, in the order of folders and files. */
export type Tables = { readonly [K in FileType]: Table<K> };

/** The folder of outside facts; every other folder is a publication. */
export const CONTEXT = "context";

const CONTEXT_TYPES: readonly FileType[] = ["comparisons", "events", "facts", "phrases", "sources"];
const PUBLICATION_TYPES = FILE_TYPES.filter((type) => !["facts", "comparisons", "sources"].includes(type));

/** Reads every file of every folder, sorted by folder name. Hidden files are skipped; unknown ones are problems. */
export function readTables(raw: string): { tables: Tables; folders: string[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const at = (path: string, message: string, expected: string) =>
    problems.push({ file: shownPath(path), line: 1, column: 1, message, expected });

  problems.push(...groupProblems(raw, DIMENSIONS, (file) => shownPath(join(raw, file))));
  const found = new Map<FileType, Table<FileType>[]>();
  const folders: string[] = [];
  for (const folder of visible(raw)) {
    const path = join(raw, folder);
    if (folder === "README.md" || (GROUP_FILES as readonly string[]).includes(folder)) continue;
    if (!statSync(path).isDirectory()) {
      at(path, "the file is in no folder", "files in the folder of a publication, or in context");
      continue;
    }
    folders.push(folder);
    const types = folder === CONTEXT ? CONTEXT_TYPES : PUBLICATION_TYPES;
    const names = visible(path);
    if (folder !== CONTEXT && !names.includes("publication.csv")) {
      at(join(path, "publication.csv"), "the file is absent", "one in each publication's folder");
    }
    for (const name of names) {
      const type = types.find((t) => name === `${t}.csv`);
      if (type === undefined) {
        at(join(path, name), "the file name is unknown", `one of ${types.map((t) => `${t}.csv`).join(", ")}`);
        continue;
      }
      const file = join(path, name);
      const table = readTable(type, folder, shownPath(file), readFileSync(file, "utf8"), problems);
      if (type === "publication" && table.whole && table.ids.length === 0) {
        at(file, "the file has no row", "one row after the columns");
      }
      found.set(type, [...(found.get(type) ?? []), table]);
    }
  }
  const tables = Object.fromEntries(FILE_TYPES.map((type) => [type, combine(found.get(type) ?? [])]));
  return { tables: tables as unknown as Tables, folders, problems };
}

function combine(tables: readonly Table<FileType>[]): Table<FileType> {
  return {
    rows: tables.flatMap((t) => t.rows),
    ids: tables.flatMap((t) => t.ids),
    whole: tables.every((t) => t.whole),
  };
}

function visible(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .sort();
}

/** A path relative to the working directory, with forward slashes. */
function shownPath(path: string): string {
  return relative(process.cwd(), resolve(path)).split(sep).join("/");
}
