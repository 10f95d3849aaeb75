import type { Factor } from "../design/factor.js";

/** A categorical variable and the population total of each of its levels. */
export interface Margin {
  readonly factor: Factor;
  /** One a level, in the order of the levels; above 0, or 0 for a level that no row has. */
  readonly totals: ArrayLike<number>;
}

/**
 * Throws a RangeError unless every row of `n` has a level and every level a total.
 * @param name what the factor is called in messages where it has no name of its own
 */
export function assertMargin({ factor, totals }: Margin, n: number, name: string): void {
  const { codes, levels } = factor;
  const of = nameOf(factor, name);
  if (codes.length !== n) throw new RangeError(`${of} has ${codes.length} rows, the design ${n}`);
  let missing = 0;
  for (let i = 0; i < n; i++) if (codes[i] < 0) missing += 1;
  if (missing > 0)
    throw new RangeError(`${missing} of ${n} rows have no level of ${of}; every row needs one`);
  if (totals.length > levels.length)
    throw new RangeError(`${of} has ${totals.length} totals for ${levels.length} levels`);
  levels.forEach((level, a) => {
    const total = totals[a];
    if (total === undefined || Number.isNaN(total))
      throw new RangeError(`level "${level}" of ${of} has no total`);
    if (!(total >= 0 && total < Infinity))
      throw new RangeError(`the total of level "${level}" of ${of} is ${total}; expected above 0`);
  });
}

/**
 * Throws a RangeError unless the levels with a total are the levels with weight.
 * @param sums the weight of each level
 * @param partial levels with a total but without weight pass
 */
export function assertReached({ factor, totals }: Margin, sums: Float64Array, name: string, partial = false) {
  const of = nameOf(factor, name);
  factor.levels.forEach((level, a) => {
    const sum = sums[a];
    if (sum > 0 && totals[a] === 0)
      throw new RangeError(`the total of level "${level}" of ${of} is 0; expected above 0`);
    if (sum === 0 && totals[a] !== 0 && !partial)
      throw new RangeError(
        `level "${level}" of ${of} has a total of ${totals[a]} but no interviews with weight`,
      );
  });
}

export function nameOf({ name }: Factor, otherwise: string): string {
  return name ?? otherwise;
}
