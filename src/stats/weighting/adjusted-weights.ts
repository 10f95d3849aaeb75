import { type ReplicateWeights, storedReplicates } from "../design/replicates.js";
import type { Adjustment, SurveyDesign } from "../design/survey-design.js";
import { type WeightDiagnostics, weightDiagnostics } from "./diagnostics.js";

/** A design with adjusted weights. */
export interface AdjustedWeights {
  /** The design with new weights and the adjustment for its variances. */
  readonly design: SurveyDesign;
  /** Always true: what does not converge throws. */
  readonly converged: boolean;
  /** Iterations; 1 for a direct solution. */
  readonly iterations: number;
  /** Ratio of each weight after to before; for a weight of 0, its multiplier. */
  readonly g: Float64Array;
  readonly diagnostics: WeightDiagnostics;
}

/** One set of weights, adjusted. */
export interface Adjusted {
  readonly final: Float64Array;
  readonly g: Float64Array;
  readonly iterations: number;
}

/**
 * Adjusts the weights of a design and of its replicates.
 *
 * @param adjustment information for the variance; null if the weights after count as fixed. Replicate weights are
 *   then multiplied by the sample's ratios; otherwise each replicate is adjusted itself
 */
export function adjustWeights(
  design: SurveyDesign,
  adjust: (weights: Float64Array) => Adjusted,
  adjustment: ((final: Float64Array) => Adjustment) | null,
): AdjustedWeights {
  const { final, g, iterations } = adjust(design.weights);
  const given = adjustment === null;
  return {
    design: {
      ...design,
      weights: final,
      adjustments: given ? design.adjustments : [...design.adjustments, adjustment(final)],
      replicates: adjustReplicates(design, (weights) =>
        given ? weights.map((w, i) => w * g[i]) : adjust(weights).final,
      ),
    },
    converged: true,
    iterations,
    g,
    diagnostics: weightDiagnostics(final, design.weights),
  };
}

/** Up to this many weights are cached (160 MB); beyond, they are recomputed each time. */
const MAX_HELD = 2e7;

/**
 * The replicate weights of a design after each replicate's weights were adjusted as the sample's were, so that the
 * variance between replicates is that of the adjusted estimates; null where the design has none.
 *
 * @throws RangeError naming the replicate where the adjustment of one fails; at the first use of that replicate where
 *   there are too many to hold
 */
function adjustReplicates(
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
