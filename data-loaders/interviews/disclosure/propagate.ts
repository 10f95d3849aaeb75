import type { Row } from "../../../src/bounds/program.js";
import type { CountSystem } from "./counts.js";
import type { Limits } from "./knowledge.js";

/**
 * Bound propagation: narrows the limits by each row alone until a fixpoint, as in total minus the maxima of the other
 * parts. Only what remains needs a linear programme.
 *
 * @returns null when no whole numbers obey the rows
 */
export function propagate({ rows, rowsOf }: CountSystem, { low, high }: Limits): Limits | null {
  const limits = { low: low.slice(), high: high.slice() };
  const waiting = rows.map((_, r) => r);
  const isWaiting = new Uint8Array(rows.length).fill(1);
  for (let r = waiting.pop(); r !== undefined; r = waiting.pop()) {
    isWaiting[r] = 0;
    const moved = narrow(rows[r], limits);
    if (moved === null) return null;
    for (const i of moved)
      for (const next of rowsOf[i]) {
        if (isWaiting[next]) continue;
        isWaiting[next] = 1;
        waiting.push(next);
      }
  }
  return limits;
}

/** Narrows limits by one row; returns the changed counts, null if infeasible. Coefficients are 1 and -1. */
function narrow({ index, coefficient, low: from, high: to }: Row, { low, high }: Limits): number[] | null {
  let [least, greatest] = [0, 0];
  for (let k = 0; k < index.length; k++) {
    const i = index[k];
    const isPlus = coefficient[k] > 0;
    least += isPlus ? low[i] : -high[i];
    greatest += isPlus ? high[i] : -low[i];
  }
  if (least > to || greatest < from) return null;
  const moved: number[] = [];
  for (let k = 0; k < index.length; k++) {
    const i = index[k];
    const isPlus = coefficient[k] > 0;
    const [l, h] = [low[i], high[i]];
    // What the other counts leave for this one: from - their maximum, to - their minimum.
    const above = to - (least - (isPlus ? l : -h));
    const below = from - (greatest - (isPlus ? h : -l));
    const [first, final] = isPlus ? [below, above] : [-above, -below];
    if (first > l) low[i] = first;
    if (final < h) high[i] = final;
    if (low[i] > high[i]) return null;
    if (first > l || final < h) {
      moved.push(i);
      // Keeps the row's sums up to date.
      least += isPlus ? low[i] - l : h - high[i];
      greatest += isPlus ? high[i] - h : l - low[i];
    }
  }
  return moved;
}
