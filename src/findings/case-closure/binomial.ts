/**
 * The probabilities of 0 to n yes in n independent interviews, each a yes with probability p. Computed from the mode
 * outwards, to avoid overflow, and scaled to sum to 1.
 *
 * @param n interviews, a whole number of 0 or more
 * @param p share of yes, 0 to 1
 * @throws RangeError for an n or p out of range
 * @example binomialProbabilities(2, 0.5) // [0.25, 0.5, 0.25]
 */
export function binomialProbabilities(n: number, p: number): Float64Array {
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`n must be a whole number from 0, not ${n}`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be from 0 to 1, not ${p}`);
  const likeliest = Math.min(n, Math.floor((n + 1) * p));
  const probabilities = new Float64Array(n + 1);
  probabilities[likeliest] = 1;
  for (let k = likeliest; k < n; k++)
    probabilities[k + 1] = (((probabilities[k] as number) * (n - k)) / (k + 1)) * (p / (1 - p));
  for (let k = likeliest; k > 0; k--)
    probabilities[k - 1] = (((probabilities[k] as number) * k) / (n - k + 1)) * ((1 - p) / p);
  const sum = probabilities.reduce((a, b) => a + b, 0);
  return probabilities.map((value) => value / sum);
}

/** Cumulative sums: entry k is the sum of entries 0 to k. */
export function cumulativeSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length);
  let sum = 0;
  for (let k = 0; k < values.length; k++) {
    sum += values[k] as number;
    sums[k] = sum;
  }
  return sums;
}
