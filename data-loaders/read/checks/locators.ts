import { type Problem, shown } from "../problem.js";
import type { FileType } from "../schemas.js";
import { CONTEXT, type Tables } from "../tables.js";

const LOCATED = [
  "measures",
  "values",
  "bases",
  "reconciliations",
  "rules",
  "limitations",
  "events",
  "calendar",
  "facts",
  "sentences",
  "claims",
] as const satisfies readonly FileType[];

/** Checks that a locator names a publication and a place in it; in the context folder it begins with `context:`. */
export function checkLocators(tables: Tables, folders: readonly string[]): Problem[] {
  const publications = folders.filter((folder) => folder !== CONTEXT);
  return LOCATED.flatMap((type) =>
    tables[type].rows.flatMap((row) => {
      const names = row.folder === CONTEXT ? [CONTEXT] : publications;
      const { locator } = row.columns;
      if (names.some((name) => locator.startsWith(`${name}: `) && locator.length > name.length + 2))
        return [];
      const { line, column } = row.cells.locator;
      const expected = `a place after ${names.map((name) => `${name}:`).join(" or ")}`;
      return [{ file: row.file, line, column, message: `locator is ${shown(locator)}`, expected }];
    }),
  );
}
