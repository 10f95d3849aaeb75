/** Values summed by code, over `k` codes. */
export function sumByCode(values: Float64Array, codes: Int32Array, k: number): Float64Array {
  const sums = new Float64Array(k);
  for (let i = 0; i < values.length; i++) {
    const a = codes[i];
    sums[a] += values[i];
  }
  return sums;
}

/** The value of each row's code. */
export function spread(values: Float64Array, codes: Int32Array): Float64Array {
  const rows = new Float64Array(codes.length);
  for (let i = 0; i < rows.length; i++) rows[i] = values[codes[i]];
  return rows;
}

/** Values times other values, row by row. */
export function times(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < out.length; i++) out[i] = a[i] * b[i];
  return out;
}
