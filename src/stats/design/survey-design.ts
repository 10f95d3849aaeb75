import { type Factor, oneLevel } from "./factor.js";
import type { ReplicateWeights } from "./replicates.js";

/**
 * What to do with a stratum of one primary sampling unit, whose variance cannot be estimated (R's
 * `survey.lonely.psu`): refuse; count it as certain, without variance; centre it at zero, the mean of all strata's
 * scores; or give it the average variance of the other strata.
 */
export type SinglePsu = "error" | "certainty" | "adjust" | "average";

/** A sample design, as far as standard errors need it. */
export interface SurveyDesign {
  /** Interviews, in the domain of interest or not. */
  readonly n: number;
  /** One a row, 0 or more. */
  readonly weights: Float64Array;
  /** Each row's stratum; one level where the design has none. */
  readonly strata: Factor;
  /** Each row's primary sampling unit, from 0; null where each row is its own. */
  readonly psu: Int32Array | null;
  readonly psuCount: number;
  /** The stratum of each primary sampling unit. */
  readonly psuStratum: Int32Array;
  /** The primary sampling units of each stratum. */
  readonly stratumPsus: Int32Array;
  /** The part of each stratum's primary sampling units that is in the sample; 0 for an unlimited population. */
  readonly samplingFraction: Float64Array;
  readonly singlePsu: SinglePsu;
  /** Weight adjustments that the variance accounts for, in order. */
  readonly adjustments: readonly Adjustment[];
  /** Replicate weights; if present, variances come from them. */
  readonly replicates: ReplicateWeights | null;
}

/**
 * A design of simple random sampling, or with any of: weights, strata, clusters nested in strata, a finite population.
 *
 * @param columns.n interviews; needed only where no column says it
 * @param columns.weights one a row, finite and 0 or more; by default, population / sample of the stratum where
 *   `populationSizes` are given and 1 otherwise
 * @param columns.strata no row may miss its stratum
 * @param columns.clusters the primary sampling units; a cluster of the same name in another stratum is another cluster
 * @param columns.populationSizes for each row the number of primary sampling units (of interviews where there are no
 *   clusters) in the population of its stratum
 * @param columns.singlePsu what to do with a stratum of one primary sampling unit; an error at the first variance where
 *   left out. A stratum whose whole population is in the sample has no variance and is never an error.
 * @throws RangeError for columns of different lengths, no rows, missing strata or clusters, a weight that is negative or
 *   not finite, weights that are all 0, a population size that differs within a stratum or is below its sample
 * @example surveyDesign({ weights: Float64Array.of(1, 2, 2), strata: factor(["a", "b", "b"]), singlePsu: "certainty" })
 * Source: R `survey::svydesign(nest = TRUE)`.
 */
export function surveyDesign(columns: {
  readonly n?: number;
  readonly weights?: ArrayLike<number>;
  readonly strata?: Factor;
  readonly clusters?: Factor;
  readonly populationSizes?: ArrayLike<number>;
  readonly singlePsu?: SinglePsu;
}): SurveyDesign {
  const { clusters, populationSizes, singlePsu = "error" } = columns;
  const n = rowsOf(columns);
  const strata = columns.strata ?? oneLevel(n);
  assertComplete(strata, "a stratum");
  if (clusters !== undefined) assertComplete(clusters, "a cluster");
  const { psu, psuCount, psuStratum } = primaryUnits(strata, clusters);
  const stratumPsus = new Int32Array(strata.levels.length);
  for (let j = 0; j < psuCount; j++) {
    const h = psuStratum[j];
    stratumPsus[h] += 1;
  }
  const population =
    populationSizes === undefined ? null : populationOf(strata, stratumPsus, populationSizes);
  const samplingFraction = Float64Array.from(stratumPsus, (m, h) =>
    population === null || m === 0 ? 0 : m / population[h],
  );
  const weights = new Float64Array(n);
  if (columns.weights !== undefined) weights.set(columns.weights);
  else {
    for (let i = 0; i < n; i++) {
      const fraction = samplingFraction[strata.codes[i]];
      weights[i] = fraction > 0 ? 1 / fraction : 1;
    }
  }
  assertWeights(weights);
  return {
    n,
    weights,
    strata,
    psu,
    psuCount,
    psuStratum,
    stratumPsus,
    samplingFraction,
    singlePsu,
    adjustments: [],
    replicates: null,
  };
}

