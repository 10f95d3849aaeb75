import type { Adjustment } from "../design/adjustment.js";
import type { SurveyDesign } from "../design/survey-design.js";
import { adjustReplicates } from "./adjust-replicates.js";
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
