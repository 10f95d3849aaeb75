import { isCounting } from "../../../figures/controls.js";
import { formatNumber } from "../../../model/format.js";
import type { ShownColumn } from "../../../model/table.js";
import type { Options } from "../../../model/variants.js";
import type { RangeRow } from "../schema.js";

/** A whole percentage of an unknown figure, and the number of charts with it. */
export type Counted = readonly [percent: number, charts: number];

/** Number of charts by whole percentage; empty if nothing was counted. */
export function countsOf({ charts }: RangeRow): Counted[] {
  if (charts === null) return [];
  return charts.split(" ").map((pair): Counted => {
    const [percent, count] = pair.split(":");
    return [Number(percent), Number(count)];
  });
}

/** Total number of charts: the same for every unknown figure. */
function chartsCounted(rows: readonly RangeRow[]): number {
  const row = rows.find(({ charts }) => charts !== null);
  return row === undefined ? 0 : countsOf(row).reduce((sum, [, charts]) => sum + charts, 0);
}

/** The number of charts and why it is no evidence; empty if counts are hidden. */
export function countingText(rows: readonly RangeRow[], state: Options, argument: string): string {
  if (!isCounting(state)) return "";
  const count = chartsCounted(rows);
  return count === 0
    ? " No charts are counted under this choice."
    : ` ${formatNumber(count)} charts of whole percentages fit. That more of them have a bar at one place is no evidence that it was there${argument}.`;
}

/** Median over the counted charts. */
function median(row: RangeRow): number | null {
  const counts = countsOf(row);
  const all = counts.reduce((sum, [, charts]) => sum + charts, 0);
  let below = 0;
  for (const [percent, charts] of counts) {
    below += charts;
    if (2 * below >= all) return percent;
  }
  return null;
}

/** The medians of groups, in their order. */
export function medians(rows: readonly RangeRow[]): { label: string; middle: number }[] {
  return rows.flatMap((row) => {
    const middle = median(row);
    return middle === null ? [] : [{ label: row.label, middle }];
  });
}

/** The extra column while counts are shown. */
export const COUNTING_COLUMN: ShownColumn<RangeRow> = {
  label: "Middle of the counted charts, %",
  value: (row) => median(row),
};

export const COUNTING_HOW =
  "“Counting charts, not chances” counts every way to fill the lost bars with whole percentages such that some unrounded figures and weights agree with all statements. The small columns in a band are how many of these charts have the bar at each percentage. A column is tall where the other bars can be filled in many ways, which says nothing about which chart was printed: one was, and each that fits could be it.";
