import { covarianceOfTotals } from "../design/covariance.js";
import { crossFactors } from "../design/factor.js";
import { residualScores } from "../design/residual-scores.js";
import { stratumFactors } from "../design/stratum-factors.js";
import type { Adjustment, SurveyDesign } from "../design/survey-design.js";
import { dimensionFactor } from "./cell-design.js";
import type { Cube, CubeAdjustment } from "./cube.js";
import { firstMoment, newMoment, secondMoment } from "./moments.js";

/**
 * Like `cellCovariance`, minus what the weight adjustment explains. An interview's score over its weight is (y - t)
 * times the scale in its group and 0 elsewhere; the explained part is the same for all interviews of a cell, so sums
 * by cell suffice.
 */
export function adjustedCovariance(
  cube: Cube,
  design: SurveyDesign,
  codes: Int32Array,
  about: Float64Array,
  scale: Float64Array,
): Float64Array {
  const { w, w2, wy, w2y, w2y2 } = cube.cells.sums;
  const k = about.length;
  const cells = cube.cells.count;
  const explained = explainedByAdjustment(cube, design, codes, about, scale);
  /** The centre for a cell's answers in its own group: t plus the explained part. */
  const centre = (c: number, g: number) => about[g] + explained[g][c] / scale[g];
  const moment = newMoment();
  const residuals = explained.map((fitted, a) =>
    w.high.map((weight, c) => {
      if (codes[c] !== a) return -weight * fitted[c];
      firstMoment(w, wy, c, centre(c, a), moment);
      return moment.high[0] * scale[a];
    }),
  );
  if (cube.design.clusters !== null) return covarianceOfTotals(design, residuals);
  const strata = design.stratumPsus.length;
  const stratum = design.strata.codes;
  const sums = new Float64Array(strata * k);
  const products = new Float64Array(strata * k * k);
  for (let c = 0; c < cells; c++) {
    const h = stratum[c];
    const own = codes[c];
    // Σ w² (y - t) and Σ w² (y - t)² in the cell's own group.
    let first = 0;
    let second = 0;
    if (own >= 0) {
      const ownScale = scale[own];
      firstMoment(w2, w2y, c, centre(c, own), moment);
      first = moment.high[0] * ownScale;
      secondMoment(w2, w2y, w2y2, c, centre(c, own), moment);
      second = moment.high[0] * ownScale * ownScale;
    }
    const squares = w2.high[c];
    for (let a = 0; a < k; a++) {
      const fa = explained[a][c];
      sums[h * k + a] += residuals[a][c];
      for (let b = 0; b <= a; b++) {
        const fb = explained[b][c];
        const product =
          a === own && b === own
            ? second
            : a === own
              ? -fb * first
              : b === own
                ? -fa * first
                : fa * fb * squares;
        const at = (h * k + a) * k + b;
        products[at] += product;
      }
    }
  }
  const factor = stratumFactors(design);
  const covariance = new Float64Array(k * k);
  for (let h = 0; h < strata; h++) {
    const m = design.stratumPsus[h];
    for (let a = 0; a < k; a++) {
      for (let b = 0; b <= a; b++) {
        const centred = m > 1 ? (sums[h * k + a] * sums[h * k + b]) / m : 0;
        covariance[a * k + b] += factor[h] * (products[(h * k + a) * k + b] - centred);
      }
    }
  }
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) covariance[b * k + a] = covariance[a * k + b];
  return covariance;
}

/** For each group and cell, the part of the scores (over weights) that the adjustment explains. */
function explainedByAdjustment(
  cube: Cube,
  design: SurveyDesign,
  codes: Int32Array,
  about: Float64Array,
  scale: Float64Array,
): Float64Array[] {
  const { v, vy } = cube.cells.sums;
  const adjusted: SurveyDesign = {
    ...design,
    adjustments: [cellAdjustment(cube, cube.design.adjustment as CubeAdjustment)],
  };
  const moment = newMoment();
  return Array.from(about, (t, a) => {
    const mean = v.high.map((initial, c) => {
      if (codes[c] !== a) return 0;
      firstMoment(v, vy, c, t, moment);
      return (moment.high[0] / initial) * scale[a];
    });
    const left = residualScores(adjusted, mean);
    return mean.map((value, c) => value - left[c]);
  });
}

/** The adjustment with cells for rows, for scores without weights. */
function cellAdjustment(
  { dimensions, cells }: Cube,
  { kind, dimensions: names }: CubeAdjustment,
): Adjustment {
  const factors = names.map((name) => dimensionFactor(dimensions, cells, name));
  const common = { kind, initial: cells.sums.v.high, final: new Float64Array(cells.count).fill(1) };
  if (kind === "post-stratification") return { ...common, strata: crossFactors(factors) };
  const columns = factors.flatMap(({ codes, levels }) =>
    levels.map((_, level) => Float64Array.from(codes, (code) => (code === level ? 1 : 0))),
  );
  return { ...common, columns };
}
