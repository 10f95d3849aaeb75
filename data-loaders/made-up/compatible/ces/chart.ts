import { entryAt } from "../../../../src/model/entry-at.js";
import type { Span } from "../printed.js";
import { errorOfDifference, SURELY, type WeightedGroup } from "./groups.js";

/** How far a percentage that is not printed may come to lie from the one that was drawn, in points. */
export const SLACK = 0.35;

/** The percentages of a chart's groups, and where each may lie. */
export interface Chart {
  readonly variable: string;
  readonly codes: readonly string[];
  readonly spans: readonly (Span | null)[];
}

/** A chart with the printed spans, and around each percentage that is not printed some slack. */
export function chart(
  variable: string,
  codes: readonly string[],
  percents: readonly number[],
  printed: readonly (Span | null)[],
): Chart {
  const spans = percents.map((percent, i): Span => printed[i] ?? [percent - SLACK, percent + SLACK]);
  return { variable, codes, spans };
}

/** What the last group must be for all to come to the sum. */
export const rest = (
  sum: number,
  groups: readonly WeightedGroup[],
  percents: readonly number[],
  last: WeightedGroup,
) => (sum - groups.reduce((total, { weight }, i) => total + weight * (percents[i] ?? 0), 0)) / last.weight;

/** Where a printed percentage may lie so that it stays near the one that was drawn. */
export const near = (percent: number, [low, high]: Span): Span => [
  Math.max(low, percent - 0.12),
  Math.min(high, percent + 0.12),
];

export const isIn = (percent: number, [low, high]: Span) => percent >= low && percent <= high;

/** Whether one group is above another so far that the difference is surely significant. */
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
