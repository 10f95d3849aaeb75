import type { ColumnTable } from "arquero";
import { type Locate, withConflicts } from "../../analysis/stopped-by-conflict.js";
import type { Result } from "../../model/result.js";
import { type Dataset, datasetOf } from "../../model/table.js";
import {
  caseClosureResults,
  disagreements,
  facts,
  fallRows,
  guessRows,
  noiseRows,
  sizeRows,
  wordRows,
} from "./index.js";
import { FALL, NOISE, PICTURES, SIZES, WORDS } from "./schema.js";

/** All tables and results of the page on closing cases. */
export function caseClosureTables(
  values: ColumnTable,
  events: ColumnTable,
  locate: Locate,
): { results: readonly Result[]; tables: Dataset[] } {
  const given = facts(values, events);
  const found = disagreements(given);
  const level = locate(found.level);
  const levels = locate(found.levels);
  const fall = locate(found.fall);
  return {
    results: withConflicts(caseClosureResults(given), [
      [level, ({ id }) => /^closure\.(noise|guess)\./.test(id)],
      [levels, ({ id }) => /^closure\.(needed|seen)\./.test(id)],
      [fall, ({ id }) => id.startsWith("closure.fall.")],
    ]),
    tables: [
      datasetOf(WORDS, () => wordRows(given)),
      datasetOf(PICTURES, () => guessRows(given), level),
      datasetOf(NOISE, () => noiseRows(given), level),
      datasetOf(FALL, () => fallRows(given), fall),
      datasetOf(SIZES, () => sizeRows(given), levels),
    ],
  };
}
