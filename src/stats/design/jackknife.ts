import type { ReplicateWeights } from "./replicates.js";
import type { SurveyDesign } from "./survey-design.js";
import { assertUnadjusted, sumByUnits } from "./unit-totals.js";

/**
 * The delete-one jackknife: one replicate for each primary sampling unit, which is left out while the others of its
 * stratum take over its weight (JKn), or those of the whole sample (JK1, for a design without strata).
 *
 * A stratum of one unit has no replicate to make up for it: an error, or none ("certainty"), or none and the other
 * strata scaled up ("average"), or the unit is left out and all other strata take over ("adjust").
 *
 * @param options.mse distances from the full sample's estimate (true) or from the replicates' mean (false)
 * @throws RangeError for JK1 with strata, for a single-unit stratum of a design that does not say what to do with it, and
 *   for a design whose weights were adjusted: make the replicates first, so that each is adjusted in its turn
 * Source: Wolter, Introduction to Variance Estimation, 4.5; R `survey::as.svrepdesign(type = "JKn")`.
 */
export function jackknife(
  design: SurveyDesign,
  { method, mse }: { readonly method: "JK1" | "JKn"; readonly mse: boolean },
): SurveyDesign {
  assertUnadjusted(design);
  const { stratumPsus, samplingFraction, psuCount, psuStratum, singlePsu, strata } = design;
  const used = stratumPsus.reduce((sum, m) => sum + (m > 0 ? 1 : 0), 0);
  if (method === "JK1" && used > 1) throw new RangeError("JK1 is for a design without strata; use JKn");
  const left: number[] = [];
  const rscales: number[] = [];
  let lone = 0;
  for (let j = 0; j < psuCount; j++) {
    const h = psuStratum[j];
    const m = stratumPsus[h];
    const correction = 1 - samplingFraction[h];
    if (m > 1) {
      // A fully sampled stratum has no sampling error, and no replicates.
      if (correction <= 0) continue;
      left.push(j);
      rscales.push(method === "JK1" ? 1 : (correction * (m - 1)) / m);
    } else if (correction > 0 && singlePsu !== "certainty") {
      if (singlePsu === "error" || used === 1)
        throw new RangeError(
          `${strata.levels[h] === "" ? "The design" : `Stratum ${strata.levels[h]}`} has one primary sampling unit, which no replicate can leave out`,
        );
      if (singlePsu === "average") lone += 1;
      else {
        left.push(j);
        rscales.push((correction * (used - 1)) / used);
      }
    }
  }
  if (lone > 0 && lone === used)
    throw new RangeError("every stratum has one primary sampling unit: there is no average");
  const only = stratumPsus.findIndex((m) => m > 0);
  const size = stratumPsus[only];
  const scale =
    method === "JK1"
      ? ((1 - samplingFraction[only]) * (size - 1)) / size
      : lone === 0
        ? 1
        : used / (used - lone);
  /** Weight multipliers of all units when unit `out` is left out. */
  const factorsOf = (out: number): Float64Array => {
    const h = psuStratum[out];
    const m = stratumPsus[h];
    const factors = new Float64Array(psuCount).fill(m === 1 ? used / (used - 1) : 1);
    if (m > 1) for (let j = 0; j < psuCount; j++) if (psuStratum[j] === h) factors[j] = m / (m - 1);
    factors[out] = 0;
    return factors;
  };
  const replicates: ReplicateWeights = {
    method,
    count: left.length,
    scale,
    rscales: Float64Array.from(rscales),
    mse,
    df: null,
    weightsOf(r, out) {
      const { n, psu, weights } = design;
      const factors = factorsOf(left[r]);
      for (let i = 0; i < n; i++) out[i] = weights[i] * factors[psu === null ? i : psu[i]];
    },
    totals(columns) {
      const k = columns.length;
      const totals = new Float64Array(left.length * k);
      columns.forEach((column, a) => {
        const units = sumByUnits(design, column);
        const strataSums = new Float64Array(stratumPsus.length);
        let whole = 0;
        for (let j = 0; j < psuCount; j++) {
          const h = psuStratum[j];
          strataSums[h] += units[j];
          whole += units[j];
        }
        for (let r = 0; r < left.length; r++) {
          const unit = left[r];
          const h = psuStratum[unit];
          const m = stratumPsus[h];
          const own = strataSums[h];
          totals[r * k + a] =
            m === 1 ? (whole - own) * (used / (used - 1)) : whole - own + (own - units[unit]) * (m / (m - 1));
        }
      });
      return totals;
    },
  };
  return { ...design, replicates };
}
