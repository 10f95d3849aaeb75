import { parsePrinted } from "../../src/model/rounding.js";
import type { Base, Place, Value } from "../../src/model/value.js";
import { type CamelKeys, camelKeys } from "./camel.js";
import { CHECKS } from "./checks/index.js";
import { InputError } from "./problem.js";
import type { Columns, FileType } from "./schemas.js";
import type { Row, Table } from "./table.js";
import { readTables } from "./tables.js";
import { toBase, toValue } from "./value.js";

/** A row by camel-cased column names, with its folder and position. */
type Entry<K extends FileType> = CamelKeys<Columns<K>> & {
  readonly publication: string;
  readonly source: Place;
};

export type Publication = Entry<"publication">;
export type Measure = Entry<"measures">;
export type Reconciliation = Entry<"reconciliations">;
export type Rule = Entry<"rules">;
export type Limitation = Entry<"limitations">;
export type DatedEvent = Entry<"events">;
export type CalendarRow = Entry<"calendar">;
export type Sentence = Entry<"sentences">;
export type ClaimRow = Entry<"claims">;
export type ReadingRow = Entry<"readings">;
export type PhraseRow = Entry<"phrases">;
export type Comparison = Entry<"comparisons">;
export type OutsideSource = Entry<"sources">;
export type Fact = Entry<"facts"> & { readonly value: number };

/** Everything in the raw files, in the order of folders and rows. `publication` is a row's folder. */
export interface Raw {
  readonly publications: readonly Publication[];
  readonly measures: readonly Measure[];
  readonly values: readonly Value[];
  readonly bases: readonly Base[];
  readonly reconciliations: readonly Reconciliation[];
  readonly rules: readonly Rule[];
  readonly limitations: readonly Limitation[];
  readonly events: readonly DatedEvent[];
  readonly calendar: readonly CalendarRow[];
  readonly facts: readonly Fact[];
  readonly sources: readonly OutsideSource[];
  readonly sentences: readonly Sentence[];
  readonly claims: readonly ClaimRow[];
  readonly readings: readonly ReadingRow[];
  readonly phrases: readonly PhraseRow[];
  readonly comparisons: readonly Comparison[];
}

/**
 * Reads a raw folder: one folder per publication and one for the context. Empty cells are null. Throws an InputError
 * with every problem of every file.
 */
export function readRaw(folder: string): Raw {
  const { tables, folders, problems } = readTables(folder);
  const all = [...problems, ...CHECKS.flatMap((check) => check(tables, folders))];
  if (all.length > 0) throw new InputError(all);

  const bases = tables.bases.rows.map(toBase);
  const baseOf = new Map(bases.map((base) => [base.id, base]));
  const measureOf = new Map(tables.measures.rows.map(({ columns }) => [columns.id, columns]));
  const values = tables.values.rows.flatMap((row) => {
    const measure = measureOf.get(row.columns.measure);
    return measure === undefined ? [] : [toValue(row, measure, baseOf.get(row.columns.base ?? "") ?? null)];
  });
  const printed = new Map([...values, ...bases].map(({ id, printed: digits }) => [id, digits]));
  /** Replaces `{{id}}` in a statement by the printed digits of a value or base. */
  const filled = <Row extends { readonly statement: string }>(row: Row): Row => ({
    ...row,
    statement: row.statement.replace(/\{\{([a-z0-9.-]+)\}\}/g, (_, id: string) => printed.get(id) ?? ""),
  });
  return {
    publications: entries(tables.publication),
    measures: entries(tables.measures),
    values,
    bases,
    reconciliations: entries(tables.reconciliations),
    rules: entries(tables.rules),
    limitations: entries(tables.limitations),
    events: entries(tables.events),
    calendar: entries(tables.calendar),
    facts: entries(tables.facts).map((fact) => ({
      ...fact,
      value: parsePrinted(fact.printed) ?? Number.NaN,
    })),
    sources: entries(tables.sources),
    sentences: entries(tables.sentences),
    claims: entries(tables.claims).map(filled),
    readings: entries(tables.readings).map(filled),
    phrases: entries(tables.phrases),
    comparisons: entries(tables.comparisons),
  };
}

function entries<K extends FileType>(table: Table<K>): Entry<K>[] {
  return table.rows.map(toEntry);
}

function toEntry<K extends FileType>({ folder, file, line, columns }: Row<K>): Entry<K> {
  return { ...camelKeys(columns), publication: folder, source: { file, line } };
}
