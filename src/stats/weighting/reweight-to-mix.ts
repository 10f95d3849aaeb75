import type { Factor } from "../design/factor.js";
import type { Adjustment, SurveyDesign } from "../design/survey-design.js";
import { sumByCode, times } from "../numeric/by-row.js";
import { type AdjustedWeights, adjustWeights } from "./adjusted-weights.js";
import { assertMargin, assertReached } from "./margin.js";

/** How the variance treats the mix that weights were adjusted to. */
export type MixTreatment = "known" | "estimated";

/**
 * Reweights people who were interviewed again to the mix of everyone who was interviewed first, as the longitudinal
 * survey of arrangements was weighted to the arrangements of the quarterly surveys: within each level the weights of
 * those interviewed again are multiplied so that they sum to the weights of all first interviews at that level. They
 * begin with their weights of the first interview. This is post-stratification in the second phase of a two-phase sample.
 *
 * The mix comes from a sample, and those interviewed again are a part of that sample. `targets` says how the variance
 * takes that:
 * - "known": as if the mix were the population's. What differs between levels drops out of the variance, and the
 *   standard errors are too small.
 * - "estimated": the score of a total is, for everyone interviewed again, what is left of it after the mean of its level
 *   (at the weights after), plus, for every first interview, the mean of its level (at the weight of the first
 *   interview). The sum over both parts of the same person holds the covariance through the overlap.
 *
 * Either holds for any estimate from the design that comes back: means, ratios, differences, models. Its rows are the
 * first interviews; those not interviewed again have a weight of 0, and their answers to later questions count for nothing.
 *
 * @param design the sample of first interviews
 * @param level what the mix is of, at the first interview; no row may miss it
 * @param again for each row whether it was interviewed again (true or 1)
 * @returns also the treatment, and the weight of each level: its share is the mix
 * @throws RangeError for rows without a level (with their number), a level with first interviews and none again
 * Source: Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, 9.3 and 9.6 (two-phase sampling for
 *   stratification); the weighting of the child maintenance arrangements surveys, methodology of 6 November 2019.
 */
export function reweightToMix(
  design: SurveyDesign,
  level: Factor,
  again: ArrayLike<boolean | number>,
  { targets: treatment }: { targets: MixTreatment },
): AdjustedWeights & { readonly treatment: MixTreatment; readonly totals: Float64Array } {
  if (again.length !== design.n) throw new RangeError(`${again.length} marks for ${design.n} rows`);
  const { codes, levels } = level;
  const isAgain = Uint8Array.from({ length: design.n }, (_, i) => (again[i] ? 1 : 0));
  assertMargin({ factor: level, totals: new Float64Array(levels.length) }, design.n, "the mix");
  const mixOf = (weights: Float64Array) => sumByCode(weights, codes, levels.length);
  const known = mixOf(design.weights);
  const begin = (weights: Float64Array) => weights.map((w, i) => (isAgain[i] === 1 ? w : 0));
  const adjust = (weights: Float64Array) => {
    const totals = treatment === "known" ? known : mixOf(weights);
    const initial = begin(weights);
    const sums = mixOf(initial);
    assertReached({ factor: level, totals }, sums, "the mix");
    const multipliers = sums.map((sum, a) => (sum > 0 ? totals[a] / sum : 1));
    const g = Float64Array.from(codes, (a, i) => (isAgain[i] === 1 ? multipliers[a] : 0));
    return { final: times(weights, g), g, iterations: 1 };
  };
  const adjusted = adjustWeights(design, adjust, (final) =>
    treatment === "known"
      ? { kind: "post-stratification", initial: begin(design.weights), final, strata: level }
      : estimatedMix(design.weights, final, level, isAgain, known),
  );
  return { ...adjusted, treatment, totals: known };
}

/**
 * The estimated mix as a regression on one column a level. In a level, let w be the weights of the first interview, wg
 * those after for people interviewed again, and e = z / wg with the mean m. The score is to become wg (e - m) + wm for
 * them and wm for the others. A regression turns z into final (e - c b) with b = Σ v c e / Σ v c². With final = wg,
 * c = 1 and v = w for those interviewed again and final = w, c = -g / (g - 1) and v = w / g² for the others, whose e is 0,
 * Σ v c² = Σ w g / (g - 1) over the first, so that b = m (g - 1) / g, which gives both. Where all were interviewed again
 * g is 1 and nothing is to be taken out.
 */
function estimatedMix(
  weights: Float64Array,
  after: Float64Array,
  { codes, levels }: Factor,
  isAgain: Uint8Array,
  totals: Float64Array,
): Adjustment {
  const rest = new Float64Array(levels.length);
  weights.forEach((w, i) => {
    const a = codes[i];
    if (isAgain[i] === 0) rest[a] += w;
  });
  const g = totals.map((total, a) => total / (total - rest[a]));
  const multiplier = (i: number) => g[codes[i]];
  return {
    kind: "linear",
    initial: weights.map((w, i) => (isAgain[i] === 1 ? w : w / multiplier(i) ** 2)),
    final: after.map((w, i) => (isAgain[i] === 1 ? w : weights[i])),
    columns: levels.flatMap((_, a) => {
      if (!(rest[a] > 0)) return [];
      const other = -g[a] / (g[a] - 1);
      return [Float64Array.from(codes, (code, i) => (code !== a ? 0 : isAgain[i] === 1 ? 1 : other))];
    }),
  };
}
