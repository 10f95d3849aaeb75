/**
 * Dot product of the first `size` elements of `x` with those of `y` from `from` on. Four independent sums, for
 * instruction-level parallelism.
 */
export function dot(x: Float64Array, y: Float64Array, from: number, size: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < size; i += 4) {
    s0 += x[i] * y[from + i];
    s1 += x[i + 1] * y[from + i + 1];
    s2 += x[i + 2] * y[from + i + 2];
    s3 += x[i + 3] * y[from + i + 3];
  }
  for (; i < size; i++) s0 += x[i] * y[from + i];
  return s0 + s1 + (s2 + s3);
}
