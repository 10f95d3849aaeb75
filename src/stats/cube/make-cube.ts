import type { Factor } from "../design/factor.js";
import { type SinglePsu, surveyDesign } from "../design/survey-design.js";
import { countUnits, type DesignOfParts } from "./cell-design.js";
import { type Cube, type CubeAdjustment, type CubeCells, type CubeSums, sumsAreExact } from "./cube.js";
import { add, multiply } from "./double-double.js";
import { findCells } from "./find-cells.js";
import { quantiseWeights } from "./quantise-weights.js";

/** The columns of a file of interviews, one value a row each. */
export interface CubeColumns {
  /** Final weights; rounded to six decimals by `quantiseWeights`. */
  readonly weights: ArrayLike<number>;
  /** The variable; NaN is a missing answer. */
  readonly y: Float64Array;
  /** Dimensions for breakdowns and domains; each needs a name. Rows may lack any (-1). */
  readonly dimensions: readonly Factor[];
  /** Also dimensions, named "stratum" and "cluster" by default; no row may lack them. */
  readonly strata?: Factor;
  /** Primary sampling units; a cluster of the same name in another stratum is another cluster. */
  readonly clusters?: Factor;
  /** For each row the number of primary sampling units in the population of its stratum. */
  readonly populationSizes?: ArrayLike<number>;
  /** What to do with a stratum of one primary sampling unit; an error at the first variance by default. */
  readonly singlePsu?: SinglePsu;
  /**
   * How weights were adjusted to known totals of some dimensions, which no row may lack, and the initial weights,
   * which are rounded like the final ones and must be 0 where these are 0.
   */
  readonly adjustment?: CubeAdjustment & { readonly initialWeights: ArrayLike<number> };
}

/**
 * The sums of products of weights and answers by cell, from which estimates follow without the interviews.
 *
 * Weights are rounded to six decimals, so that sums do not depend on the order of rows; estimates are those of the rounded
 * weights. Rows without an answer or with a weight of 0 stay in the design.
 *
 * @returns a cube that is **nearly the interviews themselves and not for publication**: see `Cube`
 * @throws RangeError for columns of different lengths, a dimension without a name or with that of another, an infinite
 *   answer, more than 2^53 combinations of levels, weights that `quantiseWeights` refuses, and a design that
 *   `surveyDesign` refuses
 * @example
 * const sex = factor(["f", "m", "f"], { name: "sex" });
 * makeCube({ weights: [1, 1, 2], y: Float64Array.of(1, 0, 0), dimensions: [sex] }).cells.n // [2, 1]
 */
export function makeCube(columns: CubeColumns): Cube {
  const { y, adjustment } = columns;
  const units = quantiseWeights(columns.weights);
  const initial = adjustment === undefined ? null : quantiseWeights(adjustment.initialWeights);
  const { populationSizes, singlePsu = "error" } = columns;
  const strata = columns.strata === undefined ? null : named(columns.strata, "stratum");
  const clusters = columns.clusters === undefined ? null : named(columns.clusters, "cluster");
  // Validates the design.
  surveyDesign({
    weights: units,
    ...(strata === null ? {} : { strata }),
    ...(clusters === null ? {} : { clusters }),
    ...(populationSizes === undefined ? {} : { populationSizes }),
  });
  const factors = [...columns.dimensions, ...(strata ? [strata] : []), ...(clusters ? [clusters] : [])];
  assertColumns(units.length, y, factors);
  if (adjustment !== undefined && initial !== null) assertAdjustment(adjustment, initial, units, factors);
  const dimensions = factors.map(({ name, levels }) => ({ name: name as string, levels }));
  const { cellOf, cells } = findCells(factors, y);
  fillCells(cells, cellOf, units, y, initial);
  const design: DesignOfParts = {
    strata: strata?.name ?? null,
    clusters: clusters?.name ?? null,
    singlePsu,
    populationSizes: populationSizes === undefined ? null : sizesOf(strata, populationSizes),
    adjustment:
      adjustment === undefined ? null : { kind: adjustment.kind, dimensions: adjustment.dimensions },
  };
  const answers = answersOf(y);
  return {
    dimensions,
    design: countUnits(dimensions, cells, design),
    answers,
    exact: answers !== "real" && sumsAreExact(cells.sums),
    cells,
  };
}

