import { Z_95 } from "../stats/numeric/constants.js";

/**
 * Two percentages a and b differ significantly where |a - b| >= z sqrt(deff (a(100 - a)/n1 + b(100 - b)/n2)). Squared and
 * with v = (a - 50, b - 50) that is (v1 - v2)² + ca v1² + cb v2² >= 2500 (ca + cb), where c = z² deff / n: the outside of
 * an ellipse around (50, 50).
 */
export interface Ellipse {
  readonly ca: number;
  readonly cb: number;
}

/** @throws RangeError for a design effect or a base that is not above 0 */
export function significanceEllipse(deff: number, bases: readonly [number, number], where: string): Ellipse {
  if (!(deff > 0 && Number.isFinite(deff))) throw new RangeError(`${where}: ${deff} is no design effect`);
  for (const n of bases)
    if (!(n > 0 && Number.isFinite(n))) throw new RangeError(`${where}: ${n} is no base`);
  return { ca: (Z_95 * Z_95 * deff) / bases[0], cb: (Z_95 * Z_95 * deff) / bases[1] };
}

/** |a - b| minus the least significant difference, in points; negative where not significant. */
export function excess({ ca, cb }: Ellipse, a: number, b: number): number {
  return Math.abs(a - b) - Math.sqrt(ca * a * (100 - a) + cb * b * (100 - b));
}

/**
 * The greatest b that is significantly below a: the lower half of the ellipse, convex and increasing from
 * (`leastGreater`, 0) to (100, 100 / (1 + cb)).
 */
export function greatestLess({ ca, cb }: Ellipse, a: number): number {
  const v = a - 50;
  // (1 + cb) u² - 2 v u + (1 + ca) v² - 2500 (ca + cb) = 0, the smaller root.
  const inside = v * v - (1 + cb) * ((1 + ca) * v * v - 2500 * (ca + cb));
  return 50 + (v - Math.sqrt(Math.max(0, inside))) / (1 + cb);
}

/** The slope of `greatestLess`. */
export function greatestLessSlope(ellipse: Ellipse, a: number): number {
  const { ca, cb } = ellipse;
  const v = a - 50;
  const u = greatestLess(ellipse, a) - 50;
  return (v - u + ca * v) / (v - u - cb * u);
}

/** The least a above which some b of at least 0 is significantly lower. The pair (0, 0) never differs. */
export function leastGreater({ ca }: Ellipse): number {
  return (100 * ca) / (1 + ca);
}

/** The a whose `greatestLess` is b: the same curve seen from (100, 100). */
export function leastAbove({ ca, cb }: Ellipse, b: number): number {
  return 100 - greatestLess({ ca: cb, cb: ca }, 100 - b);
}

/** Coefficients and limit of the tangent, at the ray through (a, b), that the inside of the ellipse lies below. */
export function tangentCut(
  { ca, cb }: Ellipse,
  a: number,
  b: number,
): { coefficients: [number, number]; limit: number } {
  const [v, u] = [a - 50, b - 50];
  const scale = Math.sqrt((2500 * (ca + cb)) / ((v - u) ** 2 + ca * v * v + cb * u * u));
  const [pv, pu] = [scale * v, scale * u];
  const gradient: [number, number] = [pv - pu + ca * pv, pu - pv + cb * pu];
  const size = Math.hypot(...gradient);
  const coefficients: [number, number] = [gradient[0] / size, gradient[1] / size];
  return { coefficients, limit: coefficients[0] * (50 + pv) + coefficients[1] * (50 + pu) };
}
