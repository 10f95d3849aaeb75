/** Replicate weights: the sample's weights with some units left out or repeated. */
export interface ReplicateWeights {
  readonly method: "JK1" | "JKn" | "bootstrap" | "BRR" | "other";
  readonly count: number;
  /** The variance is `scale` times the sum over replicates of `rscales` times the squared distance. */
  readonly scale: number;
  readonly rscales: Float64Array;
  /** Distances are from the full sample's estimate (true: "mean squared error") or from the replicates' mean. */
  readonly mse: boolean;
  /** Degrees of freedom, if not those of the design's units; otherwise null. */
  readonly df: number | null;
  /** Writes the weights of replicate `r` into `out`, one a row. */
  weightsOf(r: number, out: Float64Array): void;
  /** The total of each column under the weights of each replicate, replicate by replicate: count × columns. */
  totals(columns: readonly Float64Array[]): Float64Array;
}

/**
 * The covariance matrix of a statistic by its values under the replicate weights.
 *
 * @param values replicate by replicate: count × k
 * @param estimate the k values of the full sample
 * @returns k × k, row by row; NaN for a statistic that some replicate does not have
 * @throws RangeError for scales or values of another number than the replicates ask for
 * Source: Wolter, Introduction to Variance Estimation, chapters 3 to 5; R `survey::svrVar`.
 */
export function replicateCovariance(
  replicates: ReplicateWeights,
  values: Float64Array,
  estimate: ArrayLike<number>,
): Float64Array {
  const { count, scale, rscales, mse } = replicates;
  const k = estimate.length;
  if (rscales.length !== count || values.length !== count * k)
    throw new RangeError(
      `${rscales.length} scales and ${values.length} values for ${count} replicates of ${k} estimates`,
    );
  const centre = Float64Array.from(estimate);
  if (!mse) {
    centre.fill(0);
    const used = rscales.reduce((sum, rscale) => sum + (rscale > 0 ? 1 : 0), 0);
    for (let r = 0; r < count; r++) {
      if (!(rscales[r] > 0)) continue;
      for (let a = 0; a < k; a++) centre[a] += values[r * k + a] / used;
    }
  }
  const covariance = new Float64Array(k * k);
  for (let r = 0; r < count; r++) {
    const weight = scale * rscales[r];
    for (let a = 0; a < k; a++) {
      const apart = weight * (values[r * k + a] - centre[a]);
      for (let b = 0; b <= a; b++) covariance[a * k + b] += apart * (values[r * k + b] - centre[b]);
    }
  }
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) covariance[b * k + a] = covariance[a * k + b];
  return covariance;
}

/** Replicate weights stored as arrays: one per replicate, one weight per row. */
export function storedReplicates(
  weights: readonly Float64Array[],
  of: Pick<ReplicateWeights, "method" | "scale" | "rscales" | "mse" | "df">,
): ReplicateWeights {
  const rows = weights[0]?.length;
  if (rows === undefined) throw new RangeError("there are no replicate weights");
  if (weights.some(({ length }) => length !== rows)) throw new RangeError("replicates differ in their rows");
  return {
    ...of,
    count: weights.length,
    weightsOf: (r, out) => out.set(weights[r]),
    totals(columns) {
      const totals = new Float64Array(weights.length * columns.length);
      for (let r = 0; r < weights.length; r++) {
        const w = weights[r];
        for (let a = 0; a < columns.length; a++) {
          const column = columns[a];
          let sum = 0;
          for (let i = 0; i < w.length; i++) sum += w[i] * column[i];
          totals[r * columns.length + a] = sum;
        }
      }
      return totals;
    },
  };
}
