import { entryAt } from "../../model/entry-at.js";
import { type WeightDiagnostics, weightDiagnostics } from "../../stats/index.js";

/** The distribution of weights relative to their mean, and its cost in precision. */
export interface WeightDistribution {
  /** Quantiles: the least weight that at least this part of the interviews do not exceed. */
  readonly quantiles: readonly { readonly part: number; readonly weight: number }[];
  /** The largest weight over the smallest. */
  readonly largestOverSmallest: number;
  readonly diagnostics: WeightDiagnostics;
}

/** Quantiles shown. */
export const WEIGHT_PARTS = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1] as const;

/** The distribution of final weights; weights of 0 are people not interviewed again and are skipped. */
export function weightDistribution(weights: ArrayLike<number>): WeightDistribution {
  const sorted = Float64Array.from(weights)
    .filter((weight) => weight > 0)
    .sort();
  const diagnostics = weightDiagnostics(sorted);
  const at = (part: number) =>
    entryAt(sorted, Math.max(0, Math.ceil(part * sorted.length) - 1)) / diagnostics.mean;
  return {
    quantiles: WEIGHT_PARTS.map((part) => ({ part, weight: at(part) })),
    largestOverSmallest: diagnostics.max / diagnostics.min,
    diagnostics,
  };
}
