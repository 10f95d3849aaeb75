import { formatNumber } from "../../src/model/format.js";
import type { Interval } from "../../src/model/rounding.js";
import type { Value } from "../../src/model/value.js";

/** A value whose number is held. */
export type Held = Value & Interval;

/** Type guard: whether a value's number is known. */
export function held(value: Value): value is Held {
  return value.low !== null && value.high !== null;
}

/** Tolerance for sums of decimals such as 0.1 + 0.2. */
export const TOLERANCE = 1e-9;

/** A number with as many decimals as needed, at most three. */
export function plain(value: number): string {
  const fraction =
    Math.abs(Number(value.toFixed(3)))
      .toString()
      .split(".")[1] ?? "";
  return formatNumber(value, fraction.length);
}

/** "38.5 to 39.5", or one number where both ends are the same. */
export function span({ low, high }: Interval): string {
  return plain(low) === plain(high) ? plain(low) : `${plain(low)} to ${plain(high)}`;
}

/** "39 (38.5 to 39.5)", with the words of a worded value. */
export function quoted(value: Held): string {
  return `${value.printed ?? value.words ?? "unprinted"} (${span(value)})`;
}
