import { defineFigure } from "../../../figures/figure.js";
import { formatRange } from "../../../model/format.js";
import { AROUND, FALLING } from "../options.js";
import { CHANGE } from "../schema.js";
import { chosenRows, readingInWords } from "./controls.js";
import { AXIS } from "./ladder.js";
import { changeTable } from "./own-tables.js";
import { rangeRows } from "./range-rows.js";
import { cornersInWords, rangeInWords, signInWords } from "./words.js";

/** Before minus after, whose sign is unknown. */
export const changeFigure = defineFigure(CHANGE, {
  title: (rows) =>
    rows.every(({ both }) => both)
      ? "Satisfaction before the fee may have been higher or lower than after"
      : "Satisfaction before the fee less satisfaction after",
  subtitle:
    "Plain mean of the quarters before the fee, less the plain mean of the quarters since February 2015, in percentage points. The rows differ in how much each quarter counts in the figure for all quarters together. The sentences on Receiving and Paying Parents come in the next chart",
  kinds: ["bounded"],
  controls: [FALLING, AROUND],
  how: [
    "Before: the {{fee.quarters.before}} quarters that end in November 2013 to May 2014. After: the {{fee.quarters.around}} quarters from February 2015 on. Each mean counts its quarters equally, whatever they weigh in the figure for all quarters together.",
    "With equal weights you can check the ends by hand. The figure for all quarters together fixes the sum of the quarters. The difference is largest when every quarter from August 2014 on stands at the low end of “around”. It is smallest when the first quarters stand at zero, the last ones at the high end, and those between share the rest.",
    "Nobody believes that no client was satisfied in a quarter. The report’s words just don’t rule it out.",
  ],
  code: ["src/findings/fee-impact/problem.ts", "src/findings/fee-impact/change.ts"],
  show: chosenRows,
  readout: (rows) => cornersInWords(rows) ?? "",
  alt: (rows, state) => {
    const list = rows.map((row) => `${row.label}: ${formatRange(row.low, row.high)}`);
    const sign = rows.every(({ both }) => both) ? " Every band reaches to both sides of no change." : "";
    return `Bands of the mean before less the mean after, in points, by what the quarters weigh. ${readingInWords(state)} ${list.join("; ")}.${sign}`;
  },
  draw: (rows, _state, options) =>
    rangeRows(
      rows.map((row) => ({
        label: row.label,
        range: rangeInWords(row),
        note: signInWords(row),
        low: row.low,
        high: row.high,
        mark: changeTable.mark(row, options.own ?? new Map()),
      })),
      { ...options, ...AXIS, sides: ["lower before", "higher before"] },
    ),
  own: changeTable,
});
