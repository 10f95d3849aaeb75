import { tableFromIPC } from "@uwdata/flechette";
import { type ColumnTable, fromArrow, table } from "arquero";
import { differenceRows } from "../../src/methods/differences-from-r/index.js";
import { differenceResults } from "../../src/methods/differences-from-r/results.js";
import { DIFFERENCES_FROM_R } from "../../src/methods/differences-from-r/schema.js";
import { coverageRows } from "../../src/methods/intervals/coverage.js";
import { intervalResults } from "../../src/methods/intervals/results.js";
import { COVERAGE } from "../../src/methods/intervals/schema.js";
import type { Result } from "../../src/model/result.js";
import { type Dataset, datasetOf } from "../../src/model/table.js";
import { filled } from "../interviews/publish/fill.js";
import type { PublishedSurvey } from "../interviews/publish/index.js";
import { locating, type Stopped, stoppedBy } from "../ledger/conflicts.js";
import type { Raw } from "../read/index.js";
import { basesTable } from "./bases.js";
import { claimTables } from "./claims.js";
import { codebookMeasuresTable, codebookResults, codebooksTable } from "./codebooks.js";
import { arrowBytes } from "./dataset.js";
import { dictionaryTable } from "./dictionary.js";
import {
  calendarTable,
  eventsTable,
  factsTable,
  limitationsTable,
  measuresTable,
  publicationsTable,
  rulesTable,
} from "./documents.js";
import { interviewResults, interviewTables } from "./interview-tables.js";
import { numberUseTables } from "./number-uses.js";
import { numbersHeldTable } from "./numbers-held.js";
import type { PageInput } from "./page.js";
import { FINDINGS, METHODS } from "./pages.js";
import { checkResults, collectionResults, publishedResults } from "./results.js";
import { resultsTable } from "./results-table.js";
import { sentencesTable } from "./sentences.js";
import { valuesTable } from "./values.js";

export type { Stopped } from "../ledger/conflicts.js";
export { arrowBytes, toArrow, toCsv } from "./dataset.js";

/** Everything that is made from the raw files: tables by name, and every named result. */
export interface Built {
  /** The raw rows, with the lost numbers that interviews fill. */
  readonly raw: Raw;
  readonly tables: ReadonlyMap<string, Dataset>;
  readonly results: readonly Result[];
  /** Numbers that cannot all be true, each set with the tables and results that it stops. */
  readonly stopped: readonly Stopped[];
}

/**
 * Makes every table and every result from validated rows. Where numbers conflict, only the tables and results that need
 * them are left without rows and numbers, and say why.
 *
 * @param surveys what may be published of files of interviews; none where a build has none
 */
export function build(published: Raw, surveys: readonly PublishedSurvey[] = []): Built {
  const raw = filled(published, surveys);
  const values = valuesTable(raw);
  const bases = basesTable(raw);
  const events = eventsTable(raw);
  const given: PageInput = {
    raw,
    values: asColumns(values),
    bases: asColumns(bases),
    events: asColumns(events),
    locate: locating(raw),
  };
  const findings = FINDINGS.map((make) => make(given));
  const methods = METHODS.map((make) => make(given));
  const claims = claimTables(raw);
  const own = [
    ...publishedResults(raw),
    ...collectionResults(raw),
    ...findings.flatMap(({ results }) => results),
    ...differenceResults(),
    ...intervalResults(),
    ...methods.flatMap(({ results }) => results),
    ...codebookResults(),
    ...claims.results,
    ...interviewResults(surveys),
  ];
  const uses = numberUseTables(raw, claims.rows, own);
  const results = checkResults([...own, ...uses.results]);
  const made = [
    values,
    bases,
    publicationsTable(raw),
    measuresTable(raw),
    rulesTable(raw),
    limitationsTable(raw),
    events,
    calendarTable(raw),
    codebooksTable(),
    codebookMeasuresTable(raw),
    factsTable(raw),
    ...interviewTables(surveys, raw),
    resultsTable(results),
    numbersHeldTable(raw),
    ...findings.flatMap(({ tables }) => tables),
    datasetOf(DIFFERENCES_FROM_R, differenceRows),
    datasetOf(COVERAGE, coverageRows),
    ...methods.flatMap(({ tables }) => tables),
    ...claims.tables,
    sentencesTable(raw),
    ...uses.tables,
  ];
  const all = [...made, dictionaryTable(made)];
  return {
    raw,
    tables: new Map(all.map((table) => [table.name, table])),
    results,
    stopped: stoppedBy(all, results, claims.conflicts),
  };
}

/** The table as Arquero reads it from its Arrow bytes: the way that a page reads it. */
function asColumns(dataset: Dataset): ColumnTable {
  // Of an Arrow file without rows Arquero reads no columns.
  if (dataset.rows.length === 0)
    return table(Object.fromEntries(dataset.columns.map(({ name }) => [name, []])));
  // Arquero's type asks for metadata that flechette may leave null; it reads none.
  return fromArrow(tableFromIPC(arrowBytes(dataset, "")) as unknown as Parameters<typeof fromArrow>[0]);
}
