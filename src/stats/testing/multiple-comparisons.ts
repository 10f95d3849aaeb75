/**
 * Holm's adjusted p-values: each is the smallest family-wise error rate at which its test is rejected by the step-down
 * procedure. Valid however the tests depend on each other.
 *
 * @param p p-values, 0 to 1, in any order; NaN is a test that was not made, stays NaN and is not counted
 * @returns adjusted p-values in the order given
 * @throws RangeError for a p-value outside 0 to 1
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 * Source: Holm (1979), Scandinavian Journal of Statistics 6(2); R `p.adjust(method = "holm")`.
 */
export function holm(p: ArrayLike<number>): Float64Array {
  const order = ascending(p);
  const count = order.length;
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  let greatest = 0;
  order.forEach((at, rank) => {
    greatest = Math.max(greatest, (count - rank) * p[at]);
    adjusted[at] = Math.min(1, greatest);
  });
  return adjusted;
}

/**
 * Benjamini and Hochberg's adjusted p-values: each is the smallest false discovery rate at which its test is rejected by
 * the step-up procedure. Valid for tests that are independent or positively dependent.
 *
 * @param p p-values, 0 to 1, in any order; NaN is a test that was not made, stays NaN and is not counted
 * @returns adjusted p-values in the order given
 * @throws RangeError for a p-value outside 0 to 1
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 * Source: Benjamini and Hochberg (1995), JRSS B 57(1); R `p.adjust(method = "BH")`.
 */
export function benjaminiHochberg(p: ArrayLike<number>): Float64Array {
  const order = ascending(p);
  const count = order.length;
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  let least = 1;
  for (let rank = count; rank > 0; rank--) {
    const at = order[rank - 1];
    least = Math.min(least, (count / rank) * p[at]);
    adjusted[at] = least;
  }
  return adjusted;
}

/**
 * Number of tests that Holm's procedure rejects: those with an adjusted p-value of at most `level`. Allocates
 * nothing, so it can run on millions of sets.
 *
 * @param ascending p-values, 0 to 1, from the least to the greatest, none missing
 * @example holmRejections([0.01, 0.03, 0.04], 0.05) // 1
 */
export function holmRejections(ascending: ArrayLike<number>, level: number): number {
  const count = ascending.length;
  let k = 0;
  while (k < count && (count - k) * ascending[k] <= level) k++;
  return k;
}

/**
 * Number of tests that Benjamini and Hochberg's procedure rejects: those with an adjusted p-value of at most `level`.
 *
 * @param ascending p-values, 0 to 1, from the least to the greatest, none missing
 * @example benjaminiHochbergRejections([0.01, 0.03, 0.04], 0.05) // 3
 */
export function benjaminiHochbergRejections(ascending: ArrayLike<number>, level: number): number {
  const count = ascending.length;
  let k = count;
  while (k > 0 && (count / k) * ascending[k - 1] > level) k--;
  return k;
}

/** Indexes of the present p-values, in ascending order. */
function ascending(p: ArrayLike<number>): number[] {
  const places = Array.from({ length: p.length }, (_, at) => at).filter((at) => !Number.isNaN(p[at]));
  for (const at of places) {
    const value = p[at];
    if (!(value >= 0 && value <= 1)) throw new RangeError(`p-value ${at} must be from 0 to 1, not ${value}`);
  }
  return places.sort((a, b) => p[a] - p[b]);
}
