import type { Factor } from "../design/factor.js";
import { oneLevel } from "../design/factor.js";
import { type SurveyDesign, surveyDesign } from "../design/survey-design.js";
import type { CubeCells, CubeDesign, CubeDimension } from "./cube.js";

/** The stored parts of a design; unit counts follow from the cells. */
export type DesignOfParts = Omit<CubeDesign, "stratumPsus" | "samplingFraction">;

/** A dimension as a factor with one row per cell. */
export function dimensionFactor(
  dimensions: readonly CubeDimension[],
  cells: CubeCells,
  name: string,
): Factor {
  const at = dimensions.findIndex((dimension) => dimension.name === name);
  const dimension = dimensions[at];
  if (dimension === undefined)
    throw new RangeError(
      `the cube has no dimension ${name}; it has ${dimensions.map((known) => known.name).join(", ") || "none"}`,
    );
  const codes = new Int32Array(cells.count);
  for (let c = 0; c < codes.length; c++) codes[c] = cells.codes[c * dimensions.length + at];
  return { name, codes, levels: dimension.levels };
}

/** The strata of the cells; a single level without strata. */
export function cellStrata(
  dimensions: readonly CubeDimension[],
  cells: CubeCells,
  { strata }: Pick<CubeDesign, "strata">,
): Factor {
  return strata === null ? oneLevel(cells.count) : dimensionFactor(dimensions, cells, strata);
}

/** Adds the counts of primary sampling units to a design. */
export function countUnits(
  dimensions: readonly CubeDimension[],
  cells: CubeCells,
  design: DesignOfParts,
): CubeDesign {
  const strata = cellStrata(dimensions, cells, design);
  const { populationSizes } = design;
  const stratumPsus = new Int32Array(strata.levels.length);
  if (design.clusters === null) {
    for (let c = 0; c < cells.count; c++) {
      const h = strata.codes[c];
      stratumPsus[h] += cells.rows[c];
    }
  } else {
    const clusters = dimensionFactor(dimensions, cells, design.clusters);
    stratumPsus.set(surveyDesign({ strata, clusters }).stratumPsus);
  }
  const samplingFraction = Float64Array.from(stratumPsus, (m, h) => {
    if (populationSizes === null || m === 0) return 0;
    const size = populationSizes[h];
    if (m > size)
      throw new RangeError(
        `${strata.levels[h] === "" ? "the population" : `stratum ${strata.levels[h]}`} has ${m} units in the sample and ${size} in the population`,
      );
    return m / size;
  });
  return { ...design, stratumPsus, samplingFraction };
}

/**
 * The design with cells for rows. For clustered interviews its units, strata and factors are those of the interviews;
 * otherwise only the information by stratum is.
 */
export function cellDesign(
  dimensions: readonly CubeDimension[],
  cells: CubeCells,
  design: CubeDesign,
): SurveyDesign {
  const strata = cellStrata(dimensions, cells, design);
  const { singlePsu, stratumPsus, samplingFraction } = design;
  const units = surveyDesign({
    strata,
    ...(design.clusters === null ? {} : { clusters: dimensionFactor(dimensions, cells, design.clusters) }),
    singlePsu,
  });
  return { ...units, stratumPsus, samplingFraction };
}
