import { entryAt } from "../../../../src/model/entry-at.js";
import type { Span } from "../printed.js";
import { errorOfDifference, SURELY, type WeightedGroup } from "./groups.js";

/** Allowed distance between an unprinted percentage and its drawn value, in points. */
export const SLACK = 0.35;

/** Percentages of a chart's groups, with the range of each. */
export interface Chart {
  readonly variable: string;
  readonly codes: readonly string[];
  readonly spans: readonly (Span | null)[];
}

/** A chart with printed ranges, and slack around unprinted percentages. */
export function chart(
  variable: string,
  codes: readonly string[],
  percents: readonly number[],
  printed: readonly (Span | null)[],
): Chart {
  const spans = percents.map((percent, i): Span => printed[i] ?? [percent - SLACK, percent + SLACK]);
  return { variable, codes, spans };
}

/** The percentage of the last group for the total to come out. */
export const rest = (
  sum: number,
  groups: readonly WeightedGroup[],
  percents: readonly number[],
  last: WeightedGroup,
) => (sum - groups.reduce((total, { weight }, i) => total + weight * (percents[i] ?? 0), 0)) / last.weight;

/** The part of a printed range near the drawn percentage. */
export const near = (percent: number, [low, high]: Span): Span => [
  Math.max(low, percent - 0.12),
  Math.min(high, percent + 0.12),
];

export const isIn = (percent: number, [low, high]: Span) => percent >= low && percent <= high;

/** Whether one group leads another by so much that the difference is surely significant. */
export function isSurely(
  groups: readonly WeightedGroup[],
  percents: readonly number[],
  i: number,
  j: number,
): boolean {
  const [a, b] = [groups[i] as WeightedGroup, groups[j] as WeightedGroup];
  const [x, y] = [entryAt(percents, i), entryAt(percents, j)];
  return x - y - 2 * SLACK >= SURELY * errorOfDifference(a, b, x, y);
}
