import * as Plot from "@observablehq/plot";
import {
  COUNT_BY,
  type CountRow,
  countNumbers,
  NUMBERS_HELD,
  type NumberRow,
} from "../analysis/collection.js";
import { chosenCode } from "../model/control.js";
import { formatNumber } from "../model/format.js";
import { defineFigure } from "./figure.js";
import { colour } from "./palette.js";
import { type ChartOptions, plot } from "./plot.js";
import { rowCentre, rowFrame, rowLabels } from "./rows.js";

/** The most parts of a count, so that the chart keeps its height when another count is chosen. */
const MAX_PARTS = 5;

/** What the texts hold of the numbers that the publications print, draw or tabulate. */
export const collectionFigure = defineFigure<NumberRow, CountRow>(NUMBERS_HELD, {
  title: (rows) =>
    rows.every(({ held }) => held)
      ? "We hold {{collection.held}} numbers"
      : "We hold {{collection.held}} numbers; another {{collection.not-held}} are in charts and tables that we don’t hold",
  subtitle:
    "Numbers of the {{collection.publications|words}} publications: in the text (filled), not in the text we hold (outline)",
  source: "The publications, counted from the table of values",
  kinds: ["calculated"],
  controls: [COUNT_BY],
  how: [
    "Each row of the table of values is a number. It is held when the text prints or words it, or when someone has filled it in from the official tables.",
    "The count is made anew whenever you choose: Arquero groups the rows of the table and sums those that are held.",
  ],
  code: ["src/analysis/collection.ts"],
  show: (rows, state) => countNumbers(rows, chosenCode(COUNT_BY, state)),
  columns: () => [
    { label: "Part", value: (row) => row.part },
    { label: "In the text", value: (row) => row.held },
    { label: "Not in the text we hold", value: (row) => row.notHeld },
  ],
  alt: (rows) => {
    const list = rows.map((row) => `${row.part}: ${row.held} in the text, ${row.notHeld} not`);
    return `Bars, each of a part held and a part not held. ${list.join("; ")}.`;
  },
  draw: (rows, _state, options) => countChart(rows, options),
});

/** One bar a row, its held part filled, its other part in outline, both labelled. */
function countChart(rows: readonly CountRow[], { width = 640, ...options }: ChartOptions): SVGSVGElement {
  const { narrow, options: frame } = rowFrame(Math.max(MAX_PARTS, rows.length), width);
  const most = Math.max(1, ...rows.map((row) => row.held + row.notHeld));
  const bars = rows.map((row, index) => ({
    ...row,
    label: row.part,
    detail: `${formatNumber(row.held + row.notHeld)} numbers`,
    y: rowCentre(index, narrow),
  }));
  const bar = (from: (d: CountRow) => number, to: (d: CountRow) => number) => ({
    x1: from,
    x2: to,
    y1: (d: { y: number }) => d.y - 0.15,
    y2: (d: { y: number }) => d.y + 0.15,
    stroke: colour("blue"),
    strokeWidth: 1.25,
  });
  return plot(
    {
      ...frame,
      marginRight: 140,
      x: { domain: [0, most], axis: null },
      marks: [
        Plot.rect(bars, {
          ...bar(
            () => 0,
            (d) => d.held,
          ),
          fill: colour("blue"),
        }),
        Plot.rect(
          bars.filter((d) => d.notHeld > 0),
          {
            ...bar(
              (d) => d.held,
              (d) => d.held + d.notHeld,
            ),
            fill: colour("ground"),
          },
        ),
        Plot.text(bars, {
          x: (d) => d.held + d.notHeld,
          y: "y",
          text: (d) => `${formatNumber(d.held)} held, ${formatNumber(d.notHeld)} not`,
          dx: 9,
          textAnchor: "start",
          fill: colour("ink"),
          fontSize: 13,
        }),
        ...rowLabels(bars, narrow),
      ],
    },
    options,
  );
}
