import { existsSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";

/** Ending of the temporary files of check-pages. */
export const checkEnding = ".check.ts";

/** The pages under src/, as paths from the root. */
export function pagesOf(root: string): string[] {
  return filesOf(root).filter((file) => file.endsWith(".md"));
}

/** Modules under src/ that run in the browser: all but the loaders in src/data. */
export function modulesOf(root: string): string[] {
  return filesOf(root).filter(
    (file) => /\.tsx?$/.test(file) && !file.endsWith(`.md${checkEnding}`) && !file.startsWith("src/data/"),
  );
}

/** Whether a module draws figures or has their words: `src/figures/…`, or `figures.ts` or `figures/…` beside a page. */
export function isFigures(path: string): boolean {
  return /^src\/(?:[a-z-]+\/[a-z-]+\/)?figures(?:\/|\.[jt]s$)/.test(path);
}

/** Whether a module holds the words on controls: `options.ts` and the like beside a page, and those that pages share. */
export function isOptions(path: string): boolean {
  return /^src\/(?:[a-z-]+\/[a-z-]+\/(?:options|readings|settings)|analysis\/(?:review\/assumptions|interview-worth))\.ts$/.test(
    path,
  );
}

/** Whether a module makes parts of pages from the tables: `blocks.ts` beside a page, and the two of the page of the data. */
export function isBlocks(path: string): boolean {
  return /^(?:src\/.*\/|tools\/site\/)(?:[a-z-]+-)?blocks\.[jt]s$/.test(path);
}

/** Files left behind by a killed check-pages. */
export function leftoversOf(root: string): string[] {
  return filesOf(root).filter((file) => file.endsWith(`.md${checkEnding}`));
}

function filesOf(root: string): string[] {
  const source = join(root, "src");
  if (!existsSync(source)) return [];
  return readdirSync(source, { recursive: true, encoding: "utf8" })
    .map((file) => `src/${file.split(sep).join("/")}`)
    .filter((file) => !/\/[._]/.test(file))
    .sort();
}
