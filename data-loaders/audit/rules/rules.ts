import type { Dimension } from "../../../src/model/dimensions.js";

/** A population contained in another by definition. */
export interface Inside {
  readonly inner: readonly string[];
  readonly outer: string;
  readonly says: string;
  /** Only groups that both populations have. */
  readonly sameGroup?: true;
}

/** What a publication says about the difference of two groups. */
export interface Statement {
  readonly measures: readonly string[];
  readonly dimension: Dimension;
  readonly pairs: readonly (readonly [string, string])[];
  /** Whether the first of each pair is said to be the higher. */
  readonly firstHigher: boolean;
  /** Why the statement is uncertain: it is shown, not judged. */
  readonly open?: string;
}

/** What the texts of a publication say of its numbers that only the audit checks. Sums stand with the rules that claims have too. */
export interface AuditRules {
  readonly publication: string;
  /** Populations inside others, by their definitions. */
  readonly populations: readonly Inside[];
  /** Measure of weights that make 1 together; null where there is none. */
  readonly weights: string | null;
  /** Differences that are called significant. */
  readonly significant: readonly Statement[];
}
