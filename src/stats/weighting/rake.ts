import type { Factor } from "../design/factor.js";
import type { SurveyDesign } from "../design/survey-design.js";
import { spread, sumByCode, times } from "../numeric/by-row.js";
import { weightedBasis } from "../numeric/linear-algebra.js";
import { type AdjustedWeights, adjustWeights } from "./adjusted-weights.js";
import { assertMargin, assertReached, type Margin, nameOf } from "./margin.js";

/** Allowed relative difference between the sums of margins, for rounded published totals. */
const SAME_SUM = 1e-6;

/**
 * Raking (iterative proportional fitting): multiplies the weights of the levels of each margin in turn until the weights
 * of every level of every margin sum to its total. Rows of the same combination of levels keep the ratios of their weights.
 *
 * The variance takes out what the margins explain by regression, as R's `calibrate(calfun = "raking")`; R's `rake` takes
 * residuals from the means of one margin after the other, weighted otherwise, and has slightly other standard errors.
 *
 * @param margins each margin's factor and the population total of each of its levels
 * @param options.tolerance largest distance of a level's weights from its total, relative to it; 1e-12 by default
 * @param options.maxIterations rounds over all margins; 1000 by default
 * @param options.rescaleMargins where margins sum to different totals (beyond a relative 1e-6), take the sum of the first
 *   and only the shares of the others; an error by default. Smaller differences are always settled so.
 * @throws RangeError as `postStratify`, for no margins, margins that sum to different totals, and where it does not
 *   converge (with the level that is furthest from its total)
 * @example rake(design, [{ factor: sex, totals: [480, 520] }, { factor: age, totals: [300, 400, 300] }]).design.weights
 * Source: Deming and Stephan (1940), Ann. Math. Stat. 11(4); weights as R `survey::rake`.
 */
export function rake(
  design: SurveyDesign,
  margins: readonly Margin[],
  {
    tolerance = 1e-12,
    maxIterations = 1000,
    rescaleMargins = false,
  }: { tolerance?: number; maxIterations?: number; rescaleMargins?: boolean } = {},
): AdjustedWeights {
  if (margins.length === 0) throw new RangeError("there are no margins to rake to");
  margins.forEach((margin, m) => {
    assertMargin(margin, design.n, `margin ${m + 1}`);
  });
  const targets = sameSums(margins, rescaleMargins);
  const cells = cellsOfMargins(margins.map(({ factor }) => factor));
  const adjust = (weights: Float64Array) => {
    const { multipliers, iterations } = proportionalFit(
      margins,
      targets,
      cells,
      sumByCode(weights, cells.codes, cells.count),
      { tolerance, maxIterations },
    );
    const g = spread(multipliers, cells.codes);
    return { final: times(weights, g), g, iterations };
  };
  return adjustWeights(design, adjust, (final) => ({
    kind: "raking",
    initial: design.weights,
    final,
    columns: indicators(margins, cells, design.weights),
  }));
}

/** The totals of each margin, all with the sum of the first. */
function sameSums(margins: readonly Margin[], rescale: boolean): Float64Array[] {
  const totals = margins.map((margin) => Float64Array.from(margin.totals));
  const sums = totals.map((total) => total.reduce((sum, value) => sum + value, 0));
  const [first = 0] = sums;
  return totals.map((total, m) => {
    const sum = sums[m];
    if (!rescale && Math.abs(sum - first) > SAME_SUM * first) {
      const names = [0, m].map((i) => nameOf(margins[i].factor, `margin ${i + 1}`));
      throw new RangeError(`the totals of ${names[0]} sum to ${first}, those of ${names[1]} to ${sum}`);
    }
    return total.map((value) => (value * first) / sum);
  });
}

