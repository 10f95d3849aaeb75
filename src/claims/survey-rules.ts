import type { Dimension } from "../model/dimensions.js";
import type { Sum } from "./numbers.js";

/** The comparisons that a publication could have made where it makes some, by family. */
export interface Family {
  readonly label: string;
  /** All pairs of the section's groups, or all questions that are compared. */
  readonly comparisons: number;
}

/** What the texts of a publication say of its numbers together, apart from its claims. */
export interface SurveyRules {
  readonly publication: string;
  /** What a correction for many comparisons counts a claim among, by the family that claims name. */
  readonly families: Readonly<Record<string, Family>>;
  /** What the survey weights on, of what its results are divided by. */
  readonly weightedOn: readonly Dimension[];
  /** Percentages that add up, by the publication's definitions. Only sums whose numbers are all recorded are used. */
  readonly sums: readonly Sum[];
}

/** The number of comparisons of each family of some publications. */
export function comparisonsByFamily(rules: readonly SurveyRules[]): ReadonlyMap<string, number> {
  return new Map(
    rules.flatMap(({ families }) =>
      Object.entries(families).map(([name, { comparisons }]) => [name, comparisons] as const),
    ),
  );
}
