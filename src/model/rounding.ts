/** A closed interval, in the unit of its owner. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A number as printed: optional thousands commas, optional decimals, no sign, no unit. */
const PRINTED = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/** The number that a printed string shows ("2,280" is 2280), or null when it is no number. */
export function parsePrinted(printed: string): number | null {
  return PRINTED.test(printed) ? Number(printed.replaceAll(",", "")) : null;
}

/** How many decimals a printed string shows: "39" has none, "39.0" has one. */
export function printedDecimals(printed: string): number {
  const point = printed.indexOf(".");
  return point < 0 ? 0 : printed.length - point - 1;
}

/**
 * The closed rounding interval of a printed number: half a unit of its last printed digit either way, so that "39"
 * is 38.5 to 39.5 and "39.0" is 38.95 to 39.05. Rounding half up and half to even both lie inside it.
 * Throws a RangeError when the string is no number.
 */
export function roundingInterval(printed: string): Interval {
  const value = parsePrinted(printed);
  if (value === null) throw new RangeError(`"${printed}" is no printed number`);
  const scale = 10 ** printedDecimals(printed);
  return { low: (value * scale - 0.5) / scale, high: (value * scale + 0.5) / scale };
}