/** Iterative proportional fitting of the weights of cells; the multiplier of each cell. */
function proportionalFit(
  margins: readonly Margin[],
  targets: readonly Float64Array[],
  cells: Cells,
  initial: Float64Array,
  { tolerance, maxIterations }: { tolerance: number; maxIterations: number },
): { multipliers: Float64Array; iterations: number } {
  const weights = Float64Array.from(initial);
  const factors = targets.map((target) => new Float64Array(target.length).fill(1));
  const sumsOf = (m: number) => sumByCode(weights, cells.levels[m], targets[m].length);
  margins.forEach((margin, m) => {
    assertReached(margin, sumsOf(m), `margin ${m + 1}`);
  });
  let worst = { margin: 0, level: 0, apart: Infinity };
  for (let round = 1; round <= maxIterations; round++) {
    targets.forEach((target, m) => {
      const levels = cells.levels[m];
      const factor = factors[m];
      const steps = sumsOf(m).map((sum, a) => (sum > 0 ? target[a] / sum : 1));
      for (let a = 0; a < steps.length; a++) factor[a] *= steps[a];
      for (let c = 0; c < weights.length; c++) weights[c] *= steps[levels[c]];
    });
    worst = { margin: 0, level: 0, apart: 0 };
    targets.forEach((target, m) => {
      sumsOf(m).forEach((sum, a) => {
        const total = target[a];
        const apart = total > 0 ? sum / total - 1 : 0;
        if (!(Math.abs(apart) <= Math.abs(worst.apart))) worst = { margin: m, level: a, apart };
      });
    });
    if (Math.abs(worst.apart) <= tolerance) {
      const multipliers = new Float64Array(cells.count).fill(1);
      factors.forEach((factor, m) => {
        const levels = cells.levels[m];
        for (let c = 0; c < multipliers.length; c++) multipliers[c] *= factor[levels[c]];
      });
      return { multipliers, iterations: round };
    }
  }
  const { factor } = margins[worst.margin];
  throw new RangeError(
    `raking did not converge in ${maxIterations} rounds: the weights of level "${factor.levels[worst.level]}" of ${nameOf(factor, `margin ${worst.margin + 1}`)} are ${(worst.apart * 100).toPrecision(3)}% from their total`,
  );
}

/** A constant and indicators of levels, without those that are determined by earlier ones. */
function indicators(margins: readonly Margin[], cells: Cells, weights: Float64Array): Float64Array[] {
  const ones = new Float64Array(cells.count).fill(1);
  const ofCells = margins.flatMap(({ factor }, m) =>
    factor.levels
      .slice(1)
      .map((_, a) => Float64Array.from(cells.levels[m], (level) => (level === a + 1 ? 1 : 0))),
  );
  const columns = [ones, ...ofCells];
  const { independent } = weightedBasis(columns, sumByCode(weights, cells.codes, cells.count));
  return independent.map((j) => spread(columns[j], cells.codes));
}

/** The combinations of levels of several factors that occur. */
interface Cells {
  /** Each row's cell. */
  readonly codes: Int32Array;
  readonly count: number;
  /** For each factor the level of every cell. */
  readonly levels: readonly Int32Array[];
}

/**
 * Assigns rows to the cells of a cross-classification: only cells that occur, numbered by first row, so the number of
 * combinations does not matter.
 *
 * @param factors none with missing levels, all of the same rows
 */
export function cellsOfMargins(factors: readonly Factor[]): Cells {
  let codes: Int32Array = new Int32Array(factors[0]?.codes.length ?? 0);
  let count = 1;
  for (const { codes: next, levels } of factors) {
    const k = levels.length;
    const number = new Int32Array(count * k).fill(-1);
    const crossed = new Int32Array(codes.length);
    count = 0;
    for (let i = 0; i < codes.length; i++) {
      const pair = codes[i] * k + next[i];
      if (number[pair] < 0) number[pair] = count++;
      crossed[i] = number[pair];
    }
    codes = crossed;
  }
  const levels = factors.map((factor) => {
    const level = new Int32Array(count);
    for (let i = 0; i < codes.length; i++) level[codes[i]] = factor.codes[i];
    return level;
  });
  return { codes, count, levels };
}
