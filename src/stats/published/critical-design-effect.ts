import { assertProportionInterval } from "../numeric/check.js";
import { Z_95 } from "../numeric/constants.js";
import { differenceOfProportions, type GroupProportion } from "./difference.js";

/**
 * The largest design effect at which a difference of two proportions stays significant at 95%: (z / 1.96)², where z has
 * the unpooled variance, both groups the same design effect and the groups are independent. Below 1 the difference is
 * not even significant under simple random sampling.
 *
 * @throws RangeError as `differenceOfProportions`
 * @example criticalDesignEffect({ p: 0.47, n: 1152 }, { p: 0.31, n: 1079 }) // 16.08
 */
export function criticalDesignEffect(a: GroupProportion, b: GroupProportion): number {
  const { z } = differenceOfProportions(a, b, { deff: 1 });
  return Number.isNaN(z) ? 0 : (z / Z_95) ** 2;
}

/** A group known to lie in an interval of proportions, with its interviews. */
export interface RoundedGroup {
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/**
 * The smallest critical design effect over all roundings of two groups that agree jointly with their rounded total, and
 * the roundings that attain it. The total is the weighted mean of the two, with a share of `a` anywhere in `share`.
 *
 * The effect grows with a.p and falls with b.p wherever a.p >= b.p (its derivatives keep their signs), so without a total
 * the worst corner is (a low, b high). A total that this corner does not reach cuts it off along a line; then the worst
 * case is where the line meets the side of the box that keeps the other group at its corner.
 *
 * @param share share of `a` in the total: 0 to 1 where nothing is known
 * @returns null when no roundings agree with the total
 * @throws RangeError for an interval outside 0 to 1, an n not above 0, or when `a` may be the lower group
 */
export function worstCriticalDesignEffect(
  a: RoundedGroup,
  b: RoundedGroup,
  {
    total,
    share = { low: 0, high: 1 },
  }: { total: { low: number; high: number }; share?: { low: number; high: number } },
): { deff: number; a: number; b: number } | null {
  assertProportionInterval(a, "a");
  assertProportionInterval(b, "b");
  assertProportionInterval(total, "total");
  assertProportionInterval(share, "share");
  if (a.low < b.high) throw new RangeError("a must be the higher group at every rounding");
  let pa = a.low;
  let pb = b.high;
  const highestMean = share.high * pa + (1 - share.high) * pb;
  const lowestMean = share.low * pa + (1 - share.low) * pb;
  if (highestMean < total.low)
    pa = share.high === 0 ? Number.NaN : (total.low - (1 - share.high) * pb) / share.high;
  if (lowestMean > total.high)
    pb = share.low === 1 ? Number.NaN : (total.high - share.low * pa) / (1 - share.low);
  if (!(pa <= a.high && pb >= b.low)) return null;
  return { deff: criticalDesignEffect({ p: pa, n: a.n }, { p: pb, n: b.n }), a: pa, b: pb };
}
