import { VERDICTS, type Verdict } from "../../claims/claim.js";
import type { Judgement } from "../../claims/judge.js";
import type { ClaimRow, VerdictCount } from "./schema.js";

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

/** How many claims of each publication have each verdict, those that say another again left out. */
export function countVerdicts(
  rows: readonly Pick<ClaimRow, "publication" | "verdict" | "restates">[],
  publications: readonly string[],
): VerdictCount[] {
  const counted = rows.filter(({ restates }) => restates === null);
  return publications.flatMap((publication) =>
    VERDICTS.map((verdict): VerdictCount => {
      const own = counted.filter((row) => row.publication === publication && row.verdict === verdict);
      return { publication, verdict, claims: own.length, kind: "calculated" };
    }),
  );
}
