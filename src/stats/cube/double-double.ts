import { productError } from "../numeric/exact-product.js";

/** Sums in twice the precision of a double: each is `high + low`, with `high` the double nearest to it. */
export interface Sums {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/** `count` sums of 0. */
export function zeroSums(count: number): Sums {
  return { high: new Float64Array(count), low: new Float64Array(count) };
}

/**
 * Adds high + low to the sum at a place. Sums of whole numbers are exact up to 2^104, since the error is a whole number
 * too and less than 1; they are then the same in any order, to the last bit.
 *
 * Source: Joldes, Muller and Popescu (2017), ACM Trans. Math. Softw. 44(2), algorithm 6: relative error below 3 · 2^-106.
 */
export function add(sums: Sums, at: number, high: number, low: number): void {
  const xh = sums.high[at];
  const xl = sums.low[at];
  const sh = xh + high;
  const sPart = sh - xh;
  const sl = xh - (sh - sPart) + (high - sPart);
  const th = xl + low;
  const tPart = th - xl;
  const tl = xl - (th - tPart) + (low - tPart);
  const c = sl + th;
  const vh = sh + c;
  const w = tl + (c - (vh - sh));
  const zh = vh + w;
  sums.high[at] = zh;
  sums.low[at] = w - (zh - vh);
}

/**
 * Writes (high + low) · x to `out`: exact for whole numbers where the product is below 2^104.
 *
 * Source: as `add`, algorithm 7: relative error below 2 · 2^-106.
 */
export function multiply(high: number, low: number, x: number, out: Float64Array): void {
  const product = high * x;
  const lost = productError(high, x, product);
  const c = low * x;
  const th = product + c;
  const tl = c - (th - product) + lost;
  const zh = th + tl;
  out[0] = zh;
  out[1] = tl - (zh - th);
}
