import { existsSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";

/** Ending of the file that check-pages writes beside a page for as long as it runs. */
export const checkEnding = ".check.ts";

/** The pages under src/, as paths from the root. */
export function pagesOf(root: string): string[] {
  return filesOf(root).filter((file) => file.endsWith(".md"));
}

/** The modules under src/ that run in the browser: all but the loaders in src/data. */
export function modulesOf(root: string): string[] {
  return filesOf(root).filter(
    (file) => /\.tsx?$/.test(file) && !file.endsWith(`.md${checkEnding}`) && !file.startsWith("src/data/"),
  );
}

/** Files that check-pages left behind when it was killed. */
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
