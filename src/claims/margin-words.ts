import { formatEnd, formatRange } from "../model/format.js";

/** Where the number of a claim lies, and where the claim needs it to lie. */
export interface Margin {
  readonly low: number;
  readonly high: number;
  /** Null for no limit. */
  readonly from: number | null;
  readonly to: number | null;
  /** "percent" for one percentage, "points" for a difference of percentages, "other" for counts and dates. */
  readonly unit: "percent" | "points" | "other";
}

/** Where the number lies, in words: "it lies from 86.5 to 87.5%". */
export function rangeInWords({ low, high, unit }: Margin): string {
  const range = formatRange(low, high);
  return `${range.includes(" to ") ? "it lies from" : "it is"} ${range}${unitOf(unit)}`;
}

/** Where the claim needs it to lie, in words: "77.5 to 82.5%". */
export function neededInWords({ from, to, unit }: Margin): string {
  if (from === null) return to === null ? "any number" : `at most ${formatEnd(to, "high")}${unitOf(unit)}`;
  return to === null
    ? `more than ${formatEnd(from, "low")}${unitOf(unit)}`
    : `${formatRange(from, to)}${unitOf(unit)}`;
}

function unitOf(unit: Margin["unit"]): string {
  return unit === "percent" ? "%" : unit === "points" ? " points" : "";
}
