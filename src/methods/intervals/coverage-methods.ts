/** The intervals whose coverage is compared, in the order in which readers meet them. */
export const COVERAGE_METHODS = [
  { method: "wald", label: "Wald" },
  { method: "logit", label: "Logit" },
  { method: "arcsine", label: "Arcsine" },
  { method: "wilson", label: "Wilson" },
  { method: "beta", label: "Korn-Graubard" },
  { method: "clopper-pearson", label: "Clopper-Pearson" },
] as const;

export type CoverageMethod = (typeof COVERAGE_METHODS)[number]["method"];

/** True percentages of the population. */
export const TRUE_PERCENTAGES = [2, 5, 10, 20, 50] as const;

/** Interviews of each sample. */
export const SAMPLE_SIZES = [20, 50, 100, 200, 500, 1000, 2000] as const;

/** What the intervals claim, percent. */
export const NOMINAL = 95;

/** One row of the table: how often a method's interval holds the truth. */
export interface CoverageRow {
  readonly method: CoverageMethod;
  readonly label: string;
  readonly kind: "calculated";
  /** Percent of the population that says yes. */
  readonly truth: number;
  readonly n: number;
  /** Percent of samples whose interval holds it. */
  readonly coverage: number;
}

/** One method under one true percentage: its coverage by sample size, with the least and the greatest. */
export interface CoverageLine {
  readonly method: CoverageMethod;
  readonly label: string;
  readonly truth: number;
  readonly coverage: readonly { readonly n: number; readonly percent: number }[];
  readonly low: number;
  readonly high: number;
  /** The fewest interviews, and the most. */
  readonly fewest: number;
  readonly most: number;
}

/** The rows of one true percentage, one line a method. */
export function coverageLines(rows: readonly CoverageRow[], truth: number): CoverageLine[] {
  return COVERAGE_METHODS.flatMap(({ method, label }) => {
    const own = rows.filter((row) => row.method === method && row.truth === truth);
    if (own.length === 0) return [];
    const percents = own.map((row) => row.coverage);
    const sizes = own.map((row) => row.n);
    return [
      {
        method,
        label,
        truth,
        coverage: own.map((row) => ({ n: row.n, percent: row.coverage })),
        low: Math.min(...percents),
        high: Math.max(...percents),
        fewest: Math.min(...sizes),
        most: Math.max(...sizes),
      },
    ];
  });
}
