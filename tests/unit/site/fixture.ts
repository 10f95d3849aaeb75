import { fileURLToPath } from "node:url";
import { readRaw } from "../../../data-loaders/read/index.js";
import { type Built, build } from "../../../data-loaders/tables/index.js";
import { interviewResults, interviewTables } from "../../../data-loaders/tables/interview-tables.js";
import { cesInterviews } from "../data-loaders/interviews/publish/ces-interviews.js";
import { publishRows } from "../data-loaders/interviews/publish/publish-rows.js";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

let made: Built | undefined;

/** Everything that is made from the project's raw files. */
export function built(): Built {
  made ??= build(readRaw(`${ROOT}/data-loaders/raw`));
  return made;
}

let interviewed: Pick<Built, "raw" | "tables" | "results"> | undefined;

/**
 * The same with what is said of interviews, where a survey has them: answers that nobody gave, of which most percentages differ
 * from the printed ones, taken for those of people. Other numbers are those of the raw files: a build with interviews solves
 * everything anew.
 */
export function withInterviews(): Pick<Built, "raw" | "tables" | "results"> {
  if (interviewed !== undefined) return interviewed;
  const { raw, tables, results } = built();
  const surveys = [publishRows(cesInterviews(2280)).published];
  const own = interviewResults(surveys);
  const ids = new Set(own.map(({ id }) => id));
  interviewed = {
    raw,
    tables: new Map(
      [...tables.values(), ...interviewTables(surveys, raw)].map((table) => [table.name, table]),
    ),
    results: [...results.filter(({ id }) => !ids.has(id)), ...own],
  };
  return interviewed;
}

export function rowsOf(
  id: string,
  { tables }: Pick<Built, "tables"> = built(),
): readonly Readonly<Record<string, unknown>>[] {
  const table = tables.get(id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table.rows;
}
