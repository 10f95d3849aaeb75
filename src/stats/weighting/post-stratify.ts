import type { Factor } from "../design/factor.js";
import type { SurveyDesign } from "../design/survey-design.js";
import { spread, sumByCode, times } from "../numeric/by-row.js";
import { type AdjustedWeights, adjustWeights } from "./adjusted-weights.js";
import { assertMargin, assertReached } from "./margin.js";

/**
 * Post-stratification: multiplies the weights of each cell so that they sum to the cell's population total. Weights of
 * one cell keep their ratios.
 *
 * @param cells each row's cell; cross several variables with `crossFactors`
 * @param totals the population total of each level of `cells`, in their order: above 0, or 0 for a cell without rows
 * @param options.partial ignore cells that have a total but no interviews, so that the weights sum to less than the
 *   totals; an error by default
 * @throws RangeError for rows without a cell (with their number), a level without a total, a total not above 0, or a
 *   level with a total and no interviews
 * @example postStratify(surveyDesign({ n: 3 }), factor(["a", "a", "b"]), [10, 4]).design.weights // [5, 5, 4]
 * Source: Holt and Smith (1979), JRSS A 142(1); R `survey::postStratify`.
 */
export function postStratify(
  design: SurveyDesign,
  cells: Factor,
  totals: ArrayLike<number>,
  { partial = false }: { partial?: boolean } = {},
): AdjustedWeights {
  const margin = { factor: cells, totals };
  assertMargin(margin, design.n, "the cell factor");
  const { codes, levels } = cells;
  const adjust = (weights: Float64Array) => {
    const sums = sumByCode(weights, codes, levels.length);
    assertReached(margin, sums, "the cell factor", partial);
    const multipliers = sums.map((sum, a) => (sum > 0 ? totals[a] / sum : 1));
    const g = spread(multipliers, codes);
    return { final: times(weights, g), g, iterations: 1 };
  };
  return adjustWeights(design, adjust, (final) => ({
    kind: "post-stratification",
    initial: design.weights,
    final,
    strata: cells,
  }));
}
