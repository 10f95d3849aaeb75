import { type Interval, parsePrinted, printedDecimals } from "../model/rounding.js";
import type { RoundingEnds, RoundingRule } from "./problem.js";

/** How far an open end lies inside its interval, in units of the printed number. */
export const OPEN_END = 1e-6;

/**
 * The interval of the unrounded numbers that are printed as `printed`.
 * - half-up, half-even: half a unit of the last printed digit either way ("39" is 38.5 to 39.5, "38.4" 38.35 to 38.45);
 * - via-one-decimal: a whole number that may have been rounded to one decimal first ("39" is 38.45 to 39.5);
 * - truncated: one unit upwards ("39" is 39 to 40).
 *
 * An end that does not belong to the interval is moved inwards by a millionth, so that what agrees only at that very end
 * does not agree.
 *
 * @throws RangeError when the string is no number
 * @example roundingRange("39", "half-up", "closed") // { low: 38.5, high: 39.5 }
 */
export function roundingRange(printed: string, rule: RoundingRule, ends: RoundingEnds): Interval {
  const value = parsePrinted(printed);
  if (value === null) throw new RangeError(`"${printed}" is no printed number`);
  const decimals = printedDecimals(printed);
  const scale = 10 ** decimals;
  const whole = value * scale;
  let [below, above] = [0.5, 0.5];
  if (rule === "truncated") [below, above] = [0, 1];
  if (rule === "via-one-decimal" && decimals === 0) below = 0.55;
  const low = (whole - below) / scale + (ends === "open" ? OPEN_END : 0);
  const high = (whole + above) / scale - (ends === "closed" ? 0 : OPEN_END);
  return { low: Math.max(0, low), high };
}
