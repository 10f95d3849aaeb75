import type { Dimension } from "../model/dimensions.js";
import type { Sum } from "./numbers.js";

/** A family of comparisons that a publication makes or could have made. */
export interface Family {
  readonly label: string;
  /** The number of comparisons: all pairs of the section's groups, or all questions compared. */
  readonly comparisons: number;
}

/** What a publication's texts say about its numbers, apart from its claims. */
export interface SurveyRules {
  readonly publication: string;
  /** The families that claims refer to, for corrections. */
  readonly families: Readonly<Record<string, Family>>;
  /** The dimensions that the survey weights on. */
  readonly weightedOn: readonly Dimension[];
  /** Percentages that add up by definition. Sums with unrecorded numbers are ignored. */
  readonly sums: readonly Sum[];
}

/** Numbers of comparisons by family. */
export function comparisonsByFamily(rules: readonly SurveyRules[]): ReadonlyMap<string, number> {
  return new Map(
    rules.flatMap(({ families }) =>
      Object.entries(families).map(([name, { comparisons }]) => [name, comparisons] as const),
    ),
  );
}
