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

/** Marks that replace numbers, in the scheme of UK official statistics. */
export type Mark = "[c]" | "[low]" | "[z]";

/** Explains the marks in `cells`, in alphabetical order, to be shown with them. */
export function explainMarks(cells: Iterable<unknown>, least: number): Partial<Record<Mark, string>> {
  const meaning: Record<Mark, string> = {
    "[c]": `confidential: fewer than ${least} interviews, or needed to protect such a count`,
    "[low]": "low: more than zero, rounded to zero",
    "[z]": "not applicable: nobody can be in this group here",
  };
  const used = new Set(cells);
  return Object.fromEntries(Object.entries(meaning).filter(([mark]) => used.has(mark)));
}
