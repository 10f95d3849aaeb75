import { covarianceByGroup } from "../design/covariance.js";
import { stratumFactors } from "../design/stratum-factors.js";
import type { SurveyDesign } from "../design/survey-design.js";
import type { Cube } from "./cube.js";
import { add, multiply, type Sums, zeroSums } from "./double-double.js";
import { firstMoment, newMoment, secondMoment } from "./moments.js";

/**
 * The covariance matrix of the totals over groups of w (y - t) times a scale, t and the scale being constants of the
 * group: what `covarianceByGroup` gives for these scores of the interviews.
 *
 * @param design of `cellDesign`
 * @param codes the group of each cell, -1 for none
 * @param about t of each group
 * @param scale of each group
 */
export function cellCovariance(
  cube: Cube,
  design: SurveyDesign,
  codes: Int32Array,
  about: Float64Array,
  scale: Float64Array,
): Float64Array {
  const k = about.length;
  return cube.design.clusters === null
    ? interviewCovariance(cube, design, codes, about, scale)
    : covarianceByGroup(design, cellScores(cube, codes, about, scale), codes, k);
}

/** The sum of the scores in each cell. */
function cellScores(
  { cells }: Cube,
  codes: Int32Array,
  about: Float64Array,
  scale: Float64Array,
): Float64Array {
  const { w, wy } = cells.sums;
  const moment = newMoment();
  return w.high.map((_, c) => {
    const g = codes[c];
    if (g < 0) return 0;
    firstMoment(w, wy, c, about[g], moment);
    return moment.high[0] * scale[g];
  });
}

/** Each interview is its own unit: those of a stratum outside a group count as zeros. */
function interviewCovariance(
  { cells }: Cube,
  design: SurveyDesign,
  codes: Int32Array,
  about: Float64Array,
  scale: Float64Array,
): Float64Array {
  const k = about.length;
  const strata = design.stratumPsus.length;
  const { w, w2, wy, w2y, w2y2 } = cells.sums;
  const first = zeroSums(strata * k);
  const second = zeroSums(strata * k);
  const moment = newMoment();
  for (let c = 0; c < cells.count; c++) {
    const g = codes[c];
    if (g < 0) continue;
    const at = design.strata.codes[c] * k + g;
    const t = about[g];
    firstMoment(w, wy, c, t, moment);
    add(first, at, moment.high[0], moment.low[0]);
    secondMoment(w2, w2y, w2y2, c, t, moment);
    add(second, at, moment.high[0], moment.low[0]);
  }
  const factor = stratumFactors(design);
  const covariance = new Float64Array(k * k);
  for (let h = 0; h < strata; h++) {
    const f = factor[h];
    if (f === 0) continue;
    const m = design.stratumPsus[h];
    for (let a = 0; a < k; a++) {
      const at = h * k + a;
      const scaleA = scale[a];
      const squares = centredSquares(first, second, at, m);
      covariance[a * k + a] += f * squares * scaleA * scaleA;
      if (m < 2) continue;
      const mean = (first.high[at] * scaleA) / m;
      for (let b = 0; b < a; b++) covariance[a * k + b] -= f * mean * (first.high[h * k + b] * scale[b]);
    }
  }
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) covariance[b * k + a] = covariance[a * k + b];
  return covariance;
}

/** Σ x² - (Σ x)² / m of the sums at a place; a lone unit is not centred. */
function centredSquares(first: Sums, second: Sums, at: number, m: number): number {
  const squares = second.high[at];
  if (m < 2) return squares;
  const high = first.high[at];
  const low = first.low[at];
  const { term, ...left } = newMoment();
  multiply(squares, second.low[at], m, term);
  add(left, 0, term[0], term[1]);
  multiply(high, low, -high, term);
  add(left, 0, term[0], term[1]);
  add(left, 0, -high * low, 0);
  return Math.max(0, left.high[0]) / m;
}
