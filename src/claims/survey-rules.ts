import type { Dimension } from "../model/dimensions.js";

/** A family of comparisons that a publication makes or could have made. */
export interface Family {
  readonly label: string;
  /** The number of comparisons: all pairs of the section's groups, or all questions compared. */
  readonly comparisons: number;
}

/** Parts that make a whole, but for rounding: exactly it, or at most it. */
export interface DeclaredSum {
  readonly id: string;
  /** Id of a value, or a number: 100 for percentages that make a whole. */
  readonly whole: string | number;
  readonly parts: readonly string[];
  readonly relation: "equal" | "at most";
  /**
   * What claims may rest on, where that is less: parts that make the whole of a chart may leave room for answers that are not
   * recorded.
   */
  readonly forClaims?: "at most";
  /** What in the text says so. */
  readonly says: string;
  /** Why the relation is shown by the audit, judged by nobody and no ground for claims. */
  readonly open?: string;
}

/** What the texts of a publication say of its numbers together, apart from its claims. */
export interface SurveyRules {
  readonly publication: string;
  /** The families that claims refer to, for corrections. */
  readonly families: Readonly<Record<string, Family>>;
  /** The dimensions that the survey weights on. */
  readonly weightedOn: readonly Dimension[];
  /** Percentages that add up, by the publication's definitions. Only sums whose numbers are all recorded are used. */
  readonly sums: readonly DeclaredSum[];
}

/** Numbers of comparisons by family. */
export function comparisonsByFamily(rules: readonly SurveyRules[]): ReadonlyMap<string, number> {
  return new Map(
    rules.flatMap(({ families }) =>
      Object.entries(families).map(([name, { comparisons }]) => [name, comparisons] as const),
    ),
  );
}
