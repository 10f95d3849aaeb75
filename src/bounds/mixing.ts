/** Convergence of the chains of one coordinate. */
export interface Mixing {
  /** Split R-hat: 1 where half-chains differ no more than their own variance explains. */
  readonly rHat: number;
  /** Effective sample size. */
  readonly effective: number;
}

/**
 * Split R-hat and the effective sample size of one coordinate over several chains of equal length: each chain is cut into
 * halves, and autocorrelations are added up in pairs until a pair is no longer above 0.
 *
 * @param chains two or more, each of the same even length of at least 8
 * @returns an R-hat of 1 and all draws for a coordinate that never moves
 * @throws RangeError for fewer or shorter chains, or chains of different length
 * Source: Gelman et al., Bayesian Data Analysis, 3rd edition, section 11.4 and 11.5; Geyer (1992), Statistical Science 7(4).
 */
export function mixingOf(chains: readonly (readonly number[])[]): Mixing {
  const length = chains[0]?.length ?? 0;
  if (chains.length < 2 || length < 8 || length % 2 === 1 || chains.some((c) => c.length !== length))
    throw new RangeError("mixing needs two or more chains of one even length of at least 8");
  const n = length / 2;
  const halves = chains.flatMap((chain) => [chain.slice(0, n), chain.slice(n)]);
  const m = halves.length;
  const means = halves.map((half) => half.reduce((sum, x) => sum + x, 0) / n);
  const mean = means.reduce((sum, x) => sum + x, 0) / m;
  const between = (n / (m - 1)) * means.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const variances = halves.map((half, h) => half.reduce((sum, x) => sum + (x - means[h]) ** 2, 0) / (n - 1));
  const within = variances.reduce((sum, v) => sum + v, 0) / m;
  const variance = ((n - 1) / n) * within + between / n;
  if (variance === 0) return { rHat: 1, effective: m * n };
  /** The autocorrelation at a lag, by the mean squared difference of draws that far apart. */
  const correlation = (lag: number) => {
    let sum = 0;
    for (const half of halves) for (let i = lag; i < n; i++) sum += (half[i] - half[i - lag]) ** 2;
    return 1 - sum / (m * (n - lag)) / (2 * variance);
  };
  let added = 0;
  for (let lag = 1; lag + 1 < n; lag += 2) {
    const pair = correlation(lag) + correlation(lag + 1);
    if (!(pair > 0)) break;
    added += pair;
  }
  return {
    rHat: within === 0 ? Number.POSITIVE_INFINITY : Math.sqrt(variance / within),
    effective: Math.min(m * n, (m * n) / (1 + 2 * added)),
  };
}
