import type { SurveyDesign } from "../design/survey-design.js";
import type { IntervalMethod } from "../intervals/proportion-interval.js";
import { assertBinary, assertLevel } from "../numeric/check.js";
import { proportionEstimates } from "./assemble.js";
import { assertReference } from "./design-effect.js";
import type { EstimateOptions, Estimates } from "./estimate.js";
import { covarianceOfRatios, groupRatios } from "./group-ratios.js";
import { groupsOf } from "./groups.js";

/**
 * Weighted proportions by group, each with an interval of the method asked for and a reliability flag.
 *
 * @param y for each row 1 (has it), 0 (has it not) or NaN (no answer: stays in the design, out of the proportion)
 * @param options.interval the method of the intervals; it has no default
 * @throws RangeError for another answer than 0, 1 and NaN, and as `mean`
 * @example
 * proportion(surveyDesign({ n: 4 }), Float64Array.of(1, 0, 0, 0), { level: 0.95, interval: "wilson" }).estimates[0].estimate
 * // 0.25
 * Source: R `survey::svymean`, `svyby`, `svyciprop`; Parker et al. (2017) for the flag.
 */
export function proportion(
  design: SurveyDesign,
  y: Float64Array,
  options: EstimateOptions & { readonly interval: IntervalMethod },
): Estimates {
  assertLevel(options.level);
  assertReference(design, options.deffReference);
  assertBinary(y, "a proportion");
  const groups = groupsOf(design, [y], options);
  const ratios = groupRatios(design, y, null, groups);
  const covariance = covarianceOfRatios(design, y, null, groups, ratios);
  const unitVariance = (g: number) => {
    const n = groups.n[g];
    return (ratios.squares[g] / groups.weightedN[g]) * (n / (n - 1));
  };
  return proportionEstimates(groups, ratios.estimate, covariance, options, unitVariance);
}
