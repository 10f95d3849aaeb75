import type { Group } from "../model/dimensions.js";
import type { Status } from "../model/value.js";

/** A recorded number as claims use it: plain data, so that it can be sent to a worker. */
export interface RecordedNumber {
  readonly id: string;
  readonly publication: string;
  /** The publication, or the report of which it is the background paper. */
  readonly work: string;
  /** What it measures; "interviews" for a base, "date" for an event. */
  readonly measure: string;
  readonly unit: "percent" | "other";
  readonly group: Group;
  readonly period: string | null;
  /** Digits as printed; null where it is worded, dated or not held. */
  readonly printed: string | null;
  readonly status: Status;
  /** Where it lies, before any reading of its rounding; null where it is not held. */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether low and high come from the printed digits, so that a rule of rounding changes them. */
  readonly rounded: boolean;
  /** The id of its base, and its interviews where they are held. */
  readonly base: string | null;
  readonly interviews: number | null;
}

/** That a total is the weighted mean of its parts. */
export interface Composition {
  readonly total: string;
  readonly parts: readonly string[];
  /** Interviews of the parts, null where one is not held; a residual part comes last. */
  readonly bases: readonly number[] | null;
  /** Whether there are people of the total in no part. */
  readonly residual: boolean;
  /** Whether the survey weights on what divides the parts. */
  readonly weightedOn: boolean;
}

/** That a figure is the plain sum of others, or that they make 100. */
export interface Sum {
  /** Null for 100. */
  readonly total: string | null;
  readonly parts: readonly string[];
  /** Whether the parts may fall short of the total, by answers that are not recorded. */
  readonly atMost: boolean;
}

/** All that claims are judged on. */
export interface Evidence {
  readonly numbers: ReadonlyMap<string, RecordedNumber>;
  readonly compositions: readonly Composition[];
  readonly sums: readonly Sum[];
}
