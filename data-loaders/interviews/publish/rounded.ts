import { formatNumber } from "../../../src/model/format.js";

/** Decimals of a standard error, enough for percentages with one decimal. */
export const ERROR_DECIMALS = 2;

/** Rounds like `formatNumber`. */
export function rounded(x: number, decimals: number): number {
  return Number(formatNumber(x, decimals).replaceAll(",", "").replace("\u2212", "-"));
}
