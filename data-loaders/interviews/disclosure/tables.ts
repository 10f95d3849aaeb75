/**
 * What a build is about to publish of a file of interviews, before disclosure control: one-way counts of the groups of each
 * base, and estimates by the same groups. These are the true numbers; nothing of this type is for publication.
 */
export interface Tables<Details = unknown> {
  readonly bases: readonly Base[];
  /** At most one for each base and dimension. */
  readonly counts: readonly CountTable[];
  readonly measures: readonly Measure<Details>[];
  /**
   * The smallest and the largest weight of an interview, on the scale of the sums in `Weighted`: the attacker is taken to know
   * them. Both are 1 where nothing is weighted.
   */
  readonly weights: { readonly low: number; readonly high: number };
}

/** The interviews behind one or more measures. */
export interface Base {
  readonly id: string;
  readonly total: number;
  /** Bases that hold this one; those that hold them follow by themselves. A base within none is whole: its total stays. */
  readonly within?: readonly Inclusion[];
}

/**
 * Who is in the larger base and not in the smaller: a `group` (they were not asked, since they had no call, say), which is
 * protected as a cell is, or those who gave `no-answer`, which is not.
 */
export interface Inclusion {
  readonly base: string;
  readonly outside: "group" | "no-answer";
}

/** The interviews of a base by the groups of a dimension, which share none. */
export interface CountTable {
  readonly base: string;
  readonly dimension: string;
  readonly cells: readonly CountCell[];
  /** Interviews of the base in none of the groups, such as those whose group is not known. Never shown; 0 where left out. */
  readonly rest?: number;
}

export interface CountCell {
  readonly code: string;
  readonly count: number;
  /** Nobody can be in this cell, by the definition of base and group: its 0 tells of nobody. */
  readonly structural?: true;
  /** The base whose total this count is, where one is made of just these interviews. */
  readonly totalOf?: string;
}

/** Estimates of one measure, for its whole base and by groups. */
export interface Measure<Details = unknown> {
  readonly id: string;
  readonly base: string;
  readonly all: Estimate<Details>;
  readonly groups: readonly EstimateTable<Details>[];
}

export interface EstimateTable<Details = unknown> {
  readonly dimension: string;
  readonly cells: readonly GroupEstimate<Details>[];
  /** Among the cells, in their order. */
  readonly covariance?: readonly (readonly number[])[];
}

export interface GroupEstimate<Details = unknown> extends Estimate<Details> {
  readonly code: string;
}

export interface Estimate<Details = unknown> {
  /** For a percentage of interviews: how many of the base it counts, and as what it is printed. Left out for a mean. */
  readonly share?: Share;
  /** The sum of the weights of the group, where it is to be shown. */
  readonly sumOfWeights?: number;
  /** All else that is shown of the estimate, such as its standard error: published or suppressed together. */
  readonly details: Details;
}

export interface Share {
  /** Interviews that the percentage counts. */
  readonly answers: number;
  /** As printed: "39" or "38.5", rounded half up. */
  readonly percentage: string;
  /** Sums of the weights of those counted and of the others of the group; left out where nothing is weighted. */
  readonly weighted?: { readonly answers: number; readonly others: number };
}

/** The name of a count: the base, or the base and the group. */
export function countId(base: string, dimension?: string, code?: string): string {
  return dimension === undefined ? base : `${base}/${dimension}=${code ?? "rest"}`;
}
