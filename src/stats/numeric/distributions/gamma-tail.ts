import gammainc from "@stdlib/math-base-special-gammainc";
import type { Tail } from "./tail.js";
import { logOnePlusMinus, stirlingRest, tailIntegral } from "./tail-integral.js";

/** Beyond this the tail is integrated: `gammainc` 0.3.1 is off by up to 1% where x > 1000. */
const LARGE = 50;

/** The probability of a tail of the gamma distribution with shape a and scale 1, at x of 0 or more. */
export function gammaTail(x: number, a: number, tail: Tail): number {
  if (x === 0) return tail === "lower" ? 0 : 1;
  if (x === Number.POSITIVE_INFINITY) return tail === "lower" ? 1 : 0;
  if (a < LARGE) return gammainc(x, a, true, tail === "upper");
  // Integrates only the tail beyond the mean, where the density falls; the other is its complement.
  const beyond = x - a;
  const outer = outerTail(x, a, beyond);
  return beyond >= 0 === (tail === "upper") ? outer : 1 - outer;
}

function outerTail(x: number, a: number, beyond: number): number {
  // The density at x times x.
  const density = Math.exp(a * logOnePlusMinus(beyond / a) - stirlingRest(a)) * Math.sqrt(a / (2 * Math.PI));
  if (density === 0) return 0;
  // The tail in units of x: outwards over t, up or down.
  const side = beyond >= 0 ? 1 : -1;
  const slope = side * (a - 1 - x);
  const logRatio = (t: number) => (a - 1) * logOnePlusMinus(side * t) + t * slope;
  return density * tailIntegral(logRatio, 1 / (Math.abs(slope) + Math.sqrt(a - 1)));
}
