import { type Concern, VERDICTS, type Verdict, type VerdictBasis, type Weight } from "../../claims/claim.js";
import type { Judgement } from "../../claims/judge.js";

/** A claim with its verdict, as pages and downloads have it. Lists are joined by `;`. */
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
  /** The claim that it says again. */
  readonly restates: string | null;
  readonly because: string;
  /** What comes out under the other choices of what no text states; empty where that changes nothing. */
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
  /** Its fair readings with what each comes to; none where there is only one. */
  readonly readings: readonly ReadingRow[];
  /** Ids of the numbers of other sources that it is held against. */
  readonly outside: string;
  readonly code: string | null;
  /** Where its number lies, and where it would have to lie; empty where it is not about one number. */
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

/** The design effect up to which a stated significance is called a close call. */
export const CLOSE_DESIGN_EFFECT = 2;

/**
 * Whether a small change would turn a verdict, or somebody could disagree with it: contradicted, dependent on the reading or
 * on rounding, another source that differs, or significant up to a design effect below 2.
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

/** The order in which a reviewer reads: close calls before the rest, and of each first those on which a conclusion rests. */
export function byWeight(rows: readonly ClaimRow[]): ClaimRow[] {
  const rank = ({ close, weight }: ClaimRow) => (close ? 0 : 2) + (weight === "conclusion" ? 0 : 1);
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

/** How many claims of each publication have each verdict, those that say another again left out. */
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
