import type { ShareDefinition } from "./problem.js";

/** The feasible set of a share vector: each share from `low` to `high`, sum 1, perhaps nondecreasing. */
export interface ShareSet {
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** A vector of the set: the bases' shares, or equal shares. */
  readonly centre: readonly number[];
  readonly nondecreasing: boolean;
  /** The last share is at most this many times the first; Infinity for no limit. */
  readonly growthAtMost: number;
}

const DEFAULT_WITHIN = 0.1;

/**
 * The share set of `n` parts. `bases` are those of the definition, or else of the parts.
 *
 * @throws RangeError for a base that is not above 0, a distance without bases or not from 0 to 1, a factor below 1, a
 *   growth below 1, or bases in decreasing order where shares are nondecreasing and may not leave them far enough
 */
export function shareSet(definition: ShareDefinition, n: number, where: string): ShareSet {
  const { bases, within, factor, growthAtMost = Infinity } = definition;
  const nondecreasing = definition.nondecreasing ?? definition.growthAtMost !== undefined;
  const fail = (message: string): never => {
    throw new RangeError(`${where}: ${message}`);
  };
  if (definition.growthAtMost !== undefined && !nondecreasing)
    fail("shares that grow at most so many times are nondecreasing");
  if (!(growthAtMost >= 1)) fail("shares cannot grow at most less than once");
  if (bases === undefined) {
    if (within !== undefined || factor !== undefined) fail("a distance from the bases needs bases");
    const equal = new Array<number>(n).fill(1 / n);
    return {
      low: new Array<number>(n).fill(0),
      high: new Array<number>(n).fill(1),
      centre: equal,
      nondecreasing,
      growthAtMost,
    };
  }
  if (bases.length !== n) fail(`${bases.length} bases for ${n} parts`);
  for (const base of bases) if (!(base > 0 && Number.isFinite(base))) fail(`${base} is no base`);
  if (within !== undefined && !(within >= 0 && within <= 1)) fail("within is a share from 0 to 1");
  if (factor !== undefined && !(factor >= 1 && Number.isFinite(factor))) fail("factor is at least 1");
  const sum = bases.reduce((s, b) => s + b, 0);
  const centre = bases.map((b) => b / sum);
  const distance = within ?? (factor === undefined ? DEFAULT_WITHIN : Infinity);
  const times = factor ?? Infinity;
  const low = centre.map((s) => Math.max(0, s * (1 - distance), s / times));
  const high = centre.map((s) => Math.min(1, s * (1 + distance), s * times));
  return { low, high, centre, nondecreasing, growthAtMost };
}

/** Whether the set is a single vector. */
export function isFixed(set: ShareSet): boolean {
  return set.low.every((l, i) => set.high[i] - l < 1e-12);
}

/** Whether the set is a box: limits on single shares only. */
export function isBox(set: ShareSet): boolean {
  return !set.nondecreasing;
}

/**
 * The vertices of a set without limits on single shares. Without constraints: the unit vectors. In order: (0, …, 0,
 * 1, …, 1), or with growth at most r (1, …, 1, r, …, r), scaled to sum 1. Null for any other set.
 */
export function fewVertices(set: ShareSet): number[][] | null {
  const n = set.low.length;
  if (set.low.some((l) => l > 0) || set.high.some((h) => h < 1)) return null;
  if (!set.nondecreasing)
    return Array.from({ length: n }, (_, k) => Array.from({ length: n }, (_, i) => (i === k ? 1 : 0)));
  const r = set.growthAtMost;
  const first = r === Infinity ? 0 : 1;
  const last = r === Infinity ? 1 : r;
  const steps = first === last ? 1 : n;
  return Array.from({ length: steps }, (_, step) => {
    const ones = n - step;
    const raw = Array.from({ length: n }, (_, i) => (step === 0 ? 1 : i < ones ? first : last));
    const sum = raw.reduce((s, w) => s + w, 0);
    return raw.map((w) => w / sum);
  });
}

/**
 * The vector of a box with the least (or greatest) mean of `x`: all shares at their low ends, and the slack given to
 * the parts in order of `x`.
 */
export function extremeShares(
  set: ShareSet,
  x: readonly number[],
  direction: "least" | "greatest",
): number[] {
  const sign = direction === "least" ? 1 : -1;
  const order = x.map((_, i) => i).sort((i, j) => sign * (x[i] - x[j]) || i - j);
  const shares = [...set.low];
  let left = 1 - shares.reduce((s, w) => s + w, 0);
  for (const i of order) {
    const more = Math.min(left, set.high[i] - set.low[i]);
    shares[i] += more;
    left -= more;
  }
  return shares;
}

/** The least mean of `x` over a box of shares, or the greatest. */
export function extremeMean(set: ShareSet, x: readonly number[], direction: "least" | "greatest"): number {
  return dot(extremeShares(set, x, direction), x);
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/**
 * A vector between `centre` and the two extremes whose mean of `x` lies from `low` to `high`, as near `centre` as
 * possible.
 */
export function sharesForMean(
  x: readonly number[],
  { low, high }: { low: number; high: number },
  centre: readonly number[],
  least: readonly number[],
  greatest: readonly number[],
): number[] {
  const at = dot(centre, x);
  const [target, toward] = at < low ? [low, greatest] : at > high ? [high, least] : [at, centre];
  const reach = dot(toward, x) - at;
  const part = reach === 0 ? 0 : Math.min(1, Math.max(0, (target - at) / reach));
  return centre.map((w, i) => w + part * (toward[i] - w));
}
