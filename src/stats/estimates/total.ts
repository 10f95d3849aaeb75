import type { SurveyDesign } from "../design/survey-design.js";
import { assertLevel } from "../numeric/check.js";
import { tEstimates } from "./assemble.js";
import { assertReference } from "./design-effect.js";
import type { EstimateOptions, Estimates } from "./estimate.js";
import { groupRatios } from "./group-ratios.js";
import { groupTotals } from "./group-totals.js";
import { groupsOf } from "./groups.js";

/**
 * Weighted totals by group. A missing answer adds nothing, so that the total is of those who answered.
 *
 * @param y one number a row, NaN where missing
 * @throws RangeError as `mean`
 * @example total(surveyDesign({ weights: [2, 3] }), Float64Array.of(1, 1), { level: 0.95 }).estimates[0].estimate // 5
 * Source: Cochran, Sampling Techniques, 5.3; R `survey::svytotal`.
 */
export function total(design: SurveyDesign, y: Float64Array, options: EstimateOptions): Estimates {
  assertLevel(options.level);
  assertReference(design, options.deffReference);
  const groups = groupsOf(design, [y], options);
  const { totals, covariance } = groupTotals(design, y, groups.codes, groups.count);
  const { squares } = groupRatios(design, y, null, groups);
  return tEstimates("total", groups, totals, covariance, options, (g) => {
    const n = groups.n[g];
    const population = groups.weightedN[g];
    return (squares[g] * population * n) / (n - 1);
  });
}
