import type { Dimension } from "../../../src/model/dimensions.js";

/** One population inside another, by their definitions. */
export interface Inside {
  readonly inner: readonly string[];
  readonly outer: string;
  readonly says: string;
  /** Only groups that both populations have. */
  readonly sameGroup?: true;
}

/** Parts that make a whole, but for rounding: exactly it, or at most it. */
export interface Sum {
  readonly id: string;
  /** Id of a value, or a number. */
  readonly whole: string | number;
  readonly parts: readonly string[];
  readonly relation: "equal" | "at most";
  /** What in the text says so. */
  readonly says: string;
  /** Why the relation is shown and not judged. */
  readonly open?: string;
}

/** What a publication says about the difference of two groups. */
export interface Statement {
  readonly measures: readonly string[];
  readonly dimension: Dimension;
  readonly pairs: readonly (readonly [string, string])[];
  /** Whether the first of each pair is said to be the higher. */
  readonly firstHigher: boolean;
  /** Why nothing is claimed for certain; the numbers are shown and not judged. */
  readonly open?: string;
}

/** What the texts of a publication say of its numbers, as the audit checks it. */
export interface AuditRules {
  readonly publication: string;
  /** Populations inside others, by their definitions. */
  readonly populations: readonly Inside[];
  readonly sums: readonly Sum[];
  /** Measure of weights that make 1 together; null where there is none. */
  readonly weights: string | null;
  /** Differences that are called significant. */
  readonly significant: readonly Statement[];
}
