import type { CubeCells, CubeSums } from "./cube.js";
import { add, multiply } from "./double-double.js";

/** Adds rows to the counts and sums of their cells; weights are in millionths. */
export function fillCells(
  cells: CubeCells,
  cellOf: Int32Array,
  weights: Float64Array,
  y: Float64Array,
  initial: Float64Array | null,
): void {
  const { rows, n, answered, sums } = cells;
  const of = new Float64Array(2);
  const addProduct = (into: CubeSums["w"], c: number, x: number) => {
    multiply(of[0], of[1], x, of);
    add(into, c, of[0], of[1]);
  };
  const start = (value: number) => {
    of[0] = value;
    of[1] = 0;
  };
  for (let i = 0; i < weights.length; i++) {
    const c = cellOf[i];
    const w = weights[i];
    rows[c] += 1;
    const v = initial === null ? 0 : initial[i];
    add(sums.v, c, v, 0);
    if (w === 0) continue;
    n[c] += 1;
    add(sums.w, c, w, 0);
    start(w);
    addProduct(sums.w2, c, w);
    const answer = y[i];
    if (answered[c] === 0 || answer === 0) continue;
    addProduct(sums.w2y, c, answer);
    addProduct(sums.w2y2, c, answer);
    start(w);
    addProduct(sums.wy, c, answer);
    addProduct(sums.wy2, c, answer);
    start(v);
    addProduct(sums.vy, c, answer);
  }
}
