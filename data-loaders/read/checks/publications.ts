import { type Problem, shown } from "../problem.js";
import { problemAt } from "../table.js";
import type { Tables } from "../tables.js";
import { known } from "./known.js";

/**
 * Checks that a publication's id is its folder's name, that its file has one row, and that coverage does not end
 * before it starts.
 */
export function checkPublications(tables: Tables): Problem[] {
  const seen = new Set<string>();
  const isPublication = known(tables.publication);
  return tables.publication.rows.flatMap((row) => {
    const { id, background_of, coverage_start, coverage_end } = row.columns;
    const problems: Problem[] = [];
    if (seen.has(row.file)) {
      problems.push(problemAt(row, "id", "the file has a second publication", "one row"));
    } else if (id !== row.folder) {
      problems.push(problemAt(row, "id", `id is ${shown(id)}`, `${row.folder}, the name of the folder`));
    }
    seen.add(row.file);
    if (background_of !== null && (background_of === id || !isPublication(background_of))) {
      const message = `background_of is ${shown(background_of)}`;
      problems.push(
        problemAt(row, "background_of", message, "the id of another publication, or an empty cell"),
      );
    }
    if (coverage_start !== null && coverage_end !== null && coverage_end < coverage_start) {
      const message = `coverage_end is ${shown(coverage_end)}`;
      problems.push(
        problemAt(row, "coverage_end", message, `${coverage_start} or later, as coverage_start is`),
      );
    }
    return problems;
  });
}
