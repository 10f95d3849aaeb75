import { tableFromIPC } from "@uwdata/flechette";
import { type ColumnTable, fromArrow } from "arquero";
import { ageAndEthnicityResults } from "../../src/analysis/age-and-ethnicity/index.js";
import { caseClosureResults } from "../../src/analysis/case-closure/index.js";
import { worldResults } from "../../src/analysis/compatible-worlds/index.js";
import { feeResults } from "../../src/analysis/fee-impact/index.js";
import { labResults } from "../../src/analysis/labs/index.js";
import { methodsResults } from "../../src/analysis/methods/results.js";
import { parentsAndContactResults } from "../../src/analysis/parents-and-contact/index.js";
import { weightResults } from "../../src/analysis/weights/example-results.js";
import type { Result } from "../../src/model/result.js";
import { filled } from "../publish-interviews/fill.js";
import type { PublishedSurvey } from "../publish-interviews/index.js";
import type { Raw } from "../read/index.js";
import { WORLD_SEEDS, worldExample } from "../simulate/compatible/world-example.js";
import { weightExample } from "../simulate/repeated/weight-example.js";
import { ageAndEthnicityTables } from "./age-and-ethnicity.js";
import { basesTable } from "./bases.js";
import { caseClosureTables } from "./case-closure.js";
import { claimTables } from "./claims.js";
import { codebookMeasuresTable, codebookResults, codebooksTable } from "./codebooks.js";
import { arrowBytes, type Dataset } from "./dataset.js";
import {
  calendarTable,
  eventsTable,
  factsTable,
  limitationsTable,
  measuresTable,
  publicationsTable,
  rulesTable,
} from "./documents.js";
import { feeImpactTables } from "./fee-impact.js";
import { interviewResults, interviewTables } from "./interview-tables.js";
import { labTables } from "./labs.js";
import { methodsTables } from "./methods.js";
import { numberUseTables } from "./number-uses.js";
import { numbersHeldTable } from "./numbers-held.js";
import { parentsAndContactTables } from "./parents-and-contact.js";
import { checkResults, collectionResults, publishedResults } from "./results.js";
import { resultsTable } from "./results-table.js";
import { sentencesTable } from "./sentences.js";
import { valuesTable } from "./values.js";
import { worldTables } from "./worlds.js";

export { arrowBytes, type Cell, type Column, type Dataset, LICENCE, toArrow, toCsv } from "./dataset.js";

/** Everything that is made from the raw files: tables by name, and every named result. */
export interface Built {
  /** The raw rows, with the lost numbers that interviews fill. */
  readonly raw: Raw;
  readonly tables: ReadonlyMap<string, Dataset>;
  readonly results: readonly Result[];
}

/**
 * Makes every table and every result from validated rows.
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
  const { facts, tables } = parentsAndContactTables(valueColumns, asColumns(bases));
  const fee = feeImpactTables(valueColumns, eventColumns);
  const closure = caseClosureTables(valueColumns, eventColumns);
  const ages = ageAndEthnicityTables(valueColumns);
  const claims = claimTables(raw);
  const weights = weightExample();
  const worlds = worldExample(raw);
  const own = [
    ...publishedResults(raw),
    ...collectionResults(raw),
    ...parentsAndContactResults(facts),
    ...feeResults(fee.facts),
    ...caseClosureResults(closure.facts),
    ...ageAndEthnicityResults(ages.facts),
    ...methodsResults(),
    ...labResults(),
    ...codebookResults(),
    ...weightResults(weights.moved, weights.spread),
    ...worldResults(worlds.rows, WORLD_SEEDS, worlds.groups, worlds.agree),
    ...claims.results,
    ...interviewResults(surveys),
  ];
  const uses = numberUseTables(raw, claims.rows, own);
  const results = checkResults([...own, ...uses.results]);
  const all = [
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
    ...tables,
    ...closure.tables,
    ...fee.tables,
    ...ages.tables,
    ...methodsTables(),
    ...labTables(),
    ...worldTables(worlds.rows),
    ...claims.tables,
    sentencesTable(raw),
    ...uses.tables,
  ];
  return { raw, tables: new Map(all.map((table) => [table.name, table])), results };
}

/** The table as Arquero reads it from its Arrow bytes: the way that a page reads it. */
function asColumns(dataset: Dataset): ColumnTable {
  // Arquero's type asks for metadata that flechette may leave null; it reads none.
  return fromArrow(tableFromIPC(arrowBytes(dataset, "")) as unknown as Parameters<typeof fromArrow>[0]);
}
