import type { StatementCheck } from "../analysis/own-table/broken-statements.js";
import type { LostNumber, OwnNumber, OwnNumbers } from "../analysis/own-table/numbers.js";
import type { Scored } from "../analysis/own-table/score.js";
import type { RowTable } from "../analysis/row-table.js";
import type { SegmentedRow } from "../analysis/segmented-row.js";
import { formatNumber } from "../model/format.js";
import type { Options } from "../model/variants.js";

/** A number of the reader's table on a row of a figure, with its rounding interval. */
export interface OwnMark {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** As printed in the table, or computed from it. */
  readonly shown: string;
}

/** The project's tables, loaded once a reader has entered numbers. */
export interface OwnSources {
  readonly values: RowTable;
  readonly events: RowTable;
}

/** What the reader's numbers imply beyond the rows of the figure. */
export interface OwnFurther {
  /** Other quantities computed from them, with our ranges. */
  readonly scored: readonly Scored[];
  readonly segmented: readonly SegmentedRow[];
}

/**
 * How a figure uses the reader's own table: which lost numbers it accepts, the number and range of each row, and the
 * statements that the numbers are checked against. Frame, form, score, table and text alternative are derived from
 * it; the chart draws `options.own`.
 */
export interface OwnTable<Shown> {
  /** Whether the figure accepts this lost number. */
  readonly asks: (lost: LostNumber) => boolean;
  /** The number that belongs to a row, or null for a row without one. */
  readonly mark: (row: Shown, numbers: OwnNumbers) => OwnMark | null;
  /** Whether the marks are computed from the table rather than printed in it. */
  readonly workedOut?: boolean;
  /** Name of a row in the score. */
  readonly label: (row: Shown) => string;
  /** Our range for it, or its parts; empty where nothing fits. Left out where there are no ranges. */
  readonly ranges?: (row: Shown) => readonly (readonly [number, number])[];
  /** The score in a sentence, where it is not one of several numbers. */
  readonly scoreText?: (scored: readonly Scored[]) => string;
  /** What the report's words say about the numbers, in a sentence or two, where there are no ranges. */
  readonly inWords?: (rows: readonly Shown[], numbers: OwnNumbers) => string;
  /** Checks the numbers against the statements behind the ranges. */
  readonly check?: (sources: OwnSources, numbers: OwnNumbers, state: Options) => Promise<StatementCheck>;
  readonly further?: (sources: OwnSources, numbers: OwnNumbers, state: Options) => Promise<OwnFurther>;
}

/** A number as it stands in the table. */
export function printedMark(number: OwnNumber | undefined): OwnMark | null {
  return number === undefined
    ? null
    : { value: number.value, low: number.low, high: number.high, shown: number.printed };
}

/** A number of the table, or the mean of several, minus another, or the mean of others; null if one is missing. */
export function differenceMark(
  from: readonly (OwnNumber | undefined)[],
  less: readonly (OwnNumber | undefined)[],
): OwnMark | null {
  const [a, b] = [mean(from), mean(less)];
  if (a === null || b === null) return null;
  const value = a.value - b.value;
  return { value, low: a.low - b.high, high: a.high - b.low, shown: formatNumber(value, 1) };
}

function mean(numbers: readonly (OwnNumber | undefined)[]) {
  const held = numbers.filter((number) => number !== undefined);
  if (held.length < numbers.length || held.length === 0) return null;
  const of = (part: (number: OwnNumber) => number) => held.reduce((sum, n) => sum + part(n), 0) / held.length;
  return { value: of((n) => n.value), low: of((n) => n.low), high: of((n) => n.high) };
}
