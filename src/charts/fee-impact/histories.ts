import * as Plot from "@observablehq/plot";
import type { HistoryRow } from "../../analysis/fee-impact/index.js";
import { HISTORIES } from "../../analysis/fee-impact/options.js";
import { formatNumber } from "../../model/format.js";
import type { Control, Figure } from "../figure.js";
import { colour } from "../palette.js";
import { type ChartOptions, NARROW, plot } from "../plot.js";
import { percentTick } from "../rows.js";

const HISTORY_CONTROL: Control = {
  name: "history",
  type: "choice",
  legend: "Show one that would fit",
  isView: true,
  options: HISTORIES.map(({ code, label }) => ({ code, label })),
  default: HISTORIES[0].code,
};

/** Three histories that agree with every sentence, one at a time. */
export const historiesFigure: Figure<HistoryRow> = {
  id: "histories-that-fit",
  title: (rows) =>
    [...new Set(rows.map((row) => row.history))].length === HISTORIES.length
      ? "A steep fall, hardly any, and lower satisfaction before than after all agree with every sentence of the report"
      : "Histories that agree with the numbers held",
  subtitle:
    "Percentage satisfied by quarter: one history that would fit, of many, and no likelier than another. All quarters weigh the same, and those before the fee are alike",
  source: "Calculated from the sentences of CMS 2016",
  kinds: ["bounded"],
  controls: [HISTORY_CONTROL],
  how: [
    "Each history is a complete system from the solver, checked against every sentence: the pooled figure, the three falls (each at least a tenth of a point here, so that it is seen), and the level since February 2015.",
    "Steepest has the largest fall from May 2014 to February 2015, flattest hardly moves, and the third has the lowest mean before the fee against that after. All three hold to the two assumptions that the report does not state; without them they could be stranger.",
  ],
  code: ["src/analysis/fee-impact/histories.ts"],
  show: (rows, state) => {
    const history = state[HISTORY_CONTROL.name] ?? HISTORY_CONTROL.default;
    return rows.filter((row) => row.history === history);
  },
  columns: () => [
    { label: "Quarter ending", value: (row) => row.label },
    { label: "Satisfied in this history, %", value: (row) => row.value, decimals: 1 },
    { label: "Weight of the quarter, %", value: (row) => row.weight, decimals: 1 },
  ],
  alt: (rows) => {
    const name = HISTORIES.find(({ code }) => code === rows[0]?.history)?.label ?? "";
    const list = rows.map((row) => `${row.label} ${formatNumber(row.value, 1)}%`);
    return `A line of one history that would fit, of many: ${name.toLowerCase()}. ${list.join(", ")}.`;
  },
  draw: (rows, _state, options) => historyChart(rows, options),
};

function historyChart(rows: readonly HistoryRow[], { width = 640, ...options }: ChartOptions): SVGSVGElement {
  const narrow = width < NARROW;
  const month = ({ label }: HistoryRow) => label.slice(0, narrow ? 1 : 3);
  const year = ({ label }: HistoryRow) => (narrow ? `’${label.slice(-2)}` : label.slice(-4));
  const firsts = rows.filter((row, i) => i === 0 || year(row) !== year(rows[i - 1] as HistoryRow));
  const axis = { fill: colour("mute"), fontSize: 12.5 } as const;
  return plot(
    {
      width,
      height: 330,
      marginTop: 16,
      marginBottom: 44,
      marginLeft: 46,
      marginRight: 16,
      x: { domain: [-0.4, rows.length - 0.6], axis: null },
      y: { domain: [0, 100], axis: null },
      marks: [
        Plot.ruleY([0, 25, 50, 75, 100], { stroke: colour("rule") }),
        Plot.axisY([0, 25, 50, 75, 100], {
          ...axis,
          fontSize: 13,
          tickFormat: percentTick,
          tickSize: 0,
          label: null,
          labelArrow: "none",
        }),
        Plot.line(rows, {
          x: "quarter",
          y: "value",
          stroke: colour("everyone"),
          strokeWidth: 2,
          strokeDasharray: "2 5",
          strokeLinecap: "round",
        }),
        Plot.rect(rows, {
          x1: (d) => d.quarter - 0.3,
          x2: (d) => d.quarter + 0.3,
          y1: (d) => d.value - 0.7,
          y2: (d) => d.value + 0.7,
          fill: colour("everyone"),
          rx: 2,
        }),
        Plot.text(rows, {
          x: "quarter",
          y: "value",
          text: (d) => formatNumber(d.value, narrow ? 0 : 1),
          dy: -15,
          fill: colour("ink"),
          stroke: colour("ground"),
          strokeWidth: 4,
          fontSize: narrow ? 11.5 : 12.5,
        }),
        Plot.text(rows, { ...axis, x: "quarter", text: month, frameAnchor: "bottom", dy: 16 }),
        Plot.text(firsts, {
          ...axis,
          x: "quarter",
          text: year,
          frameAnchor: "bottom",
          dy: 33,
          fontWeight: 600,
        }),
      ],
    },
    options,
  );
}
