import { type Concern, VERDICTS, type Verdict, type VerdictBasis, type Weight } from "../../claims/claim.js";
import type { Judgement } from "../../claims/judge.js";

/** A claim with its verdict, for pages and downloads. Lists are joined by `;`. */
export interface ClaimRow {
  readonly id: string;
  readonly publication: string;
  readonly locator: string;
  readonly chart: string | null;
  readonly statement: string;
  readonly kind: string;
  readonly verdict: Verdict;
  readonly basis: VerdictBasis;
  readonly concern: Concern;
  readonly weight: Weight;
  /** The claim that it repeats. */
  readonly restates: string | null;
  readonly because: string;
  /** Outcome under the other assumptions; empty where it does not change. */
  readonly otherwise: string | null;
  /** Largest design effect at which the difference is significant: at the printed numbers, and at the worst that agree. */
  readonly critical: number | null;
  readonly worst: number | null;
  readonly holm: string | null;
  readonly values: string;
  readonly states: string;
  readonly needs: string;
  readonly given: string;
  readonly phrases: string;
  /** Its readings with their verdicts; none where there is only one. */
  readonly readings: readonly ReadingRow[];
  /** Ids of the numbers of other sources that it is compared with. */
  readonly outside: string;
  readonly code: string | null;
  /** The range of its number, and the range the claim needs; empty where it is not about one number. */
  readonly low: number | null;
  readonly high: number | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly unit: string | null;
  /** Whether it is a close call, which a reviewer looks at first: see `isClose`. */
  readonly close: boolean;
  readonly alternatives: string | null;
  readonly note: string | null;
}

/** One fair reading of a claim. */
export interface ReadingRow {
  readonly claim: string;
  readonly id: string;
  readonly statement: string;
  readonly warrant: string;
  readonly verdict: Verdict;
  readonly because: string;
  readonly code: string;
}

/** Claims of significance up to a smaller design effect are close calls. */
export const CLOSE_DESIGN_EFFECT = 2;

/**
 * Whether a claim is a close call: contradicted, dependent on reading or rounding, contradicted by another source, or
 * significant only up to a design effect below 2.
 */
export function isClose({ verdict, robustness }: Pick<Judgement, "verdict" | "robustness">): boolean {
  if (DISPUTED.includes(verdict)) return true;
  if (verdict !== "up-to-design-effect") return false;
  return (
    Math.min(robustness?.worstCase ?? Infinity, robustness?.criticalDesignEffect ?? Infinity) <
    CLOSE_DESIGN_EFFECT
  );
}

/** Verdicts that somebody could dispute. */
export const DISPUTED: readonly Verdict[] = ["contradicted", "reading", "consistent", "other-source"];

/** Sorts for reviewers: close calls first, and within each part conclusions first. */
export function byWeight(rows: readonly ClaimRow[]): ClaimRow[] {
  const rank = ({ close, weight }: ClaimRow) => (close ? 0 : 2) + (weight === "conclusion" ? 0 : 1);
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

/** Counts of claims by publication and verdict, without restatements. */
export interface VerdictCount {
  readonly publication: string;
  readonly verdict: Verdict;
  readonly claims: number;
  readonly kind: "calculated";
}

export function countVerdicts(
  rows: readonly Pick<ClaimRow, "publication" | "verdict" | "restates">[],
  publications: readonly string[],
): VerdictCount[] {
  const counted = rows.filter(({ restates }) => restates === null);
  return publications.flatMap((publication) =>
    VERDICTS.map((verdict) => ({
      publication,
      verdict,
      claims: counted.filter((row) => row.publication === publication && row.verdict === verdict).length,
      kind: "calculated" as const,
    })),
  );
}
