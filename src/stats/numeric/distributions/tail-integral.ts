/** Step of the trapezoid rule on the transformed line; halving it changes no digit of a double. */
const STEP = 1 / 12;

/**
 * The integral from 0 to infinity of exp(logRatio(t)), for a concave logRatio that is 0 at 0 and falls from there: the
 * tail of a density in units of the density at the point where the tail begins.
 *
 * @param width the length over which the integrand falls by about a factor e, within a factor of ten
 * Source: the double exponential rule, Takahasi & Mori (1974), Publ. RIMS 9(3), with t = width exp(s - exp(-s)).
 */
export function tailIntegral(logRatio: (t: number) => number, width: number): number {
  let sum = 0;
  for (let s = -3.75; s < 6; s += STEP) {
    const t = width * Math.exp(s - Math.exp(-s));
    const term = Math.exp(logRatio(t)) * t * (1 + Math.exp(-s));
    sum += term;
    if (s > 0 && !(term > 1e-20 * sum)) break;
  }
  return sum * STEP;
}

/** log(1 + u) - u without cancellation, for u above -1. */
export function logOnePlusMinus(u: number): number {
  if (u <= -1) return Number.NEGATIVE_INFINITY;
  if (Math.abs(u) > 0.5) return Math.log1p(u) - u;
  const r = u / (2 + u);
  const square = r * r;
  let sum = 0;
  let power = square;
  for (let k = 3; power > 1e-18 * square; k += 2) {
    sum += power / k;
    power *= square;
  }
  return r * (2 * sum - u);
}

/** Remainder of Stirling's formula for log Γ(a), a > 0: log Γ(a) - (a - 1/2) log a + a - log(2π) / 2. */
export function stirlingRest(a: number): number {
  let above = a;
  let rest = 0;
  for (; above < 50; above++) rest += (above + 0.5) * Math.log1p(1 / above) - 1;
  const square = above * above;
  return rest + (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / above;
}
