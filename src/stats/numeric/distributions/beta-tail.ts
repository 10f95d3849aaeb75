import betainc from "@stdlib/math-base-special-betainc";
import { otherTail, type Tail } from "./tail.js";
import { logOnePlusMinus, stirlingRest, tailIntegral } from "./tail-integral.js";

/** `betainc` 0.2.3 loses digits when both shapes exceed this. */
const LARGE = 1000;
/** Below this, `betainc` may lose digits to underflow. */
const DEEP = 1e-200;

/** The probability of a tail of the beta distribution at x, given with y = 1 - x so that neither is rounded. */
export function betaTail(x: number, y: number, a: number, b: number, tail: Tail): number {
  if (Math.min(a, b) >= LARGE) return ownTail(x, y, a, b, tail);
  if (a === 0.5 && b === 0.5) return arcsineTail(x, y, tail);
  const probability =
    x <= y ? betainc(x, a, b, true, tail === "upper") : betainc(y, b, a, true, otherTail(tail) === "upper");
  return probability < DEEP ? ownTail(x, y, a, b, tail) : probability;
}

/** Like `betaTail`, at the x with x / (1 - x) = odds, 0 to Infinity. */
export function betaTailAtOdds(odds: number, a: number, b: number, tail: Tail): number {
  return betaTail(shareOfOdds(odds), 1 / (1 + odds), a, b, tail);
}

/** x, where x / (1 - x) = odds. */
export function shareOfOdds(odds: number): number {
  return odds < 1 ? odds / (1 + odds) : 1 / (1 + 1 / odds);
}

/** The arcsine distribution, for which `betainc` 0.2.3 has only half of its digits near 0 and 1. */
function arcsineTail(x: number, y: number, tail: Tail): number {
  const [inner, outer] = tail === "lower" ? [x, y] : [y, x];
  return Math.atan2(Math.sqrt(inner), Math.sqrt(outer)) / (Math.PI / 2);
}

/** Integrates only the tail beyond the mean, where the density falls; the other is its complement. */
function ownTail(x: number, y: number, a: number, b: number, tail: Tail): number {
  if (tail === "lower") return ownTail(y, x, b, a, "upper");
  if (x * b < y * a) return 1 - ownTail(y, x, b, a, "upper");
  return outerTail(x, y, a, b);
}

/** The probability above x, for an x beyond the mean. */
function outerTail(x: number, y: number, a: number, b: number): number {
  if (y === 0) return 0;
  const density = scaledDensity(x, y, a, b);
  if (density === 0) return 0;
  // The tail in units of y, over t from 0 to 1.
  const odds = y / x;
  const slope = (a - 1) * odds - (b - 1);
  if (slope > -100 && b < LARGE) return (density / b) * series(y, a, b);
  const curvature = Math.max(0, (a - 1) * odds * odds + (b - 1));
  const logRatio = (t: number) =>
    (a - 1) * logOnePlusMinus(t * odds) + (b - 1) * logOnePlusMinus(-t) + t * slope;
  return (density / x) * tailIntegral(logRatio, 1 / (Math.abs(slope) + Math.sqrt(curvature)));
}

/** The density times x y, which neither overflows nor cancels. */
function scaledDensity(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const beyond = x * b - y * a;
  const log =
    a * logRatioMinus((x * n) / a, beyond / a) +
    b * logRatioMinus((y * n) / b, -beyond / b) +
    stirlingRest(n) -
    stirlingRest(a) -
    stirlingRest(b);
  return Math.exp(log) * Math.sqrt((a / n) * (b / (2 * Math.PI)));
}

/** log(ratio) - (ratio - 1), given both ratio and excess = ratio - 1. */
function logRatioMinus(ratio: number, excess: number): number {
  return excess < -0.5 ? Math.log(ratio) - excess : logOnePlusMinus(excess);
}

/** The tail over (density / b): 1 + (a + b) / (b + 1) y + ..., few terms far from the mean. */
function series(y: number, a: number, b: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 0; term > 1e-18 * sum && k < 10_000; k++) {
    term *= ((a + b + k) / (b + 1 + k)) * y;
    sum += term;
  }
  return sum;
}
