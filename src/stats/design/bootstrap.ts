import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { SurveyDesign } from "./survey-design.js";
import { assertUnadjusted, unitReplicates } from "./unit-totals.js";

/**
 * The rescaling bootstrap of Rao and Wu: in each replicate a stratum's m units are drawn m - 1 times with replacement, and
 * each unit's weight is multiplied with its draws times m / (m - 1).
 *
 * The finite population correction is left out, so that standard errors are a little too large where the sample is a
 * large part of the population.
 *
 * @param options.replicates how many, at least 2
 * @param options.seed a whole number; the same seed gives the same replicates everywhere
 * @param options.mse distances from the full sample's estimate (true) or from the replicates' mean (false)
 * @throws RangeError for fewer than 2 replicates, a seed that is no whole number, adjusted weights, or a stratum of one
 *   unit unless the design counts it as certain
 * Source: Rao and Wu (1988), JASA 83(401); R `survey::as.svrepdesign(type = "subbootstrap")`.
 */
export function bootstrap(
  design: SurveyDesign,
  { replicates, seed, mse }: { readonly replicates: number; readonly seed: number; readonly mse: boolean },
): SurveyDesign {
  assertUnadjusted(design);
  if (!(Number.isInteger(replicates) && replicates >= 2))
    throw new RangeError(`a bootstrap needs 2 or more replicates, not ${replicates}`);
  if (!Number.isInteger(seed)) throw new RangeError(`the seed must be a whole number, not ${seed}`);
  const { stratumPsus, psuStratum, psuCount, samplingFraction, singlePsu, strata } = design;
  const units = Array.from(stratumPsus, (): number[] => []);
  for (let j = 0; j < psuCount; j++) units[psuStratum[j]].push(j);
  units.forEach((members, h) => {
    if (members.length === 1 && singlePsu !== "certainty" && samplingFraction[h] < 1)
      throw new RangeError(
        `${strata.levels[h] === "" ? "The design" : `Stratum ${strata.levels[h]}`} has one primary sampling unit, which cannot be resampled`,
      );
  });
  const random = xoroshiro128plus(seed);
  const factors = Array.from({ length: replicates }, () => {
    const factor = new Float64Array(psuCount).fill(1);
    for (const members of units) {
      const m = members.length;
      if (m < 2) continue;
      for (const j of members) factor[j] = 0;
      for (let draw = 1; draw < m; draw++) {
        const j = members[uniformInt(random, 0, m - 1)];
        factor[j] += m / (m - 1);
      }
    }
    return factor;
  });
  return {
    ...design,
    replicates: unitReplicates(design, factors, {
      method: "bootstrap",
      scale: 1 / (replicates - 1),
      rscales: new Float64Array(replicates).fill(1),
      mse,
    }),
  };
}