function named(factor: Factor, name: string): Factor {
  return { ...factor, name: factor.name ?? name };
}

function assertColumns(n: number, y: Float64Array, factors: readonly Factor[]): void {
  const names = new Set<string>();
  for (const { name, codes } of factors) {
    if (name === undefined) throw new RangeError("a dimension needs a name");
    if (names.has(name)) throw new RangeError(`two dimensions have the name ${name}`);
    names.add(name);
    if (codes.length !== n)
      throw new RangeError(`dimension ${name} has ${codes.length} rows for ${n} weights`);
  }
  if (y.length !== n) throw new RangeError(`${y.length} answers for ${n} weights`);
  const infinite = y.findIndex((value) => value === Infinity || value === -Infinity);
  if (infinite >= 0) throw new RangeError(`row ${infinite + 1} has an infinite answer`);
}

function assertAdjustment(
  { dimensions }: CubeAdjustment,
  initial: Float64Array,
  final: Float64Array,
  factors: readonly Factor[],
): void {
  if (initial.length !== final.length)
    throw new RangeError(`${initial.length} weights before the adjustment for ${final.length} after`);
  if (dimensions.length === 0) throw new RangeError("the adjustment names no dimension");
  const row = initial.findIndex((before, i) => before > 0 !== final[i] > 0);
  if (row >= 0)
    throw new RangeError(`row ${row + 1} has a weight of 0 either before or after the adjustment, not both`);
  for (const name of dimensions)
    if (factors.find((factor) => factor.name === name)?.codes.includes(-1) !== false)
      throw new RangeError(`the adjustment needs a dimension ${name} that no row misses`);
}

function answersOf(y: Float64Array): Cube["answers"] {
  let whole = true;
  let binary = true;
  for (const value of y) {
    if (Number.isNaN(value) || value === 0 || value === 1) continue;
    binary = false;
    if (!Number.isSafeInteger(value)) whole = false;
  }
  return binary ? "binary" : whole ? "whole" : "real";
}

/** Population size by stratum; `surveyDesign` has checked that rows agree. */
function sizesOf(strata: Factor | null, sizes: ArrayLike<number>): Float64Array {
  const population = new Float64Array(strata === null ? 1 : strata.levels.length).fill(Number.NaN);
  for (let i = 0; i < sizes.length; i++) population[strata === null ? 0 : strata.codes[i]] = sizes[i];
  return population;
}

/** Adds rows to the counts and sums of their cells; weights are in millionths. */
function fillCells(
  cells: CubeCells,
  cellOf: Int32Array,
  weights: Float64Array,
  y: Float64Array,
  initial: Float64Array | null,
): void {
  const { rows, n, answered, sums } = cells;
  const of = new Float64Array(2);
  const addProduct = (into: CubeSums["w"], c: number, x: number) => {
    multiply(of[0], of[1], x, of);
    add(into, c, of[0], of[1]);
  };
  const start = (value: number) => {
    of[0] = value;
    of[1] = 0;
  };
  for (let i = 0; i < weights.length; i++) {
    const c = cellOf[i];
    const w = weights[i];
    rows[c] += 1;
    const v = initial === null ? 0 : initial[i];
    add(sums.v, c, v, 0);
    if (w === 0) continue;
    n[c] += 1;
    add(sums.w, c, w, 0);
    start(w);
    addProduct(sums.w2, c, w);
    const answer = y[i];
    if (answered[c] === 0 || answer === 0) continue;
    addProduct(sums.w2y, c, answer);
    addProduct(sums.w2y2, c, answer);
    start(w);
    addProduct(sums.wy, c, answer);
    addProduct(sums.wy2, c, answer);
    start(v);
    addProduct(sums.vy, c, answer);
  }
}
