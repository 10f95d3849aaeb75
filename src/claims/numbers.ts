import type { Group } from "../model/dimensions.js";
import type { Status } from "../model/value.js";

/** A recorded number as claims use it: plain data, so that it can be sent to a worker. */
export interface RecordedNumber {
  readonly id: string;
  readonly publication: string;
  /** The publication, or its main report for a background paper. */
  readonly work: string;
  /** What it measures; "interviews" for a base, "date" for an event. */
  readonly measure: string;
  readonly unit: "percent" | "other";
  readonly group: Group;
  readonly period: string | null;
  /** Printed digits; null where it is worded, a date or unknown. */
  readonly printed: string | null;
  readonly status: Status;
  /** Its range before rounding rules; null where it is unknown. */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the range is the rounding interval of printed digits, so that rounding rules change it. */
  readonly rounded: boolean;
  /** The id of its base, and the interviews where known. */
  readonly base: string | null;
  readonly interviews: number | null;
}

/** That a total is the weighted mean of its parts. */
export interface Composition {
  readonly total: string;
  readonly parts: readonly string[];
  /** Interviews of the parts, null where one is unknown; a residual comes last. */
  readonly bases: readonly number[] | null;
  /** Whether there is a residual: people of the total in no part. */
  readonly residual: boolean;
  /** Whether the survey weights on the variable that divides the parts. */
  readonly weightedOn: boolean;
}

/** A figure that is the plain sum of others, or parts that sum to 100. */
export interface Sum {
  /** Null for 100. */
  readonly total: string | null;
  readonly parts: readonly string[];
  /** Whether the parts may sum to less, because of answers that are not recorded. */
  readonly atMost: boolean;
}

/** The numbers that claims are judged on, and their relations. */
export interface Evidence {
  readonly numbers: ReadonlyMap<string, RecordedNumber>;
  readonly compositions: readonly Composition[];
  readonly sums: readonly Sum[];
}
