import type { SurveyDesign } from "./survey-design.js";

/**
 * The degrees of freedom of an estimate: primary sampling units minus strata, among those with at least one row that
 * counts. A group in three clusters of two strata has one, whatever the rest of the survey is.
 *
 * @param counts for each row whether it is in the domain, has answered and has a weight above 0
 * @returns 0 or more; 0 where no standard error can be trusted
 * Source: Korn and Graubard, Analysis of Health Surveys, 5.2; R `survey::degf` of a subset.
 */
export function degreesOfFreedom(design: SurveyDesign, counts: (row: number) => boolean): number {
  const { n, psu, psuCount, psuStratum, stratumPsus } = design;
  const unitSeen = new Uint8Array(psuCount);
  for (let i = 0; i < n; i++) if (counts(i)) unitSeen[psu === null ? i : psu[i]] = 1;
  const stratumSeen = new Uint8Array(stratumPsus.length);
  let units = 0;
  for (let j = 0; j < psuCount; j++) {
    if (unitSeen[j] === 0) continue;
    units += 1;
    stratumSeen[psuStratum[j]] = 1;
  }
  return units - stratumSeen.reduce((sum, seen) => sum + seen, 0);
}

/**
 * The degrees of freedom of each of several groups that do not overlap, in one pass over the rows.
 *
 * @param codes the group of every row, -1 for a row that does not count
 * @param k groups
 */
export function degreesOfFreedomByGroup(design: SurveyDesign, codes: Int32Array, k: number): Float64Array {
  const { n, psu, psuCount, psuStratum, stratumPsus, strata } = design;
  const units = new Float64Array(k);
  const seen = new Uint8Array(stratumPsus.length * k);
  if (psu === null) {
    for (let i = 0; i < n; i++) {
      const g = codes[i];
      if (g < 0) continue;
      units[g] += 1;
      seen[strata.codes[i] * k + g] = 1;
    }
  } else {
    const unitSeen = new Uint8Array(psuCount * k);
    for (let i = 0; i < n; i++) {
      const g = codes[i];
      if (g >= 0) unitSeen[psu[i] * k + g] = 1;
    }
    for (let j = 0; j < psuCount; j++) {
      for (let g = 0; g < k; g++) {
        if (unitSeen[j * k + g] === 0) continue;
        units[g] += 1;
        seen[psuStratum[j] * k + g] = 1;
      }
    }
  }
  for (let cell = 0; cell < seen.length; cell++) units[cell % k] -= seen[cell];
  return units;
}
