import { assertProportionInterval } from "../numeric/check.js";

interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The weighted share of one of two groups that make up a total, implied by the three rounded proportions:
 * (total - rest) / (part - rest), over every rounding. It is a share of the weights in the survey, not of customers.
 *
 * The share grows with the total; its ends therefore have the total at an end, and lie at corners of the box because the
 * fraction is monotone in each proportion while the part stays above the rest.
 *
 * @returns ends as proportions, clipped to 0 to 1
 * @throws RangeError when the roundings of part and rest overlap, when the total lies beyond both, or for an interval outside 0 to 1
 * @example impliedShare({ low: 0.385, high: 0.395 }, { low: 0.465, high: 0.475 }, { low: 0.305, high: 0.315 })
 *   // { low: 0.4375, high: 0.5625 }
 */
export function impliedShare(total: Interval, part: Interval, rest: Interval): { low: number; high: number } {
  assertProportionInterval(total, "total");
  assertProportionInterval(part, "part");
  assertProportionInterval(rest, "rest");
  if (part.low <= rest.high && rest.low <= part.high) {
    throw new RangeError("the share is not identified: the roundings of the two groups overlap");
  }
  const ends = [total.low, total.high].flatMap((t) =>
    [part.low, part.high].flatMap((p) => [rest.low, rest.high].map((r) => (t - r) / (p - r))),
  );
  const low = Math.max(0, Math.min(...ends));
  const high = Math.min(1, Math.max(...ends));
  if (low > high) throw new RangeError("no share of the two groups makes the total");
  return { low, high };
}
