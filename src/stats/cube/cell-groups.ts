import { degreesOfFreedomByGroup } from "../design/degrees-of-freedom.js";
import { crossFactors, type Factor } from "../design/factor.js";
import type { SurveyDesign } from "../design/survey-design.js";
import type { Groups } from "../estimates/groups.js";
import { dimensionFactor } from "./cell-design.js";
import type { Cube } from "./cube.js";
import { add, zeroSums } from "./double-double.js";
import { WEIGHT_UNIT } from "./quantise-weights.js";

/** Levels of a cell by dimension; null where missing. */
export type CellLevels = Readonly<Record<string, string | null>>;

/**
 * Sorts the cells of a cube into groups as `groupsOf` sorts rows: the codes are those of cells, the numbers those of
 * interviews.
 *
 * @param design of `cellDesign`
 * @throws RangeError for a name that is no dimension of the cube, or given twice
 */
export function cellGroups(
  { dimensions, cells, design: { clusters } }: Cube,
  design: SurveyDesign,
  by: readonly string[],
  domain?: (levels: CellLevels) => boolean,
): Groups {
  const factors = by.map((name) => dimensionFactor(dimensions, cells, name));
  if (new Set(by).size < by.length) throw new RangeError(`estimates by ${by.join(", ")} name one twice`);
  const crossed = factors.length === 0 ? null : crossFactors(factors);
  const codes = crossed === null ? new Int32Array(cells.count) : crossed.codes;
  const count = crossed === null ? 1 : crossed.levels.length;
  const n = new Float64Array(count);
  const weights = zeroSums(count);
  const { high, low } = cells.sums.w;
  for (let c = 0; c < cells.count; c++) {
    const g = codes[c];
    if (g < 0) continue;
    const counts =
      cells.answered[c] === 1 &&
      cells.n[c] > 0 &&
      (domain === undefined || domain(levelsOf(dimensions, cells.codes, c)));
    if (!counts) {
      codes[c] = -1;
      continue;
    }
    n[g] += cells.n[c];
    add(weights, g, high[c], low[c]);
  }
  const freedom = (of: Int32Array, k: number) =>
    clusters === null
      ? interviewsLessStrata(design.strata, cells.n, of, k)
      : degreesOfFreedomByGroup(design, of, k);
  return {
    codes,
    count,
    names:
      crossed === null
        ? [{}]
        : crossed.parts.map((part) => Object.fromEntries(part.map((level, f) => [by[f], level]))),
    n,
    weightedN: weights.high.map((w) => w * WEIGHT_UNIT),
    df: freedom(codes, count),
    degreesOfFreedom(groups) {
      const wanted = new Uint8Array(count);
      for (const g of groups) wanted[g] = 1;
      const together = codes.map((g) => (g >= 0 && wanted[g] === 1 ? 0 : -1));
      return freedom(together, 1)[0];
    },
  };
}

function levelsOf(dimensions: Cube["dimensions"], codes: Int32Array, c: number): CellLevels {
  const levels: Record<string, string | null> = {};
  dimensions.forEach((dimension, d) => {
    levels[dimension.name] = dimension.levels[codes[c * dimensions.length + d]] ?? null;
  });
  return levels;
}

/** Degrees of freedom of each group when each interview is its own primary sampling unit. */
function interviewsLessStrata(strata: Factor, n: Int32Array, codes: Int32Array, k: number): Float64Array {
  const seen = new Uint8Array(strata.levels.length * k);
  const df = new Float64Array(k);
  for (let c = 0; c < n.length; c++) {
    const g = codes[c];
    if (g < 0) continue;
    const at = strata.codes[c] * k + g;
    df[g] = df[g] + n[c] - (seen[at] === 0 ? 1 : 0);
    seen[at] = 1;
  }
  return df;
}
