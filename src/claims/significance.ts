import { Z_95 } from "../stats/numeric/constants.js";
import { normalQuantile } from "../stats/numeric/distributions.js";
import type { Assumptions } from "./assumptions.js";
import type { RecordedNumber } from "./numbers.js";

/**
 * The design effect that makes a test at 95% equivalent to the test under the assumptions.
 *
 * A correction for m comparisons needs z at 0.05 / m instead of 1.96: equivalent to a design effect larger by the
 * squared ratio. If a share s of respondents has the other parent of its case among them, with correlation r, the
 * variance of the difference between the parents decreases by 2 s r sqrt(A B), A and B being the two variances; for
 * equal percentages that divides the design effect by the factor used here.
 */
export function effectiveDesignEffect(
  assumptions: Pick<Assumptions, "deff" | "paired" | "correlation" | "correction" | "comparisons">,
  a: RecordedNumber,
  b: RecordedNumber,
  comparisons: number | null = assumptions.comparisons,
): number {
  const { deff, paired, correlation, correction } = assumptions;
  const parents =
    a.group.parent !== undefined && b.group.parent !== undefined && a.group.parent !== b.group.parent;
  const [m, n] = [a.interviews ?? 1, b.interviews ?? 1];
  const together = parents ? 1 - (paired * correlation * 2 * Math.sqrt(m * n)) / (m + n) : 1;
  const stricter =
    correction === "none" || comparisons === null
      ? 1
      : (normalQuantile(0.025 / Math.max(1, comparisons), "upper") / Z_95) ** 2;
  return Math.max(deff * together * stricter, 1e-6);
}
