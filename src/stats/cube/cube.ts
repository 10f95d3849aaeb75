import type { SinglePsu } from "../design/survey-design.js";
import type { Sums } from "./double-double.js";

/**
 * Everything that estimates of one variable need from a file of interviews, summed by cell. A cell is a combination
 * of levels of all dimensions, including stratum and cluster, that occurs; interviews without an answer have cells of
 * their own, since they stay in the design. Cubes of parts of a file add up to the cube of the whole (`mergeCubes`),
 * and `estimateFromCube` gives what the estimators give from the interviews.
 *
 * **A cube is nearly the interviews themselves.** Many of its cells contain a single interview, with its answers and
 * weight. It is for a reader's own file in the reader's own browser, and not for publication, even if names were
 * removed. What can be published is a `covarianceTable`, after suppressing small cells.
 */
export interface Cube {
  /** Dimensions for breakdowns; strata and clusters, if any, come last. */
  readonly dimensions: readonly CubeDimension[];
  readonly design: CubeDesign;
  /**
   * The answers are all 0 or 1, all whole numbers, or neither. Weights are whole millionths, so that all sums of the
   * first two are sums of whole numbers.
   */
  readonly answers: "binary" | "whole" | "real";
  /**
   * Whether every sum is without any rounding: cubes of parts then merge to the cube of the whole to the last bit, in any
   * order. Otherwise sums have twice the precision of a double.
   */
  readonly exact: boolean;
  readonly cells: CubeCells;
}

export interface CubeDimension {
  readonly name: string;
  readonly levels: readonly string[];
}

/** The sample design of the whole file, whatever part of it an estimate is about. */
export interface CubeDesign {
  /** The dimensions that are the strata and the clusters; null for none. */
  readonly strata: string | null;
  readonly clusters: string | null;
  readonly singlePsu: SinglePsu;
  /**
   * Population size of each stratum in primary sampling units, NaN for a stratum that does not occur; null for an
   * unlimited population.
   */
  readonly populationSizes: Float64Array | null;
  /** The primary sampling units of each stratum, of all rows. */
  readonly stratumPsus: Int32Array;
  /** The part of each stratum's primary sampling units that is in the sample; 0 for an unlimited population. */
  readonly samplingFraction: Float64Array;
  readonly adjustment: CubeAdjustment | null;
}

/** A weight adjustment to known totals that is the same for all interviews of a cell. */
export interface CubeAdjustment {
  readonly kind: "post-stratification" | "raking";
  /** The dimensions that together make the cells of a post-stratification, or each of which is a margin of a raking. */
  readonly dimensions: readonly string[];
}

/** Occupied cells in the order of their codes, one value a cell in each column. */
export interface CubeCells {
  readonly count: number;
  /** The code of each cell on each dimension, cell by cell; -1 where the interviews miss it. */
  readonly codes: Int32Array;
  /** 1 where the interviews of the cell have answered, 0 where they have not. */
  readonly answered: Uint8Array;
  /** All interviews, and those with a weight above 0. */
  readonly rows: Int32Array;
  readonly n: Int32Array;
  readonly sums: CubeSums;
}

/** Sums over the interviews of a cell of products of w, the weight in millionths, and y, the answer. */
export interface CubeSums {
  readonly w: Sums;
  readonly w2: Sums;
  readonly wy: Sums;
  readonly wy2: Sums;
  readonly w2y: Sums;
  readonly w2y2: Sums;
  /** Of the weights before an adjustment, in millionths, of all interviews, and times y of those with a weight above 0. */
  readonly v: Sums;
  readonly vy: Sums;
}

/** Names of the sums, in storage order. */
export const SUM_NAMES = ["w", "w2", "wy", "wy2", "w2y", "w2y2", "v", "vy"] as const;

/** Largest total up to which sums of whole numbers are certainly exact, in arithmetic and in storage. */
const MAX_EXACT = 2 ** 100;

/** Whether all sums of whole numbers are exact: true when the largest is small enough. */
export function sumsAreExact({ w2, w2y2, v }: CubeSums): boolean {
  const total = (column: Sums) => column.high.reduce((sum, value) => sum + value, 0);
  // Bounds the answers: |y| <= √(Σ w² y²), because w >= 1.
  return (
    total(w2) < MAX_EXACT &&
    total(w2y2) < MAX_EXACT &&
    total(v) * Math.max(1, Math.sqrt(total(w2y2))) < MAX_EXACT
  );
}
