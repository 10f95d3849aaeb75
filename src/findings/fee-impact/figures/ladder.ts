import { defineFigure } from "../../../figures/figure.js";
import { formatEnd, formatNumber, formatRange } from "../../../model/format.js";
import { AROUND, FALLING } from "../options.js";
import { LADDER } from "../schema.js";
import { chosenRows, readingInWords } from "./controls.js";
import { fallTable } from "./own-tables.js";
import { rangeRows } from "./range-rows.js";
import { cornersInWords, rangeInWords } from "./words.js";

/** The range of the fall, one rung per assumption. */
export const ladderFigure = defineFigure(LADDER, {
  title: (rows) => {
    const usual = chosenRows(rows, {});
    const at = (name: string) => usual.find(({ rung }) => rung === name);
    return (at("growth-3")?.high ?? 0) >= (at("words")?.high ?? 0) &&
      (at("same")?.high ?? 100) < (at("words")?.high ?? 0)
      ? "The size of the fall depends on how much each quarter counted"
      : "How far satisfaction can have fallen, assumption by assumption";
  },
  subtitle:
    "Percentage satisfied in the quarter ending May 2014 less that in the quarter ending February 2015, in percentage points. Each row adds an assumption to those above it. A quarter’s weight is how much it counts in the figure for all quarters together",
  kinds: ["bounded"],
  controls: [FALLING, AROUND],
  how: [
    "We take the percentages of {{fee.quarters}} quarters, and how much each counts in the figure for all quarters together, as unknowns. A solver finds the smallest and the largest fall that agree with the report: all quarters together give {{cms-2016.satisfied}} ({{cms-2016.satisfied|range}} before rounding), each of {{cms-2016.quarters-of-decrease|words}} quarters is below the one before, and {{fee.quarters.around}} quarters are around one level ({{fee.around}} at first).",
    "“Up to … × the first” means that no quarter counts less than the one before it, and the last at most so many times as much as the first. The report gives reason to expect growth: it says its samples grew, it weights results to clients in contact, and the service opened to all new applicants only in November 2013.",
    "The last row takes “around” as anything that rounds to the number, whatever you choose above. If the falls began a quarter later, no sentence ties May 2014 to the quarters after it, and satisfaction may even have risen up to February 2015.",
    "The sentences on Receiving and Paying Parents are left out here: with any mix of both they change nothing, and even with one mix throughout the fall can be up to {{fee.fall.parents-most}}.",
    "These are ranges for the report’s own figures. What they say of all clients is uncertain beyond that, since the figures come from a sample.",
  ],
  code: ["src/findings/fee-impact/problem.ts", "src/findings/fee-impact/ladder.ts"],
  show: chosenRows,
  readout: (rows) => cornersInWords(rows) ?? "",
  alt: (rows, state) => {
    const list = rows.map((row) => `${row.label}: ${formatRange(row.low, row.high)}`);
    return `Bands, one an assumption, of the fall in points from May to February. ${readingInWords(state)} ${list.join("; ")}.`;
  },
  draw: (rows, _state, options) =>
    rangeRows(
      rows.map((row, index) => ({
        label: row.label,
        range: rangeInWords(row),
        note: index === 0 ? row.sentence : `${narrowed(row.buys)}; ${row.sentence}`,
        low: row.low,
        high: row.high,
        mark: fallTable.mark(row, options.own ?? new Map()),
      })),
      { ...options, ...AXIS, sides: ["rose", "fell"] },
    ),
  own: fallTable,
});

/** The shared axis of changes of the page's figures. */
export const AXIS = {
  domain: [-70, 50],
  ticks: [-50, -25, 0, 25, 50],
  tickLabel: (tick: number) => formatNumber(tick),
} as const;

function narrowed(points: number): string {
  return points < 0.05 ? "no narrower" : `${formatEnd(points, "low")} narrower`;
}
