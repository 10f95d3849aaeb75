import type { ReplicateWeights } from "../design/replicates.js";

/**
 * The coefficients of a model under each replicate's weights, replicate by replicate: count × k.
 *
 * @param refit the coefficients under these weights, one a row of the design
 * @throws RangeError that names the replicate, where the model cannot be fitted to it
 */
export function replicateFits(
  replicates: ReplicateWeights,
  rows: number,
  k: number,
  refit: (weights: Float64Array) => Float64Array,
): Float64Array {
  const values = new Float64Array(replicates.count * k);
  const weights = new Float64Array(rows);
  for (let r = 0; r < replicates.count; r++) {
    replicates.weightsOf(r, weights);
    try {
      values.set(refit(weights), r * k);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RangeError(`replicate ${r + 1}: ${error.message}`, { cause: error });
    }
  }
  return values;
}
