import type { Factor } from "../design/factor.js";
import type { CubeCells, CubeSums } from "./cube.js";
import { zeroSums } from "./double-double.js";

/** Assigns rows to cells; returns the cells with all sums 0. */
export function findCells(
  factors: readonly Factor[],
  y: Float64Array,
): { readonly cellOf: Int32Array; readonly cells: CubeCells } {
  const n = y.length;
  // A cell's key: number of the combination, last dimension fastest, then whether there is an answer.
  const key = new Float64Array(n);
  let size = 1;
  for (const { codes, levels } of factors) {
    const k = levels.length + 1;
    size *= k;
    for (let i = 0; i < n; i++) key[i] = key[i] * k + codes[i] + 1;
  }
  if (size * 2 > Number.MAX_SAFE_INTEGER) throw new RangeError(`${size} combinations of levels are too many`);
  for (let i = 0; i < n; i++) key[i] = key[i] * 2 + (Number.isNaN(y[i]) ? 0 : 1);
  const keys = Float64Array.from(new Set(key)).sort();
  const place = new Map<number, number>();
  for (let c = 0; c < keys.length; c++) place.set(keys[c], c);
  const cellOf = Int32Array.from(key, (value) => place.get(value) as number);
  const codes = new Int32Array(keys.length * factors.length);
  const answered = new Uint8Array(keys.length);
  for (let c = 0; c < keys.length; c++) {
    let rest = Math.floor(keys[c] / 2);
    answered[c] = keys[c] % 2;
    for (let f = factors.length - 1; f >= 0; f--) {
      const k = factors[f].levels.length + 1;
      codes[c * factors.length + f] = (rest % k) - 1;
      rest = Math.floor(rest / k);
    }
  }
  return { cellOf, cells: emptyCells(codes, answered) };
}

/** Empty cells with the given codes. */
export function emptyCells(codes: Int32Array, answered: Uint8Array): CubeCells {
  const count = answered.length;
  const sums: CubeSums = {
    w: zeroSums(count),
    w2: zeroSums(count),
    wy: zeroSums(count),
    wy2: zeroSums(count),
    w2y: zeroSums(count),
    w2y2: zeroSums(count),
    v: zeroSums(count),
    vy: zeroSums(count),
  };
  return { count, codes, answered, rows: new Int32Array(count), n: new Int32Array(count), sums };
}
