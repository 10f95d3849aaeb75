import type { LadderRow } from "../../analysis/fee-impact/index.js";
import { formatNumber } from "../../model/format.js";
import type { Figure } from "../figure.js";
import { AROUND_CONTROL, chosen, FALLING_CONTROL, readingInWords } from "./controls.js";
import { fallTable } from "./own-tables.js";
import { rangeRows } from "./range-rows.js";
import { rangeInWords } from "./words.js";

/** The range of the fall, one rung an assumption. */
export const ladderFigure: Figure<LadderRow> = {
  id: "fall-by-assumption",
  title: (rows) => {
    const usual = chosen(rows, {});
    const at = (name: string) => usual.find(({ rung }) => rung === name);
    return (at("growth-3")?.high ?? 0) >= (at("words")?.high ?? 0) &&
      (at("same")?.high ?? 100) < (at("words")?.high ?? 0)
      ? "How far satisfaction fell is wide open until all quarters are made to weigh about the same, and the report does not say that they did"
      : "How far satisfaction can have fallen, assumption by assumption";
  },
  subtitle:
    "May 2014 less February 2015 (quarters ending then), points of the percentage satisfied. Each row adds an assumption to those above it; weights are those in the figure for all quarters together",
  source: "Calculated from the sentences of CMS 2016",
  kinds: ["bounded"],
  controls: [FALLING_CONTROL, AROUND_CONTROL],
  how: [
    "The unknowns are the percentages of {{fee.quarters}} quarters and what each weighs in the pooled figure. A solver looks for the smallest and the largest fall over all of them that agree with the report: the pooled figure is {{cms-2016.satisfied}} ({{cms-2016.satisfied|range}} before rounding), each of {{cms-2016.quarters-of-decrease|words}} quarters is below the one before it, and {{fee.quarters.around}} quarters are around one level ({{fee.around}} at first).",
    "“Up to … × the first” means that no quarter weighs less than the one before it in the pooled figure, and the last at most so many times the first. No number of interviews is printed, results are weighted to clients in contact, and the service opened to all new applicants in November 2013, so that growth is plausible. The report says that samples grew.",
    "The last row takes “around” to be what rounds to the number, whatever is chosen above. If the falls began a quarter later, May 2014 is tied to nothing, and satisfaction may even have risen up to February 2015.",
    "These are ranges of what the report’s own figures were. A sentence about parents would need sampling error on top, and no number of interviews is printed to work it out.",
  ],
  code: ["src/analysis/fee-impact/problem.ts", "src/analysis/fee-impact/ladder.ts"],
  show: chosen,
  columns: () => [
    { label: "Assumption, with those above", value: (row) => row.label },
    { label: "Fall from, points", value: (row) => row.low, decimals: 1 },
    { label: "to", value: (row) => row.high, decimals: 1 },
    { label: "Narrower by", value: (row) => row.buys, decimals: 1 },
    { label: "What the report says", value: (row) => row.sentence },
  ],
  alt: (rows, state) => {
    const list = rows.map(
      (row) => `${row.label}: ${formatNumber(row.low, 1, "down")} to ${formatNumber(row.high, 1, "up")}`,
    );
    return `Bands, one an assumption, of the fall in points from May to February. ${readingInWords(state)} ${list.join("; ")}.`;
  },
  draw: (rows, _state, options) =>
    rangeRows(
      rows.map((row, index) => ({
        label: row.label,
        range: rangeInWords(row, true),
        note: index === 0 ? row.sentence : `${bought(row.buys)}; ${row.sentence}`,
        low: row.low,
        high: row.high,
        mark: fallTable.mark(row, options.own ?? new Map()),
      })),
      { ...options, ...AXIS, sides: ["rose", "fell"] },
    ),
  own: fallTable,
};

/** The axis of changes, the same for every figure of the page. */
export const AXIS = {
  domain: [-70, 50],
  ticks: [-50, -25, 0, 25, 50],
  tickLabel: (tick: number) => formatNumber(tick),
} as const;

function bought(points: number): string {
  return points < 0.05 ? "buys nothing" : `buys ${formatNumber(points, 1)}`;
}
