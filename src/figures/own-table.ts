import type { StatementCheck } from "../analysis/own-table/broken-statements.js";
import type { LostNumber, OwnNumber, OwnNumbers } from "../analysis/own-table/numbers.js";
import type { Scored } from "../analysis/own-table/score.js";
import type { RowTable } from "../analysis/row-table.js";
import type { SegmentedRow } from "../analysis/segmented-row.js";
import { formatNumber } from "../model/format.js";
import type { Options } from "../model/variants.js";

/** A number of the reader's table as a figure shows it: what it is on a row, with its rounding interval. */
export interface OwnMark {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** As printed in the table, or worked out from it. */
  readonly shown: string;
}

/** The project's tables, for what is worked out once a reader has brought numbers. */
export interface OwnSources {
  readonly values: RowTable;
  readonly events: RowTable;
}

/** What the reader's numbers come to beyond the rows of the figure. */
export interface OwnFurther {
  /** Other quantities that they give, beside our ranges of them. */
  readonly scored: readonly Scored[];
  readonly segmented: readonly SegmentedRow[];
}

/**
 * What a figure does with the reader's own table: which lost numbers it can take, what number and range each of its rows
 * has, and which statements the numbers are put to. Frame, form, score, table and text alternative follow from it; the
 * chart draws `options.own`.
 */
export interface OwnTable<Shown> {
  /** Whether a lost number can be filled in here. */
  readonly asks: (lost: LostNumber) => boolean;
  /** The number that belongs to a row, or null for a row without one. */
  readonly mark: (row: Shown, numbers: OwnNumbers) => OwnMark | null;
  /** Whether what is drawn is worked out from the table, rather than printed in it. */
  readonly workedOut?: boolean;
  /** What a row is called in the score. */
  readonly label: (row: Shown) => string;
  /** The range, or its parts, that we gave for it; empty where nothing fits. Left out where there are no ranges. */
  readonly ranges?: (row: Shown) => readonly (readonly [number, number])[];
  /** The score in a sentence, where it is not one of several numbers. */
  readonly scoreText?: (scored: readonly Scored[]) => string;
  /** What the words make of the numbers, in a sentence or two, where there are no ranges. */
  readonly inWords?: (rows: readonly Shown[], numbers: OwnNumbers) => string;
  /** Puts the numbers to the statements that the ranges rest on. */
  readonly check?: (sources: OwnSources, numbers: OwnNumbers, state: Options) => Promise<StatementCheck>;
  readonly further?: (sources: OwnSources, numbers: OwnNumbers, state: Options) => Promise<OwnFurther>;
}

/** A number as it stands in the table. */
export function printedMark(number: OwnNumber | undefined): OwnMark | null {
  return number === undefined
    ? null
    : { value: number.value, low: number.low, high: number.high, shown: number.printed };
}

/** One number of the table, or the mean of several, less another, or the mean of others; null where one lacks. */
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
