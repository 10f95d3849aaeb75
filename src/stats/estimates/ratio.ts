import type { SurveyDesign } from "../design/survey-design.js";
import { assertLevel } from "../numeric/check.js";
import { tEstimates } from "./assemble.js";
import { assertReference } from "./design-effect.js";
import type { EstimateOptions, Estimates } from "./estimate.js";
import { covarianceOfRatios, groupRatios } from "./group-ratios.js";
import { groupsOf } from "./groups.js";

/**
 * Ratios of two weighted totals by group.
 *
 * @param numerator one number a row; a row that misses either variable (NaN) does not count and stays in the design
 * @param denominator one number a row
 * @throws RangeError as `mean`
 * @example ratio(surveyDesign({ n: 2 }), Float64Array.of(1, 2), Float64Array.of(2, 4), { level: 0.95 }) // 0.5
 * Source: Cochran, Sampling Techniques, 6.4; R `survey::svyratio`.
 */
export function ratio(
  design: SurveyDesign,
  numerator: Float64Array,
  denominator: Float64Array,
  options: EstimateOptions,
): Estimates {
  assertLevel(options.level);
  assertReference(design, options.deffReference);
  const groups = groupsOf(design, [numerator, denominator], options);
  const ratios = groupRatios(design, numerator, denominator, groups);
  const covariance = covarianceOfRatios(design, numerator, denominator, groups, ratios);
  return tEstimates("ratio", groups, ratios.estimate, covariance, options, (g) => {
    const n = groups.n[g];
    const total = ratios.denominator[g];
    return ((ratios.squares[g] / total) * (groups.weightedN[g] / total) * n) / (n - 1);
  });
}
