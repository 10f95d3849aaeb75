import type { Adjustment } from "../design/adjustment.js";
import { crossFactors } from "../design/factor.js";
import { residualScores } from "../design/residual-scores.js";
import type { SurveyDesign } from "../design/survey-design.js";
import { dimensionFactor } from "./cell-design.js";
import type { Cube, CubeAdjustment } from "./cube.js";
import { firstMoment, newMoment } from "./moments.js";

/** For each group and cell, the part of the scores (over weights) that the adjustment explains. */
export function explainedByAdjustment(
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