/** Throws a RangeError unless every weight is finite and 0 or more, and one is above 0. */
export function assertWeights(weights: Float64Array): void {
  let any = false;
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i];
    if (!(w >= 0 && w < Infinity))
      throw new RangeError(`the weight of row ${i + 1} is ${w}; expected 0 or more`);
    if (w > 0) any = true;
  }
  if (!any) throw new RangeError("no weight is above 0");
}

function rowsOf(columns: {
  readonly n?: number;
  readonly weights?: ArrayLike<number>;
  readonly strata?: Factor;
  readonly clusters?: Factor;
  readonly populationSizes?: ArrayLike<number>;
}): number {
  const lengths = [
    columns.n,
    columns.weights?.length,
    columns.strata?.codes.length,
    columns.clusters?.codes.length,
    columns.populationSizes?.length,
  ].filter((length) => length !== undefined);
  const n = lengths[0];
  if (n === undefined) throw new RangeError("a design needs a column or the number of its rows");
  if (lengths.some((length) => length !== n)) throw new RangeError(`columns of ${lengths.join(", ")} rows`);
  if (!(Number.isInteger(n) && n > 0)) throw new RangeError(`a design needs at least one row, not ${n}`);
  return n;
}

function assertComplete({ codes }: Factor, what: string): void {
  const row = codes.indexOf(-1);
  if (row >= 0)
    throw new RangeError(`row ${row + 1} has no ${what.replace(/^an? /, "")}; every row needs ${what}`);
}

/** Clusters within strata, numbered in the order in which they first occur. */
function primaryUnits(
  strata: Factor,
  clusters: Factor | undefined,
): { psu: Int32Array | null; psuCount: number; psuStratum: Int32Array } {
  const n = strata.codes.length;
  if (clusters === undefined) return { psu: null, psuCount: n, psuStratum: strata.codes };
  const k = clusters.levels.length;
  const psu = new Int32Array(n);
  const number = new Map<number, number>();
  const stratumOf: number[] = [];
  // Fast path: most clusters are in one stratum, so a table by cluster suffices; otherwise a map.
  const last = new Int32Array(k).fill(-1);
  for (let i = 0; i < n; i++) {
    const h = strata.codes[i];
    const c = clusters.codes[i];
    let j = last[c];
    if (j < 0 || stratumOf[j] !== h) {
      const key = h * k + c;
      const known = number.get(key);
      j = known ?? stratumOf.length;
      if (known === undefined) {
        number.set(key, j);
        stratumOf.push(h);
      }
      last[c] = j;
    }
    psu[i] = j;
  }
  return { psu, psuCount: stratumOf.length, psuStratum: Int32Array.from(stratumOf) };
}

function populationOf(strata: Factor, stratumPsus: Int32Array, sizes: ArrayLike<number>): Float64Array {
  const population = new Float64Array(strata.levels.length).fill(Number.NaN);
  for (let i = 0; i < strata.codes.length; i++) {
    const h = strata.codes[i];
    const size = sizes[i];
    const name = strata.levels[h] === "" ? "the population" : `stratum ${strata.levels[h]}`;
    if (!(size > 0 && size < Infinity)) throw new RangeError(`row ${i + 1} has a population size of ${size}`);
    if (Number.isNaN(population[h])) {
      population[h] = size;
      if (size < stratumPsus[h])
        throw new RangeError(
          `${name} has ${stratumPsus[h]} units in the sample and ${size} in the population`,
        );
    } else if (population[h] !== size)
      throw new RangeError(`row ${i + 1} gives ${name} the size ${size} after ${population[h]}`);
  }
  return population;
}

/**
 * A weight adjustment to known totals, as far as the variance needs it. The total of a variable that the auxiliary
 * variables explain entirely has no sampling error; otherwise only the residual of a regression on them, weighted by
 * the initial weights, has.
 */
export interface Adjustment {
  readonly kind: "post-stratification" | "raking" | "linear" | "logit";
  /** Weights before and after, one a row. */
  readonly initial: Float64Array;
  readonly final: Float64Array;
  /** The cells of a post-stratification. */
  readonly strata?: Factor;
  /** Otherwise the auxiliary variables, linearly independent, one value a row each. */
  readonly columns?: readonly Float64Array[];
}
