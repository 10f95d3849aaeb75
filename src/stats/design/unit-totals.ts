import type { ReplicateWeights } from "./replicates.js";
import type { SurveyDesign } from "./survey-design.js";

/** The weighted total of a column in each primary sampling unit. */
export function sumByUnits({ n, weights, psu, psuCount }: SurveyDesign, column: Float64Array): Float64Array {
  const units = new Float64Array(psuCount);
  for (let i = 0; i < n; i++) {
    const j = psu === null ? i : psu[i];
    units[j] += weights[i] * column[i];
  }
  return units;
}

/** Throws a RangeError if weights were adjusted before replicates were made. */
export function assertUnadjusted({ adjustments }: SurveyDesign): void {
  if (adjustments.length > 0)
    throw new RangeError(
      "make replicate weights before the weights are adjusted, so that each is adjusted too",
    );
}

/**
 * Replicate weights that multiply the weights of whole primary sampling units.
 *
 * @param factors for each replicate one factor a primary sampling unit
 */
export function unitReplicates(
  design: SurveyDesign,
  factors: readonly Float64Array[],
  of: Pick<ReplicateWeights, "method" | "scale" | "rscales" | "mse">,
): ReplicateWeights {
  return {
    ...of,
    count: factors.length,
    df: null,
    weightsOf(r, out) {
      const factor = factors[r];
      for (let i = 0; i < design.n; i++)
        out[i] = design.weights[i] * factor[design.psu === null ? i : design.psu[i]];
    },
    totals(columns) {
      const k = columns.length;
      const totals = new Float64Array(factors.length * k);
      columns.forEach((column, a) => {
        const units = sumByUnits(design, column);
        factors.forEach((factor, r) => {
          let sum = 0;
          for (let j = 0; j < units.length; j++) sum += factor[j] * units[j];
          totals[r * k + a] = sum;
        });
      });
      return totals;
    },
  };
}
