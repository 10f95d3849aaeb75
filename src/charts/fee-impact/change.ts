import type { ChangeRow } from "../../analysis/fee-impact/index.js";
import { formatNumber } from "../../model/format.js";
import type { Figure } from "../figure.js";
import { AROUND_CONTROL, chosen, FALLING_CONTROL, readingInWords } from "./controls.js";
import { AXIS } from "./ladder.js";
import { changeTable } from "./own-tables.js";
import { rangeRows } from "./range-rows.js";
import { rangeInWords } from "./words.js";

/** Before less after: the sign is open. */
export const changeFigure: Figure<ChangeRow> = {
  id: "before-less-after",
  title: (rows) =>
    rows.every(({ both }) => both)
      ? "Whether satisfaction was higher before the charges than after, the words do not settle"
      : "Satisfaction before the charges less satisfaction after",
  subtitle:
    "Plain mean of the quarters before the fee, less that of the quarters around one level, points of the percentage satisfied",
  source: "Calculated from the sentences of CMS 2016",
  kinds: ["bounded"],
  controls: [FALLING_CONTROL, AROUND_CONTROL],
  how: [
    "Before: the {{fee.quarters.before}} quarters that end in November 2013 to May 2014. After: the {{fee.quarters.around}} from February 2015 on. Each is a plain mean of its quarters, whatever they weigh in the pooled figure.",
    "With all quarters of one weight this can be checked by hand: the pooled figure fixes the sum of all quarters. Before less after is greatest when every quarter from June 2014 on stands at the low end of “around”, and least when the first quarters stand at zero, the last at the high end, and those between share the rest.",
    "That nobody was satisfied in a quarter is absurd. It is only that no sentence of the report rules it out.",
  ],
  code: ["src/analysis/fee-impact/problem.ts", "src/analysis/fee-impact/change.ts"],
  show: chosen,
  columns: () => [
    { label: "Weights of the quarters", value: (row) => row.label },
    { label: "Before less after from, points", value: (row) => row.low, decimals: 1 },
    { label: "to", value: (row) => row.high, decimals: 1 },
  ],
  alt: (rows, state) => {
    const list = rows.map(
      (row) => `${row.label}: ${formatNumber(row.low, 1, "down")} to ${formatNumber(row.high, 1, "up")}`,
    );
    const sign = rows.every(({ both }) => both) ? " Every band reaches to both sides of no change." : "";
    return `Bands of the mean before less the mean after, in points, by what the quarters weigh. ${readingInWords(state)} ${list.join("; ")}.${sign}`;
  },
  draw: (rows, _state, options) =>
    rangeRows(
      rows.map((row) => ({
        label: row.label,
        range: rangeInWords(row),
        note: row.both ? "higher or lower: both fit" : row.high <= 0 ? "lower before" : "higher before",
        low: row.low,
        high: row.high,
        mark: changeTable.mark(row, options.own ?? new Map()),
      })),
      { ...options, ...AXIS, sides: ["lower before", "higher before"] },
    ),
  own: changeTable,
};
