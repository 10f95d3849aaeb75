import type { SurveyDesign } from "../design/survey-design.js";
import { assertLevel } from "../numeric/check.js";
import { tEstimates } from "./assemble.js";
import { assertReference } from "./design-effect.js";
import type { EstimateOptions, Estimates } from "./estimate.js";
import { covarianceOfRatios, groupRatios } from "./group-ratios.js";
import { groupsOf } from "./groups.js";

/**
 * Weighted means by group, with linearised or replicate variances and t intervals.
 *
 * @param y one number a row; NaN is a missing answer, which stays in the design and out of the mean
 * @throws RangeError for columns of different lengths, a level outside 0 to 1, a design effect that is refused, or a
 *   single-unit stratum that the design does not provide for
 * @example mean(surveyDesign({ n: 3 }), Float64Array.of(1, 2, 6), { level: 0.95 }).estimates[0].estimate // 3
 * Source: Cochran, Sampling Techniques, 6.3; R `survey::svymean`, `svyby`.
 */
export function mean(design: SurveyDesign, y: Float64Array, options: EstimateOptions): Estimates {
  assertLevel(options.level);
  assertReference(design, options.deffReference);
  const groups = groupsOf(design, [y], options);
  const ratios = groupRatios(design, y, null, groups);
  const covariance = covarianceOfRatios(design, y, null, groups, ratios);
  return tEstimates("mean", groups, ratios.estimate, covariance, options, (g) => {
    const n = groups.n[g];
    return (ratios.squares[g] / groups.weightedN[g]) * (n / (n - 1));
  });
}
