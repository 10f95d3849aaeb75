import { weightedResiduals } from "../numeric/linear-algebra.js";
import type { Adjustment, SurveyDesign } from "./survey-design.js";

/**
 * A total's scores minus what weight adjustments explain; the same array if there are none. The last adjustment comes
 * first, because its initial weights are adjusted themselves.
 */
export function residualScores(design: SurveyDesign, score: Float64Array): Float64Array {
  return design.adjustments.reduceRight((left, adjustment) => residual(adjustment, left), score);
}

function residual(adjustment: Adjustment, score: Float64Array): Float64Array {
  const { initial, final, strata, columns } = adjustment;
  // A row with final weight 0 has no score: a value of 0 keeps it out of the regression.
  const values = score.map((z, i) => (final[i] > 0 ? z / final[i] : 0));
  const left =
    strata === undefined
      ? weightedResiduals(columns ?? [], values, initial)
      : lessCellMeans(values, initial, strata.codes, strata.levels.length);
  for (let i = 0; i < left.length; i++) left[i] *= final[i];
  return left;
}

/** Residuals from the weighted cell means. */
function lessCellMeans(
  values: Float64Array,
  weights: Float64Array,
  codes: Int32Array,
  cells: number,
): Float64Array {
  const sums = new Float64Array(cells);
  const totals = new Float64Array(cells);
  for (let i = 0; i < values.length; i++) {
    const c = codes[i];
    const w = weights[i];
    sums[c] += w * values[i];
    totals[c] += w;
  }
  return values.map((value, i) => {
    const c = codes[i];
    return totals[c] > 0 ? value - sums[c] / totals[c] : value;
  });
}
