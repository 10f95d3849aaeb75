/**
 * Where a continuous function crosses zero between two points: Chandrupatla's method, which takes inverse quadratic
 * steps where these are safe and halves the bracket where they are not. Ends may be infinite in value.
 *
 * @param f must have values of opposite sign, or a zero, at the two ends
 * @param tolerance width of the last bracket, in units of `x`
 * @throws RangeError when the two ends have the same sign
 * Source: Chandrupatla (1997), Advances in Engineering Software 28(3).
 */
export function findRoot(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  let [a, b, c] = [high, low, low];
  let [fa, fb, fc] = [f(a), f(b), 0];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa > 0 !== fb > 0)) throw new RangeError("the function has the same sign at both ends");
  let t = 0.5;
  for (let step = 0; step < 300; step++) {
    const x = a + t * (b - a);
    const fx = f(x);
    if (fx > 0 === fa > 0) {
      [c, fc] = [a, fa];
    } else {
      [c, b, fc, fb] = [b, a, fb, fa];
    }
    [a, fa] = [x, fx];
    const [best, fBest] = Math.abs(fa) < Math.abs(fb) ? [a, fa] : [b, fb];
    const least = (2 * Number.EPSILON * Math.abs(best) + tolerance) / Math.abs(b - a);
    if (fBest === 0 || least > 0.5) return best;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    t = 0.5;
    if (phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi) {
      t = (fa / (fb - fa)) * (fc / (fb - fc)) + (((c - a) / (b - a)) * fa * fb) / ((fc - fa) * (fc - fb));
      if (!Number.isFinite(t)) t = 0.5;
    }
    t = Math.min(1 - least, Math.max(least, t));
  }
  return Math.abs(fa) < Math.abs(fb) ? a : b;
}
