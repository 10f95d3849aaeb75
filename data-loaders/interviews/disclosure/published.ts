import type { Mark } from "./shorthand.js";

/** What may be published of some tables: every number, or the mark that stands in its place. */
export interface PublishedTables<Details = unknown> {
  readonly bases: readonly { readonly id: string; readonly total: number | Mark }[];
  readonly counts: readonly PublishedCounts[];
  readonly measures: readonly PublishedMeasure<Details>[];
  /** What the marks mean that occur, to be shown wherever the tables are. */
  readonly marks: Partial<Record<Mark, string>>;
  /** How the counts are rounded, in words; null where they are not. */
  readonly rounding: string | null;
}

export interface PublishedCounts {
  readonly base: string;
  readonly dimension: string;
  readonly cells: readonly { readonly code: string; readonly count: number | Mark }[];
}

export interface PublishedMeasure<Details = unknown> {
  readonly id: string;
  readonly base: string;
  readonly all: PublishedEstimate<Details> | Mark;
  readonly groups: readonly {
    readonly dimension: string;
    readonly cells: readonly {
      readonly code: string;
      readonly estimate: PublishedEstimate<Details> | Mark;
    }[];
    readonly covariance?: readonly (readonly (number | Mark)[])[];
  }[];
}

export interface PublishedEstimate<Details = unknown> {
  readonly percentage?: string;
  readonly sumOfWeights?: number;
  readonly details: Details;
}
