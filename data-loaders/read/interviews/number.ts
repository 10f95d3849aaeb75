import type { CellValue } from "./types.js";

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const WHOLE = /^[+-]?\d+$/;

/** A whole number that a double cannot hold exactly. */
export const TOO_LARGE = Symbol("too large");

/**
 * Parses a number: digits with optional decimal point, sign and exponent, as in -1.5 or 1e3, with optional spaces
 * around. Null for anything else: 1,000, 0x10, NaN, Infinity, true. `TOO_LARGE` for whole numbers beyond 2^53 - 1.
 */
export function numberOf(value: Exclude<CellValue, null>): number | typeof TOO_LARGE | null {
  if (typeof value === "boolean") return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  const text = value.trim();
  if (!DECIMAL.test(text)) return null;
  const number = Number(text);
  if (WHOLE.test(text) && !Number.isSafeInteger(number)) return TOO_LARGE;
  return Number.isFinite(number) ? number : null;
}
