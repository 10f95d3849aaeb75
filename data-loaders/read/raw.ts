import { type Interval, parsePrinted, roundingInterval } from "../../src/model/rounding.js";
import type { Base, Place, Value } from "../../src/model/value.js";
import { type CamelKeys, camelKeys } from "./camel.js";
import { CHECKS } from "./checks/index.js";
import { InputError } from "./problem.js";
import type { Columns, FileType } from "./schemas.js";
import type { Row, Table } from "./table.js";
import { readTables } from "./tables.js";

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
type Sentence = Entry<"sentences">;
type ClaimRow = Entry<"claims">;
type ReadingRow = Entry<"readings">;
type PhraseRow = Entry<"phrases">;
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

/** Converts a base; its interviews are null where neither printed nor filled in. */
function toBase({ folder, file, line, columns, cells }: Row<"bases">): Base {
  const interviews = columns.printed === null ? null : parsePrinted(columns.printed);
  return {
    ...columns,
    publication: folder,
    interviews,
    source: { file, line, column: cells.printed.column },
  };
}

/** Converts a value: its number, interval, and the interviews of its base. */
function toValue(row: Row<"values">, measure: Columns<"measures">, base: Base | null): Value {
  const { rounding, ...columns } = row.columns;
  const value = columns.printed === null ? null : parsePrinted(columns.printed);
  const { low, high } = interval(row.columns, measure) ?? { low: null, high: null };
  return {
    ...columns,
    publication: row.folder,
    unit: measure.unit,
    value,
    low,
    high,
    interviews: base?.interviews ?? null,
    source: {
      file: row.file,
      line: row.line,
      column: (columns.printed === null && columns.words !== null ? row.cells.words : row.cells.printed)
        .column,
    },
  };
}

/**
 * The interval of a value, null where it is unknown. Rounding `1`: the rounding interval of the printed digits,
 * clipped to the measure's minimum and maximum; `exact`: the number itself; `words`: low and high as given.
 */
function interval(
  { printed, rounding, low, high }: Columns<"values">,
  { minimum, maximum }: Columns<"measures">,
): Interval | null {
  if (rounding === "words") return low === null || high === null ? null : { low, high };
  if (printed === null) return null;
  if (rounding === "exact") {
    const value = parsePrinted(printed) ?? Number.NaN;
    return { low: value, high: value };
  }
  const rounded = roundingInterval(printed);
  return { low: Math.max(rounded.low, minimum), high: Math.min(rounded.high, maximum) };
}
