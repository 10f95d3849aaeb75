import type { Dimension } from "../../../src/model/dimensions.js";

/** A population contained in another by definition. */
export interface Inside {
  readonly inner: readonly string[];
  readonly outer: string;
  readonly says: string;
  /** Only groups that both populations have. */
  readonly sameGroup?: true;
}

/** Parts that sum to a whole within rounding: exactly, or at most. */
export interface Sum {
  readonly id: string;
  /** Id of a value, or a number. */
  readonly whole: string | number;
  readonly parts: readonly string[];
  readonly relation: "equal" | "at most";
  /** The text that says so. */
  readonly says: string;
  /** Why the relation is only shown, not judged. */
  readonly open?: string;
}

/** A statement about the difference of two groups. */
export interface Statement {
  readonly measures: readonly string[];
  readonly dimension: Dimension;
  readonly pairs: readonly (readonly [string, string])[];
  /** Whether the first of each pair is said to be the higher. */
  readonly firstHigher: boolean;
  /** Why the statement is uncertain: it is shown, not judged. */
  readonly open?: string;
}

/** What a publication's texts say about its numbers, for the audit. */
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
