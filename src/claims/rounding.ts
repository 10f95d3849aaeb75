import { printedDecimals, roundingInterval } from "../model/rounding.js";
import type { Assumptions } from "./assumptions.js";
import type { Span } from "./phrase.js";

/**
 * The numbers that print as these digits. Half up: 38.5 prints as 39 and 39.5 does not. Half to even: a half goes to
 * the even digit. Via one decimal: first rounded to one decimal, so that 38.45 ends as 39.
 */
export function roundingSpan(printed: string, rule: Assumptions["rounding"]): Span {
  const { low, high } = roundingInterval(printed);
  const unit = 10 ** -printedDecimals(printed);
  switch (rule) {
    case "half-up":
      return { low, high, lowOpen: false, highOpen: true };
    case "half-even": {
      const odd = Math.abs(Math.round((low + high) / 2 / unit)) % 2 === 1;
      return { low, high, lowOpen: odd, highOpen: odd };
    }
    case "via-one-decimal":
      return { low: unit === 1 ? low - 0.05 : low, high, lowOpen: false, highOpen: true };
  }
}
