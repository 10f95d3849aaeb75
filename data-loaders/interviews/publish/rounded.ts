import { formatNumber } from "../../../src/model/format.js";

/** Decimals of a standard error: as much as a percentage of one decimal is worth. */
export const ERROR_DECIMALS = 2;

/** To so many decimals as `formatNumber` shows it. */
export function rounded(x: number, decimals: number): number {
  return Number(formatNumber(x, decimals).replaceAll(",", "").replace("\u2212", "-"));
}
