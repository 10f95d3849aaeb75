import type { Dimension } from "../model/dimensions.js";

/** The comparisons that a publication could have made where it makes some, by family. */
export interface Family {
  readonly label: string;
  /** All pairs of the section's groups, or all questions that are compared. */
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
  /** What a correction for many comparisons counts a claim among, by the family that claims name. */
  readonly families: Readonly<Record<string, Family>>;
  /** What the survey weights on, of what its results are divided by. */
  readonly weightedOn: readonly Dimension[];
  /** Percentages that add up, by the publication's definitions. Only sums whose numbers are all recorded are used. */
  readonly sums: readonly DeclaredSum[];
}

/** The number of comparisons of each family of some publications. */
export function comparisonsByFamily(rules: readonly SurveyRules[]): ReadonlyMap<string, number> {
  return new Map(
    rules.flatMap(({ families }) =>
      Object.entries(families).map(([name, { comparisons }]) => [name, comparisons] as const),
    ),
  );
}
