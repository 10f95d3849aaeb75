import { type ReplicateWeights, storedReplicates } from "../design/replicates.js";
import type { SurveyDesign } from "../design/survey-design.js";

/** Up to this many weights are cached (160 MB); beyond, they are recomputed each time. */
const MAX_HELD = 2e7;

/**
 * The replicate weights of a design after each replicate's weights were adjusted as the sample's were, so that the
 * variance between replicates is that of the adjusted estimates; null where the design has none.
 *
 * @throws RangeError naming the replicate where the adjustment of one fails; at the first use of that replicate where
 *   there are too many to hold
 */
export function adjustReplicates(
  { n, replicates }: SurveyDesign,
  adjust: (weights: Float64Array) => Float64Array,
): ReplicateWeights | null {
  if (replicates === null) return null;
  const of = (r: number): Float64Array => {
    const weights = new Float64Array(n);
    replicates.weightsOf(r, weights);
    try {
      return adjust(weights);
    } catch (error) {
      if (error instanceof RangeError) throw new RangeError(`replicate ${r + 1}: ${error.message}`);
      throw error;
    }
  };
  const { count } = replicates;
  if (count * n <= MAX_HELD)
    return storedReplicates(
      Array.from({ length: count }, (_, r) => of(r)),
      replicates,
    );
  return {
    ...replicates,
    weightsOf: (r, out) => out.set(of(r)),
    totals(columns) {
      const totals = new Float64Array(count * columns.length);
      for (let r = 0; r < count; r++)
        totals.set(storedReplicates([of(r)], replicates).totals(columns), r * columns.length);
      return totals;
    },
  };
}
