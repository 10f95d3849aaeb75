import { tableFromIPC } from "@uwdata/flechette";
import { type ColumnTable, fromArrow } from "arquero";
import { withConflicts } from "../../src/analysis/stopped-by-conflict.js";
import { ageAndEthnicityTables } from "../../src/findings/age-and-ethnicity/tables.js";
import { caseClosureTables } from "../../src/findings/case-closure/tables.js";
import { feeImpactTables } from "../../src/findings/fee-impact/tables.js";
import { parentsAndContactTables } from "../../src/findings/parents-and-contact/tables.js";
import { differenceRows } from "../../src/methods/differences-from-r/index.js";
import { differenceResults } from "../../src/methods/differences-from-r/results.js";
import { DIFFERENCES_FROM_R } from "../../src/methods/differences-from-r/schema.js";
import { coverageRows } from "../../src/methods/intervals/coverage.js";
import { intervalResults } from "../../src/methods/intervals/results.js";
import { COVERAGE } from "../../src/methods/intervals/schema.js";
import {
  answersRows,
  labResults,
  leftOutRows,
  nonResponseRows,
} from "../../src/methods/simulated-interviews/labs/index.js";
import {
  ANSWERS_LAB,
  LEFT_OUT_LAB,
  NON_RESPONSE_LAB,
  WORLDS,
} from "../../src/methods/simulated-interviews/schema.js";
import { worldResults } from "../../src/methods/simulated-interviews/world-results.js";
import { weightResults } from "../../src/methods/weights/results.js";
import { MOVED, SPREAD } from "../../src/methods/weights/schema.js";
import type { Result } from "../../src/model/result.js";
import { type Dataset, datasetOf } from "../../src/model/table.js";
import { filled } from "../interviews/publish/fill.js";
import type { PublishedSurvey } from "../interviews/publish/index.js";
import { locating, type Stopped, stoppedBy } from "../ledger/conflicts.js";
import { WORLD_SEEDS, worldExample } from "../made-up/compatible/world-example.js";
import { weightExample } from "../made-up/repeated/weight-example.js";
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
import { checkResults, collectionResults, publishedResults } from "./results.js";
import { resultsTable } from "./results-table.js";
import { sentencesTable } from "./sentences.js";
import { valuesTable } from "./values.js";

export type { Stopped } from "../ledger/conflicts.js";
export { arrowBytes, LICENCE, toArrow, toCsv } from "./dataset.js";

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
  const valueColumns = asColumns(values);
  const eventColumns = asColumns(events);
  const locate = locating(raw);
  const parents = parentsAndContactTables(valueColumns, asColumns(bases), locate);
  const fee = feeImpactTables(valueColumns, eventColumns, raw.claims, locate);
  const closure = caseClosureTables(valueColumns, eventColumns, locate);
  const ages = ageAndEthnicityTables(valueColumns, locate);
  const claims = claimTables(raw);
  const weights = weightExample();
  const worlds = worldExample(raw);
  const noWorld = locate(worlds.disagreement);
  const own = [
    ...publishedResults(raw),
    ...collectionResults(raw),
    ...parents.results,
    ...fee.results,
    ...closure.results,
    ...ages.results,
    ...differenceResults(),
    ...intervalResults(),
    ...labResults(),
    ...codebookResults(),
    ...weightResults(weights.moved, weights.spread),
    ...withConflicts(worldResults(worlds.rows, WORLD_SEEDS, worlds.groups, worlds.agree), [
      [noWorld, ({ nothingFits }) => nothingFits === true],
    ]),
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
    ...parents.tables,
    ...closure.tables,
    ...fee.tables,
    ...ages.tables,
    datasetOf(DIFFERENCES_FROM_R, differenceRows),
    datasetOf(COVERAGE, coverageRows),
    datasetOf(NON_RESPONSE_LAB, nonResponseRows),
    datasetOf(LEFT_OUT_LAB, leftOutRows),
    datasetOf(ANSWERS_LAB, answersRows),
    datasetOf(MOVED, () => weights.moved),
    datasetOf(SPREAD, () => weights.spread),
    datasetOf(WORLDS, () => worlds.rows, noWorld),
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
  // Arquero's type asks for metadata that flechette may leave null; it reads none.
  return fromArrow(tableFromIPC(arrowBytes(dataset, "")) as unknown as Parameters<typeof fromArrow>[0]);
}
