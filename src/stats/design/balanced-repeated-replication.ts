import type { SurveyDesign } from "./survey-design.js";
import { assertUnadjusted, unitReplicates } from "./unit-totals.js";

/**
 * Balanced repeated replication for a design of two primary sampling units a stratum: each replicate keeps one unit of each
 * stratum at weight 2 - rho and the other at rho, balanced by a Hadamard matrix.
 *
 * The finite population correction is left out.
 *
 * @param options.fay Fay's rho, 0 or more and below 1; 0 is plain BRR
 * @param options.mse distances from the full sample's estimate (true) or from the replicates' mean (false)
 * @throws RangeError for adjusted weights, a stratum without exactly two units, or a rho out of range
 * Source: Judkins (1990), Journal of Official Statistics 6(3); R `survey::as.svrepdesign(type = "Fay")`.
 */
export function balancedRepeatedReplication(
  design: SurveyDesign,
  { fay, mse }: { readonly fay: number; readonly mse: boolean },
): SurveyDesign {
  assertUnadjusted(design);
  if (!(fay >= 0 && fay < 1)) throw new RangeError(`Fay's rho must be 0 or more and below 1, not ${fay}`);
  const { stratumPsus, psuStratum, psuCount, strata } = design;
  stratumPsus.forEach((m, h) => {
    if (m !== 0 && m !== 2)
      throw new RangeError(
        `balanced replicates need two primary sampling units a stratum; ${strata.levels[h] === "" ? "the design" : `stratum ${strata.levels[h]}`} has ${m}`,
      );
  });
  // The first column of the matrix is all ones and belongs to no stratum.
  let order = 2;
  while (order < stratumPsus.length + 1) order *= 2;
  const first = new Int32Array(stratumPsus.length).fill(-1);
  for (let j = psuCount - 1; j >= 0; j--) first[psuStratum[j]] = j;
  const factors = Array.from({ length: order }, (_, r) =>
    Float64Array.from({ length: psuCount }, (_unused, j) => {
      const h = psuStratum[j];
      const keep = (first[h] === j) === (hadamard(r, h + 1) === 1);
      return keep ? 2 - fay : fay;
    }),
  );
  return {
    ...design,
    replicates: unitReplicates(design, factors, {
      method: "BRR",
      scale: 1 / (order * (1 - fay) ** 2),
      rscales: new Float64Array(order).fill(1),
      mse,
    }),
  };
}

/** An entry of Sylvester's Hadamard matrix: 1 or -1 by the number of ones that both indices share in binary. */
function hadamard(row: number, column: number): 1 | -1 {
  let shared = row & column;
  let sign: 1 | -1 = 1;
  while (shared !== 0) {
    sign = sign === 1 ? -1 : 1;
    shared &= shared - 1;
  }
  return sign;
}
