import { PAIRED_BY } from "../model/workspace.js";
import { Z_95 } from "../stats/numeric/constants.js";
import { normalQuantile } from "../stats/numeric/distributions.js";
import type { Assumptions } from "./assumptions.js";
import type { RecordedNumber } from "./numbers.js";

/**
 * The design effect that makes a test at 95% equivalent to the test under the assumptions.
 *
 * A correction for m comparisons asks for z at 0.05 / m in place of 1.96, which is the same as a design effect larger by
 * the square of their ratio. Where a share s of respondents has the other one of its case among them, with correlation r, the
 * variance of the difference of the two percentages loses 2 s r sqrt(A B), A and B the variances of the
 * two; with equal percentages that divides it by the factor used here.
 */
export function effectiveDesignEffect(
  assumptions: Pick<Assumptions, "deff" | "paired" | "correlation" | "correction" | "comparisons">,
  a: RecordedNumber,
  b: RecordedNumber,
  comparisons: number | null = assumptions.comparisons,
): number {
  const { deff, paired, correlation, correction } = assumptions;
  const [m, n] = [a.interviews ?? 1, b.interviews ?? 1];
  const together = setApart(a, b) ? 1 - (paired * correlation * 2 * Math.sqrt(m * n)) / (m + n) : 1;
  const stricter =
    correction === "none" || comparisons === null
      ? 1
      : (normalQuantile(0.025 / Math.max(1, comparisons), "upper") / Z_95) ** 2;
  return Math.max(deff * together * stricter, 1e-6);
}

/** Whether two groups are those that an interview and the other one of its case are of. */
function setApart(a: RecordedNumber, b: RecordedNumber): boolean {
  if (PAIRED_BY === null) return false;
  const [first, second] = [a.group[PAIRED_BY.dimension], b.group[PAIRED_BY.dimension]];
  return first !== undefined && second !== undefined && first !== second;
}
