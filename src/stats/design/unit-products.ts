import { dot } from "../numeric/dot.js";
import { stratumFactors } from "./stratum-factors.js";
import type { SurveyDesign } from "./survey-design.js";

/**
 * Divides sums over a stratum's units into means. A lone unit is not centred: at its own mean its variance would be 0
 * under any policy.
 */
export function overUnits({ stratumPsus }: SurveyDesign, sums: Float64Array, k: number): void {
  for (let h = 0; h < stratumPsus.length; h++) {
    const m = stratumPsus[h];
    for (let a = 0; a < k; a++) sums[h * k + a] = m > 1 ? sums[h * k + a] / m : 0;
  }
}

/** Block size that fits the cache; rows of a power of 2 would evict each other. */
export const BLOCK = 250;

/**
 * Sums over units of products of k deviations from means, each times the factor of the unit's stratum.
 *
 * @param distances writes the distances of `size` units from `from` on into k rows of `BLOCK`
 */
export function sumOfProducts(
  design: SurveyDesign,
  k: number,
  distances: (from: number, size: number, out: Float64Array) => void,
): Float64Array {
  const { psuCount, psuStratum } = design;
  const factor = stratumFactors(design);
  const block = new Float64Array(k * BLOCK);
  const scaled = new Float64Array(BLOCK);
  const covariance = new Float64Array(k * k);
  for (let from = 0; from < psuCount; from += BLOCK) {
    const size = Math.min(BLOCK, psuCount - from);
    distances(from, size, block);
    for (let a = 0; a < k; a++) {
      for (let i = 0; i < size; i++) scaled[i] = factor[psuStratum[from + i]] * block[a * BLOCK + i];
      for (let b = 0; b <= a; b++) covariance[a * k + b] += dot(scaled, block, b * BLOCK, size);
    }
  }
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) covariance[b * k + a] = covariance[a * k + b];
  return covariance;
}
