import { formatNumber, formatRanges } from "../../model/format.js";
import type { Interval } from "../../model/rounding.js";

/** A number with our range for it, or its parts. */
export interface Scored {
  readonly label: string;
  /** The number, for readers. */
  readonly shown: string;
  readonly range: string;
  /** `rounding`: outside as printed, but inside within rounding. */
  readonly outcome: "inside" | "rounding" | "outside" | "no range";
  /** Where in the range: "near the low end", "in the middle", "2.4 points above". */
  readonly place: string;
}

export interface ToScore extends Interval {
  readonly label: string;
  readonly value: number;
  readonly shown: string;
  readonly ranges: readonly (readonly [number, number])[];
}

/** Tolerance for equality. */
const SAME = 1e-6;

/** Compares a number with our range, which is about figures before rounding. */
export function score({ label, value, low, high, shown, ranges }: ToScore): Scored {
  if (ranges.length === 0) return { label, shown, range: "nothing fits", outcome: "no range", place: "" };
  const inside = (a: number, b: number) => ranges.findIndex(([l, h]) => b >= l - SAME && a <= h + SAME);
  const at = inside(value, value);
  const scored = { label, shown, range: formatRanges(ranges) };
  if (at >= 0) return { ...scored, outcome: "inside", place: placeIn(value, ranges, at) };
  const distance = outBy(value, ranges);
  if (inside(low, high) >= 0)
    return { ...scored, outcome: "rounding", place: `${distance}, within its rounding` };
  return { ...scored, outcome: "outside", place: distance };
}

function placeIn(value: number, ranges: readonly (readonly [number, number])[], at: number): string {
  const [low, high] = ranges[at] as readonly [number, number];
  const part = high - low < SAME ? 0.5 : (value - low) / (high - low);
  const where =
    part <= 0.1
      ? "near the low end"
      : part < 1 / 3
        ? "in the lower third"
        : part <= 2 / 3
          ? "in the middle third"
          : part < 0.9
            ? "in the upper third"
            : "near the high end";
  if (ranges.length === 1) return where;
  return `in the ${at === 0 ? "lower" : at === ranges.length - 1 ? "higher" : "middle"} part, ${where}`;
}

/** "2.4 points below", "0.3 points above", "in the gap between the parts". */
function outBy(value: number, ranges: readonly (readonly [number, number])[]): string {
  const low = ranges[0]?.[0] ?? 0;
  const high = ranges.at(-1)?.[1] ?? 0;
  if (value < low) return `${points(low - value)} below`;
  if (value > high) return `${points(value - high)} above`;
  return "in the gap between the parts";
}

function points(by: number): string {
  const shown = formatNumber(Math.max(by, 0.1), 1);
  return `${shown} ${shown === "1.0" ? "point" : "points"}`;
}

/** A sentence on one quantity and several ranges: "The fall in your table, 7.2 points, lies inside 8 of 8 ranges." */
export function oneQuantityText(what: string, scored: readonly Scored[]): string {
  const ranged = scored.filter(({ outcome }) => outcome !== "no range");
  const inside = ranged.filter(({ outcome }) => outcome !== "outside").length;
  return `${what} in your table, ${scored[0]?.shown ?? ""} points, lies inside ${formatNumber(inside)} of ${formatNumber(ranged.length)} ranges.`;
}

/** "9 of 9 numbers lie inside our ranges." Numbers that are inside only by rounding count, and are mentioned. */
export function scoreText(scored: readonly Scored[]): string {
  const ranged = scored.filter(({ outcome }) => outcome !== "no range");
  if (ranged.length === 0) return "Nothing fits what is chosen, so that there are no ranges to score.";
  const inside = ranged.filter(({ outcome }) => outcome !== "outside").length;
  const rounding = ranged.filter(({ outcome }) => outcome === "rounding").length;
  const count = `${formatNumber(inside)} of ${formatNumber(ranged.length)} number${ranged.length === 1 ? "" : "s"}`;
  const lie = inside === 1 && ranged.length === 1 ? "lies" : "lie";
  return `${count} ${lie} inside our ranges${rounding === 0 ? "" : `, ${formatNumber(rounding)} of them only by rounding`}.`;
}
