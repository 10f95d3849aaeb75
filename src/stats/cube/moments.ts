import { add, multiply, type Sums, zeroSums } from "./double-double.js";

/** Relative to its largest term, a second moment below this is rounding noise: sums have 104 digits. */
const ROUNDING = 2 ** -94;

/** A sum with a scratch space for its terms. */
export interface Moment extends Sums {
  readonly term: Float64Array;
}

export function newMoment(): Moment {
  return { ...zeroSums(1), term: new Float64Array(2) };
}

/**
 * Writes the first moment of a cell about a value, Σ w (y - t), to `into`.
 *
 * @param w Σ w of each cell
 * @param wy Σ wy of each cell
 */
export function firstMoment(w: Sums, wy: Sums, c: number, t: number, into: Moment): void {
  const { high, low, term } = into;
  multiply(w.high[c], w.low[c], -t, term);
  high[0] = term[0];
  low[0] = term[1];
  add(into, 0, wy.high[c], wy.low[c]);
}

/**
 * Writes the second moment of a cell about a value, Σ w (y - t)² = (Σ w t - 2 Σ wy) t + Σ wy², to `into`. What cancels
 * where t is far from 0 are digits that the second double makes up for.
 */
export function secondMoment(w: Sums, wy: Sums, wy2: Sums, c: number, t: number, into: Moment): void {
  const { high, low, term } = into;
  const last = wy2.high[c];
  multiply(w.high[c], w.low[c], t, term);
  high[0] = term[0];
  low[0] = term[1];
  add(into, 0, -2 * wy.high[c], -2 * wy.low[c]);
  multiply(high[0], low[0], t, term);
  high[0] = term[0];
  low[0] = term[1];
  add(into, 0, last, wy2.low[c]);
  if (Math.abs(high[0]) < ROUNDING * last) high[0] = low[0] = 0;
}
