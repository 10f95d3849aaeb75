import type { CubeSums } from "./cube.js";
import { add, multiply, type Sums, zeroSums } from "./double-double.js";

/** Relative to its largest term, a second moment below this is rounding noise: sums have 104 digits. */
const ROUNDING = 2 ** -94;

/** A sum with a scratch space for its terms. */
interface Moment extends Sums {
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

/** Σ w, Σ wy and Σ wy² of the groups of a cube, in millionths of weights. */
interface GroupMoments {
  readonly w: Sums;
  readonly wy: Sums;
  readonly wy2: Sums;
}

/** The sums of each group's cells, by the group of each cell, -1 for none. */
export function groupMoments({ w, wy, wy2 }: CubeSums, codes: Int32Array, k: number): GroupMoments {
  const of = (column: Sums): Sums => {
    const sums = zeroSums(k);
    for (let c = 0; c < codes.length; c++) {
      const g = codes[c];
      if (g >= 0) add(sums, g, column.high[c], column.low[c]);
    }
    return sums;
  };
  return { w: of(w), wy: of(wy), wy2: of(wy2) };
}

/** Group means; NaN without interviews; exactly the answer if all answers are equal. */
export function groupMeans({ w, wy }: GroupMoments): Float64Array {
  const left = newMoment();
  return w.high.map((weight, g) => {
    const quotient = wy.high[g] / weight;
    firstMoment(w, wy, g, quotient, left);
    return quotient + left.high[0] / weight;
  });
}
