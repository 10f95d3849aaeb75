/** Weights are stored as whole multiples of this. */
export const WEIGHT_UNIT = 1e-6;

const PER_ONE = 1e6;
/** Maximum relative change of a weight by rounding. */
const MAX_CHANGE = 1e-4;

/**
 * Weights as whole millionths, so that sums of them are exact and the same in any order.
 *
 * Estimates from rounded weights differ from those of the weights as they were: by about one part in two million where
 * weights are near 1. Divide by a million to have the rounded weights.
 *
 * @param weights finite and 0 or more
 * @throws RangeError for a weight that is negative or not finite, above 2^53 millionths (about nine billion), or so small
 *   that rounding changes it by more than one part in ten thousand; multiply weights that sum to 1 with the number of
 *   interviews
 * @example quantiseWeights([1, 0.3333333333]) // [1000000, 333333]
 */
export function quantiseWeights(weights: ArrayLike<number>): Float64Array {
  const units = new Float64Array(weights.length);
  for (let i = 0; i < units.length; i++) {
    const w = weights[i];
    if (!(w >= 0 && w < Infinity))
      throw new RangeError(`the weight of row ${i + 1} is ${w}; expected 0 or more`);
    const unit = Math.round(w * PER_ONE);
    if (unit > Number.MAX_SAFE_INTEGER)
      throw new RangeError(`the weight of row ${i + 1} is ${w}: too large for whole millionths`);
    if (Math.abs(unit - w * PER_ONE) > MAX_CHANGE * w * PER_ONE)
      throw new RangeError(
        `the weight of row ${i + 1} is ${w}: too small for six decimals; multiply all weights with a constant`,
      );
    units[i] = unit;
  }
  return units;
}
