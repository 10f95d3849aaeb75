import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { namesLike, type Passage, PassageError, passagesOf } from "../../src/components/passages.js";
import { isBlocks, isFigures, isOptions, modulesOf, pagesOf } from "../source-files.js";
import type { SourceProblem } from "../source-problem.js";
import { literalsOfModule } from "./figure-text.js";

/** Pages and the modules with texts for them, as paths from the root. */
export function readersFiles(root: string): string[] {
  const site = join(root, "tools", "site");
  return [
    ...pagesOf(root),
    ...modulesOf(root).filter(
      (file) => isFigures(file) || isOptions(file) || isBlocks(file) || file.startsWith("src/components/"),
    ),
    ...(existsSync(site) ? readdirSync(site).filter((file) => file.endsWith(".ts")) : []).map(
      (file) => `tools/site/${file}`,
    ),
  ];
}

/** A passage with the position of its text in the file. */
export interface Placed {
  readonly offset: number;
  readonly passage: Passage;
}

/** Every passage of a file, outer and inner; errors go to `problems`. */
export function passagesOfFile(file: string, source: string, problems: SourceProblem[] = []): Placed[] {
  if (!source.includes("{{")) return [];
  const texts = file.endsWith(".md") ? [{ start: 0, end: source.length }] : literalsOfModule(source);
  return texts.flatMap(({ start, end }): Placed[] => {
    try {
      return everyOf(passagesOf(plain(source.slice(start, end)))).map((passage) => ({
        offset: start,
        passage,
      }));
    } catch (error) {
      if (!(error instanceof PassageError)) throw error;
      problems.push(problemAt(file, source, start + error.offset, error.message));
      return [];
    }
  });
}

/** Unmatched tags, and ids that name no value, base or result. */
export function passageProblems(root: string): SourceProblem[] {
  const ids = idsIn(root);
  return readersFiles(root)
    .filter((file) => !WITH_TAGS_OF_THEIR_OWN.includes(file))
    .flatMap((file) => {
      const source = readFileSync(join(root, file), "utf8");
      const problems: SourceProblem[] = [];
      const unknown = passagesOfFile(file, source, problems).flatMap(({ offset, passage }) =>
        passage.ids
          .filter((id) => namesLike(id, ids).length === 0 && !id.includes(CODE))
          .map((id) =>
            problemAt(
              file,
              source,
              offset + passage.start,
              `a passage depends on ${id}, which nothing is named; expected a value, base or result`,
            ),
          ),
      );
      return [...problems, ...unknown];
    });
}

/** Modules that parse or mention tags themselves. */
const WITH_TAGS_OF_THEIR_OWN = ["src/components/passages.ts", "src/components/citation.ts"];

/** Ids of all values and bases in the raw files, and of all locked results. */
export function idsIn(root: string): Set<string> {
  const lock = join(root, "results.lock.json");
  const results = existsSync(lock)
    ? (JSON.parse(readFileSync(lock, "utf8")) as { readonly results: object }).results
    : {};
  const raw = join(root, "data-loaders", "raw");
  const files = existsSync(raw)
    ? readdirSync(raw, { recursive: true, encoding: "utf8" }).filter((file) =>
        /(?:^|[\\/])(?:values|bases)\.csv$/.test(file),
      )
    : [];
  const rows = files.flatMap(
    (file) => parse(readFileSync(join(raw, file)), { columns: true }) as readonly { readonly id: string }[],
  );
  return new Set([...Object.keys(results), ...rows.map(({ id }) => id)]);
}

function everyOf(passages: readonly Passage[]): Passage[] {
  return passages.flatMap((passage) => [passage, ...everyOf(passage.branches.flatMap(({ inner }) => inner))]);
}

/** Placeholder for an id, or part of one, inserted by code. */
const CODE = "x.x";

function plain(text: string): string {
  return text.replace(/\$\{[^{}]*\}/g, (code) => CODE.padEnd(code.length, "x"));
}

export function problemAt(file: string, source: string, offset: number, message: string): SourceProblem {
  const before = source.slice(0, offset).split("\n");
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message };
}
