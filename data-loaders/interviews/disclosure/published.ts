import type { Mark } from "./shorthand.js";

/** Tables for publication: each number, or a mark instead. */
export interface PublishedTables<Details = unknown> {
  readonly bases: readonly { readonly id: string; readonly total: number | Mark }[];
  readonly counts: readonly PublishedCounts[];
  readonly measures: readonly PublishedMeasure<Details>[];
  /** Explanation of the marks that occur, to be shown with the tables. */
  readonly marks: Partial<Record<Mark, string>>;
  /** How counts are rounded, in words; null if they are not. */
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
