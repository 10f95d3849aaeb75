import type { CubeSums } from "./cube.js";
import { add, type Sums, zeroSums } from "./double-double.js";
import { firstMoment, newMoment } from "./moments.js";

/** Σ w, Σ wy and Σ wy² of the groups of a cube, in millionths of weights. */
export interface GroupMoments {
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
