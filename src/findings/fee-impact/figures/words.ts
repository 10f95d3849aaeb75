import { formatEnd, formatRange } from "../../../model/format.js";

/** A range of points as text. */
export function rangeInWords({ low, high }: { low: number; high: number }): string {
  return `${formatRange(low, high)} points`;
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
 * What attaining the ends of ranges requires, for ends that are corners: "42.5 is 100 less 57.5: everyone satisfied
 * in May 2014." Each corner once, naming its rows unless all rows have it; null for none.
 */
export function cornersInWords(rows: readonly CorneredRow[]): string | null {
  const corners = (["highest", "lowest"] as const).flatMap((side) => {
    const words = [...new Set(rows.flatMap((row) => row[side] ?? []))];
    return words.map((corner) => {
      const of = rows.filter((row) => row[side] === corner);
      const [first] = of as [CorneredRow];
      const which =
        of.length === rows.length ? "" : of.length === 1 ? ` (${first.label})` : ` (${of.length} rows)`;
      // A corner with its sum belongs to one end; without it, to several.
      if (!/^\d/.test(corner))
        return `The ${side === "highest" ? "high" : "low"} end takes ${corner}${which}.`;
      const end = side === "highest" ? formatEnd(first.high, "high") : formatEnd(first.low, "low");
      return `${end}${which} is ${corner}.`;
    });
  });
  return corners.length === 0 ? null : corners.join(" ");
}

/** The signs in a range of before minus after. */
export function signInWords({ low, high }: { low: number; high: number }): string {
  if (low < -NO_SIGN && high > NO_SIGN) return "higher or lower: both fit";
  return high <= NO_SIGN ? "lower before" : "higher before";
}

/** An end this close to 0 has neither sign. */
const NO_SIGN = 1e-6;

/** Pattern for the ids of the quarters' numbers. */
export const QUARTERS = "cms-2016.satisfied.2*";

/** A passage with texts for none, some and all of the numbers known. */
export function passage(
  ids: string,
  { unknown = "", partly = "", known = "" }: { unknown?: string; partly?: string; known?: string },
): string {
  return `{{unknown ${ids}}}${unknown}{{partly}}${partly}{{known}}${known}{{end}}`;
}
