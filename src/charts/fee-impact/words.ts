import { formatNumber } from "../../model/format.js";

/** A range of points in words: both ends outwards; an end at 0 is "almost none" where a fall is sure. */
export function rangeInWords({ low, high }: { low: number; high: number }, sureToFall = false): string {
  const from = sureToFall && Math.abs(low) < 1e-6 ? "almost none" : formatNumber(low, 1, "down");
  return `${from} to ${formatNumber(high, 1, "up")} points`;
}
