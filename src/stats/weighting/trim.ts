import type { SurveyDesign } from "../design/survey-design.js";
import { type AdjustedWeights, adjustWeights } from "./adjusted-weights.js";

const MAX_ROUNDS = 10_000;

/**
 * Trims weights to bounds and shares what was cut off, or added, equally among the weights that were within them, so
 * that the sum of weights stays. That may carry some of these across a bound: `strict` repeats until none is.
 * Rows of weight 0 are no part of the sample: they stay 0 (R lifts them to `lower`).
 *
 * Variances take trimmed weights as given: trimming is no adjustment to known totals, and trades variance for bias.
 * Replicate weights are multiplied with the same ratios.
 *
 * @param options.lower lowest weight; none by default
 * @param options.upper highest weight; none by default
 * @param options.strict whether every weight must end within the bounds
 * @throws RangeError for bounds that cross, when no weight is within them to take the rest, when `strict` bounds cannot
 *   hold the sum of weights, or when sharing leaves a weight not above 0
 * @example trimWeights(surveyDesign({ weights: [1, 1, 4] }), { upper: 3, strict: false }).design.weights // [1.5, 1.5, 3]
 * Source: Potter (1990), Proc. ASA Survey Research Methods; R `survey::trimWeights`.
 */
export function trimWeights(
  design: SurveyDesign,
  {
    lower = Number.NEGATIVE_INFINITY,
    upper = Number.POSITIVE_INFINITY,
    strict,
  }: { lower?: number; upper?: number; strict: boolean },
): AdjustedWeights {
  if (!(lower < upper))
    throw new RangeError(`a lower bound of ${lower} is not below the upper bound of ${upper}`);
  const adjust = (before: Float64Array) => {
    if (strict) {
      const mean = before.reduce((sum, w) => sum + w, 0) / before.reduce((n, w) => n + (w > 0 ? 1 : 0), 0);
      if (!(mean >= lower && mean <= upper))
        throw new RangeError(`weights of mean ${mean} cannot all be from ${lower} to ${upper}`);
    }
    let final = before;
    let iterations = 0;
    while (iterations === 0 || strict) {
      const next = trimOnce(final, lower, upper);
      if (next === final) break;
      final = next;
      iterations += 1;
      if (iterations > MAX_ROUNDS) throw new RangeError(`trimming did not end in ${MAX_ROUNDS} rounds`);
    }
    const g = final.map((w, i) => (w === before[i] ? 1 : w / before[i]));
    return { final, g, iterations };
  };
  return adjustWeights(design, adjust, null);
}

/** One round; returns the same array if nothing is out of bounds. */
function trimOnce(weights: Float64Array, lower: number, upper: number): Float64Array {
  const clamp = (w: number) => (w > 0 ? Math.max(lower, Math.min(upper, w)) : w);
  let inside = 0;
  let outside = 0;
  let excess = 0;
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i];
    if (w !== clamp(w)) {
      outside += 1;
      excess += w - clamp(w);
    } else if (w > 0) inside += 1;
  }
  if (outside === 0) return weights;
  if (inside === 0) throw new RangeError(`no weight is from ${lower} to ${upper} to take what is trimmed`);
  const share = excess / inside;
  return weights.map((w, i) => {
    if (w === 0 || w !== clamp(w)) return clamp(w);
    if (w + share <= 0)
      throw new RangeError(`sharing out what was trimmed leaves row ${i + 1} a weight of ${w + share}`);
    return w + share;
  });
}
