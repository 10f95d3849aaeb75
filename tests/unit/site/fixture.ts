import { fileURLToPath } from "node:url";
import { readRaw } from "../../../data-loaders/read/index.js";
import { type Built, build } from "../../../data-loaders/tables/index.js";
import { cesInterviews } from "../data-loaders/interviews/publish/ces-interviews.js";
import { publishRows, raw } from "../data-loaders/interviews/publish/publish-rows.js";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

let made: Built | undefined;

/** Everything that is made from the project's raw files. */
export function built(): Built {
  made ??= build(readRaw(`${ROOT}/data-loaders/raw`));
  return made;
}

let interviewed: Built | undefined;

/**
 * The same where a survey has interviews: answers that nobody gave, of which most percentages differ from the printed ones, taken
 * for those of people.
 */
export function builtWithInterviews(): Built {
  interviewed ??= build(raw, [publishRows(cesInterviews(2280)).published]);
  return interviewed;
}

export function rowsOf(id: string, { tables } = built()): readonly Readonly<Record<string, unknown>>[] {
  const table = tables.get(id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table.rows;
}
