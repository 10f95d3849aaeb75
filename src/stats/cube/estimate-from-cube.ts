import { proportionEstimates, tEstimates } from "../estimates/assemble.js";
import { assertPopulation } from "../estimates/design-effect.js";
import type { DeffReference, Estimates } from "../estimates/estimate.js";
import type { IntervalMethod } from "../intervals/proportion-interval.js";
import { assertLevel } from "../numeric/check.js";
import { adjustedCovariance } from "./adjusted-covariance.js";
import { cellCovariance } from "./cell-covariance.js";
import { cellDesign } from "./cell-design.js";
import { type CellLevels, cellGroups } from "./cell-groups.js";
import type { Cube } from "./cube.js";
import { groupMeans, groupMoments, newMoment, secondMoment } from "./moments.js";
import { WEIGHT_UNIT } from "./quantise-weights.js";

export interface CubeEstimateOptions {
  /** Names of dimensions; every combination of their levels has an estimate, also one without interviews. */
  readonly by?: readonly string[];
  /** Whether a cell of these levels is in the domain; all are by default. The others stay in the design. */
  readonly domain?: (levels: CellLevels) => boolean;
  /** Confidence level of intervals, between 0 and 1. */
  readonly level: number;
  readonly deffReference?: DeffReference;
}

/**
 * Proportions, means or totals from a cube: what `proportion`, `mean` and `total` give from the interviews with their
 * weights rounded to six decimals, with the same standard errors, covariances, degrees of freedom and intervals.
 *
 * Without clusters the sums of squares that a variance needs are in the cells; with clusters these are a dimension of the
 * cube. Where the cube has an adjustment of weights, what it explains is taken out: its fitted values are the same for
 * all interviews of a cell, since all its margins are dimensions.
 *
 * @param options.interval the method of the intervals of proportions; it has no default
 * @throws RangeError for names that are no dimensions, proportions of a variable that is not 0 or 1, a level outside 0 to
 *   1, a design effect that is refused, and a single-unit stratum that the design does not provide for
 * @example
 * const sex = factor(["f", "m", "f"], { name: "sex" });
 * const cube = makeCube({ weights: [1, 1, 2], y: Float64Array.of(1, 0, 0), dimensions: [sex] });
 * estimateFromCube(cube, { statistic: "mean", by: ["sex"], level: 0.95 }).estimates[0].estimate // 0.333…
 */
export function estimateFromCube(
  cube: Cube,
  options: CubeEstimateOptions &
    (
      | { readonly statistic: "proportion"; readonly interval: IntervalMethod }
      | { readonly statistic: "mean" | "total" }
    ),
): Estimates {
  const { statistic, level, by = [], domain, deffReference } = options;
  assertLevel(level);
  assertCubeReference(cube, deffReference);
  if (statistic === "proportion" && cube.answers !== "binary")
    throw new RangeError("the cube's variable has other answers than 0 and 1; a proportion needs these");
  const design = cellDesign(cube.dimensions, cube.cells, cube.design);
  const groups = cellGroups(cube, design, by, domain);
  const k = groups.count;
  const moments = groupMoments(cube.cells.sums, groups.codes, k);
  const means = groupMeans(moments);
  const total = statistic === "total";
  const about = total ? new Float64Array(k) : means.map((mean) => (Number.isNaN(mean) ? 0 : mean));
  const scale = moments.w.high.map((w) => (total ? WEIGHT_UNIT : w > 0 ? 1 / w : 0));
  const estimate = total ? moments.wy.high.map((sum) => sum * WEIGHT_UNIT) : means;
  const covariance =
    cube.design.adjustment === null
      ? cellCovariance(cube, design, groups.codes, about, scale)
      : adjustedCovariance(cube, design, groups.codes, about, scale);
  const common = { level, ...(deffReference === undefined ? {} : { deffReference }) };
  // Σ w (y - mean)² over Σ w, times n / (n - 1): the variance of an interview.
  const squares = newMoment();
  const spread = (g: number) => {
    secondMoment(moments.w, moments.wy, moments.wy2, g, means[g], squares);
    const n = groups.n[g];
    return (squares.high[0] / moments.w.high[g]) * (n / (n - 1));
  };
  if (statistic !== "proportion")
    return tEstimates(statistic, groups, estimate, covariance, common, (g) =>
      total ? spread(g) * groups.weightedN[g] ** 2 : spread(g),
    );
  return proportionEstimates(groups, estimate, covariance, { ...common, interval: options.interval }, spread);
}

/** Like `assertReference`, for a cube. */
function assertCubeReference({ cells }: Cube, reference: DeffReference | undefined): void {
  if (reference !== "without-replacement") return;
  const sum = cells.sums.w.high.reduce((a, w) => a + w, 0) * WEIGHT_UNIT;
  assertPopulation(
    sum,
    cells.n.reduce((a, n) => a + n, 0),
  );
}
