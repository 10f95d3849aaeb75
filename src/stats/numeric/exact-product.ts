/** 2^27 + 1: splits a double into two halves of 26 bits (Dekker). */
const SPLITTER = 134217729;

/**
 * start + Σ a_i b_i over k elements at given strides, as if in twice the precision and rounded once. What the residual
 * of an equation needs, since there nearly all digits cancel.
 *
 * Source: Ogita, Rump and Oishi (2005), SIAM J. Sci. Comput. 26(6), algorithm 5.3.
 */
export function exactDot(
  start: number,
  a: Float64Array,
  aStart: number,
  aStride: number,
  b: Float64Array,
  bStart: number,
  bStride: number,
  k: number,
): number {
  let sum = start;
  let lost = 0;
  for (let i = 0; i < k; i++) {
    const x = a[aStart + i * aStride];
    const y = b[bStart + i * bStride];
    const product = x * y;
    lost += productError(x, y, product);
    const next = sum + product;
    const part = next - sum;
    lost += sum - (next - part) + (product - part);
    sum = next;
  }
  return sum + lost;
}

/**
 * What is lost when the product of two numbers is rounded to `product`: exactly x y - product.
 *
 * Source: Dekker (1971), Numerische Mathematik 18.
 */
export function productError(x: number, y: number, product: number): number {
  const bigX = SPLITTER * x;
  const highX = bigX - (bigX - x);
  const lowX = x - highX;
  const bigY = SPLITTER * y;
  const highY = bigY - (bigY - y);
  const lowY = y - highY;
  return lowX * lowY - (product - highX * highY - lowX * highY - highX * lowY);
}
