import type { Adjustment } from "../design/adjustment.js";
import type { SurveyDesign } from "../design/survey-design.js";
import { adjustReplicates } from "./adjust-replicates.js";
import { type WeightDiagnostics, weightDiagnostics } from "./diagnostics.js";

/** A design after its weights were adjusted. */
export interface AdjustedWeights {
  /** With the new weights, and with the adjustment that its variances must account for. */
  readonly design: SurveyDesign;
  /** Always true: what does not converge throws. */
  readonly converged: boolean;
  /** Rounds that it took; 1 where the solution is direct. */
  readonly iterations: number;
  /** The ratio of each weight after to before; for a weight of 0, what it was multiplied with. */
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
 * Adjusts the weights of a design and those of its replicates.
 *
 * @param adjustment what the variance must know of it; null where weights after count as given. Replicate weights
 *   are then multiplied with the ratios of the sample's; otherwise the adjustment is made on those of each replicate.
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
