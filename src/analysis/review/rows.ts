import { VERDICTS, type Verdict } from "../../claims/claim.js";
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
  readonly because: string;
  /** Largest design effect at which the difference is significant: at the printed numbers, and at the worst that agree. */
  readonly critical: number | null;
  readonly worst: number | null;
  readonly holm: string | null;
  readonly values: string;
  readonly states: string;
  readonly needs: string;
  readonly given: string;
  readonly phrases: string;
  /** The verdicts with all its phrases read more narrowly, or more widely; empty where it reads none. */
  readonly narrow: Verdict | null;
  readonly wide: Verdict | null;
  readonly code: string | null;
  /** Where its number lies, and where it would have to lie; empty where it is not about one number. */
  readonly low: number | null;
  readonly high: number | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly unit: string | null;
  /** Whether it is a close call: contradicted, dependent on rounding, or significant up to a design effect of 2 at most. */
  readonly close: boolean;
  readonly alternatives: string | null;
  readonly note: string | null;
}

/** The design effect up to which a stated significance is called a close call. */
export const CLOSE_DESIGN_EFFECT = 2;

/** Whether a small change would turn a verdict, or it has turned already. */
export function isClose({ verdict, robustness }: Pick<Judgement, "verdict" | "robustness">): boolean {
  if (verdict === "contradicted" || verdict === "consistent") return true;
  if (verdict !== "up-to-design-effect") return false;
  return (
    Math.min(robustness?.worstCase ?? Infinity, robustness?.criticalDesignEffect ?? Infinity) <
    CLOSE_DESIGN_EFFECT
  );
}

/** The order in which a reviewer reads: contradicted, by numbers before words; then what a little would turn; then the rest. */
const ORDER: readonly Verdict[] = [
  "contradicted",
  "consistent",
  "up-to-design-effect",
  "undecidable",
  "reproduced",
  "not-numbers",
];

export function byCloseness(rows: readonly ClaimRow[]): ClaimRow[] {
  const rank = (row: ClaimRow) => ORDER.indexOf(row.verdict);
  const byWords = (row: ClaimRow) => (row.code?.startsWith("byDefinition") ? 1 : 0);
  return [...rows].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      byWords(a) - byWords(b) ||
      (a.worst ?? a.critical ?? Infinity) - (b.worst ?? b.critical ?? Infinity),
  );
}

/** How many claims of each publication have each verdict. */
export interface VerdictCount {
  readonly publication: string;
  readonly verdict: Verdict;
  readonly claims: number;
  readonly kind: "calculated";
}

export function countVerdicts(
  rows: readonly Pick<ClaimRow, "publication" | "verdict">[],
  publications: readonly string[],
): VerdictCount[] {
  return publications.flatMap((publication) =>
    VERDICTS.map((verdict) => ({
      publication,
      verdict,
      claims: rows.filter((row) => row.publication === publication && row.verdict === verdict).length,
      kind: "calculated" as const,
    })),
  );
}
