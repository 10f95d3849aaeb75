import type { Group } from "./dimensions.js";

/** How a number stands in its publication. */
export const STATUSES = ["printed", "worded", "plotted", "tabled"] as const;
export type Status = (typeof STATUSES)[number];

export const UNITS = [
  "percent",
  "points-or-percent",
  "interviews",
  "count",
  "pounds",
  "months",
  "scale-point",
  "share",
] as const;
export type Unit = (typeof UNITS)[number];

/** A place in a raw file, for messages. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** Column of the number in its row; absent for rows without one. */
  readonly column?: number;
}

/**
 * One number of a publication. `printed` is the string as printed, null where the text does not give it; `value` its
 * number; `low` and `high` its rounding interval, in the unit of the measure.
 */
export interface Value {
  readonly id: string;
  readonly publication: string;
  readonly measure: string;
  readonly group: Group;
  readonly period: string | null;
  readonly printed: string | null;
  readonly words: string | null;
  readonly status: Status;
  readonly unit: Unit;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The id of the base, and its interviews where they are printed. */
  readonly base: string | null;
  readonly interviews: number | null;
  readonly place: string;
  readonly locator: string;
  readonly note: string | null;
  readonly source: Place;
  /** Set where no text gives the number and a build computed it from interviews. */
  readonly fromInterviews?: true;
}

/** The number of interviews behind a percentage, and who is counted. `interviews` is null where it is not printed. */
export interface Base {
  readonly id: string;
  readonly publication: string;
  readonly population: string;
  readonly definition: string;
  readonly group: Group;
  readonly period: string | null;
  readonly printed: string | null;
  readonly status: Status;
  readonly interviews: number | null;
  readonly place: string;
  readonly locator: string;
  readonly note: string | null;
  readonly source: Place;
}

/** Whether the number is known: printed or worded in the text, or filled in from the table. */
export function isHeld(value: Pick<Value, "low">): boolean {
  return value.low !== null;
}
