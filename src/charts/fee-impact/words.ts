import { formatEnd, formatRange } from "../../model/format.js";

/** A range of points in words. */
export function rangeInWords({ low, high }: { low: number; high: number }): string {
  return `${formatRange(low, high)} points`;
}

/** An end that is a corner, and the rows whose end it is. */
interface Corner {
  readonly words: string;
  readonly end: string;
  readonly rows: readonly string[];
}

/** A row with the corners of its range. */
export interface CorneredRow {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly lowest: string | null;
  readonly highest: string | null;
}

/**
 * What the ends of ranges take, where they are corners: "42.5 is 100 less 57.5: everyone satisfied in May 2014." Each corner
 * once, with its rows where not all rows have it; null where there is none.
 */
export function cornersInWords(rows: readonly CorneredRow[]): string | null {
  const corners = (["highest", "lowest"] as const).flatMap((side) => {
    const found = new Map<string, Corner>();
    for (const row of rows) {
      const words = row[side];
      if (words === null) continue;
      const end = side === "highest" ? formatEnd(row.high, "high") : formatEnd(row.low, "low");
      const key = `${end} ${words}`;
      found.set(key, { words, end, rows: [...(found.get(key)?.rows ?? []), row.label] });
    }
    return [...found.values()];
  });
  if (corners.length === 0) return null;
  return corners
    .map(({ words, end, rows: of }) => {
      const which = of.length === rows.length ? "" : ` (${of.length === 1 ? of[0] : `${of.length} rows`})`;
      return `${end}${which} ${/^\d/.test(words) ? `is ${words}` : `takes ${words}`}.`;
    })
    .join(" ");
}

/** Which sign a range of before less after allows. */
export function signInWords({ low, high }: { low: number; high: number }): string {
  if (low < -NO_SIGN && high > NO_SIGN) return "higher or lower: both fit";
  return high <= NO_SIGN ? "lower before" : "higher before";
}

/** An end this near to 0 is none of either sign. */
const NO_SIGN = 1e-6;
