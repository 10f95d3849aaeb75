/**
 * The tables of a build before disclosure control: one-way counts by the groups of each base, and estimates by the
 * same groups. True numbers: nothing of this type is for publication.
 */
export interface Tables<Details = unknown> {
  readonly bases: readonly Base[];
  /** At most one for each base and dimension. */
  readonly counts: readonly CountTable[];
  readonly measures: readonly Measure<Details>[];
  /**
   * The smallest and largest weight of an interview, on the scale of the sums in `Weighted`: assumed known to the
   * attacker. Both 1 for unweighted data.
   */
  readonly weights: { readonly low: number; readonly high: number };
}

/** The interviews behind one or more measures. */
export interface Base {
  readonly id: string;
  readonly total: number;
  /** The bases that directly contain this one. A base within none is outermost: its total is always shown. */
  readonly within?: readonly Inclusion[];
}

/**
 * Who is in the larger base only: a `group` that was not asked (without a call, say), which is protected like a cell,
 * or `no-answer`, which is not.
 */
export interface Inclusion {
  readonly base: string;
  readonly outside: "group" | "no-answer";
}

/** The interviews of a base by the disjoint groups of a dimension. */
export interface CountTable {
  readonly base: string;
  readonly dimension: string;
  readonly cells: readonly CountCell[];
  /** Interviews of the base in no group, such as unknown ones. Never shown; 0 by default. */
  readonly rest?: number;
}

export interface CountCell {
  readonly code: string;
  readonly count: number;
  /** The cell is empty by definition: its 0 reveals nothing. */
  readonly structural?: true;
  /** The base with exactly these interviews, if any. */
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
  /** Covariance of the cells, in order. */
  readonly covariance?: readonly (readonly number[])[];
}

export interface GroupEstimate<Details = unknown> extends Estimate<Details> {
  readonly code: string;
}

export interface Estimate<Details = unknown> {
  /** For a percentage: the number counted, and the percentage as printed. Left out for a mean. */
  readonly share?: Share;
  /** The sum of the group's weights, if it is to be shown. */
  readonly sumOfWeights?: number;
  /** Everything else shown with the estimate, such as its standard error: published or suppressed with it. */
  readonly details: Details;
}

export interface Share {
  /** Interviews counted by the percentage. */
  readonly answers: number;
  /** As printed: "39" or "38.5", rounded half up. */
  readonly percentage: string;
  /** Sums of weights of those counted and of the others; left out for unweighted data. */
  readonly weighted?: { readonly answers: number; readonly others: number };
}

/** Id of a count: the base, or the base and the group. */
export function countId(base: string, dimension?: string, code?: string): string {
  return dimension === undefined ? base : `${base}/${dimension}=${code ?? "rest"}`;
}

/** Every pair of nested bases, direct or transitive. */
export function inclusions(bases: readonly Base[]): { inner: string; outer: string; guarded: boolean }[] {
  const byId = new Map(bases.map((base) => [base.id, base]));
  return bases.flatMap(({ id: inner }) => {
    const found = new Map<string, boolean>();
    const climb = (id: string, guarded: boolean) => {
      for (const { base, outside } of byId.get(id)?.within ?? []) {
        const here = guarded || outside === "group";
        if (base === inner || (found.has(base) && (found.get(base) || !here))) continue;
        found.set(base, here);
        climb(base, here);
      }
    };
    climb(inner, false);
    return [...found].map(([outer, guarded]) => ({ inner, outer, guarded }));
  });
}
