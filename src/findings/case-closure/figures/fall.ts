import * as Plot from "@observablehq/plot";
import { defineFigure } from "../../../figures/figure.js";
import { colour } from "../../../figures/palette.js";
import { type ChartOptions, plot } from "../../../figures/plot.js";
import { rowCentre, rowFrame, rowLabels, valueAxis } from "../../../figures/rows.js";
import { chosenCode, chosenOption } from "../../../model/control.js";
import { formatNumber } from "../../../model/format.js";
import { FALL, type FallRow } from "../schema.js";
import { READING } from "../settings.js";

/** Up to how many interviews chance explains the month that fell by 22. */
export const fallFigure = defineFigure(FALL, {
  title: () =>
    "Chance alone would likely make a fall of {{closure.fall.size}} with up to {{closure.fall.likely}} interviews a month, by level; beyond {{closure.fall.possible}} it seldom would",
  subtitle:
    "How many interviews a month make at least one fall of that size likely or possible in {{closure.months}} months whose true satisfaction never changes, by its level",
  source: "Calculated from the one fall that Options 2016 prints, Satisfaction by Parent",
  kinds: ["calculated"],
  controls: [READING],
  how: [
    "Each month is a simple random sample of the same size from clients whose true satisfaction stays the same. From month to month the probability that no such fall has come yet is carried forward for every number of satisfied: a Markov chain, exact, nothing simulated.",
    "Such a fall is one that would be printed as {{closure.fall.size}} or more: at least {{options-2016.fall-in-satisfaction.care-some-or-none.2015-01|range}} before rounding, of which the lower end is taken. Likely: in at least {{closure.fall.likely-means}} of all series of {{closure.months}} months. Possible: in at least {{closure.fall.possible-means}}. Each number is the largest for which that holds.",
    "Whole numbers of interviews make probabilities jagged, so that a few numbers below the largest miss it narrowly. Where the level itself moves, or interviews differ in number from month to month, falls come easier.",
  ],
  code: ["src/findings/case-closure/fall.ts"],
  show: (rows, state) => rows.filter(({ reading }) => reading === chosenCode(READING, state)),
  alt: (rows, state) => {
    const [first] = rows;
    const list = rows.map(
      (row) =>
        `${row.label}: likely up to ${formatNumber(row.likely_up_to)} interviews a month, possible up to ${formatNumber(row.possible_up_to)}`,
    );
    return `Bars, each of a likely and a possible part. At least one fall of ${first?.fall} ${chosenOption(READING, state).label} in ${first?.months} months by chance: ${list.join("; ")}.`;
  },
  draw: (rows, _state, options) => fallChart(rows, options),
});

const KEY_HEIGHT = 30;
const MAX_INTERVIEWS = 215;

function fallChart(rows: readonly FallRow[], { width = 640, ...options }: ChartOptions): SVGSVGElement {
  const { narrow, options: frame } = rowFrame(4, width);
  const shown = rows.map((row, index) => ({
    ...row,
    detail: "in every month",
    narrowLabel: `${row.label}: up to ${row.likely_up_to}, up to ${row.possible_up_to}`,
    y: rowCentre(index, narrow) + (narrow ? 0.04 : 0.08),
  }));
  const bar = (from: (d: FallRow) => number, to: (d: FallRow) => number) => ({
    x1: from,
    x2: to,
    y1: (d: { y: number }) => d.y - 0.16,
    y2: (d: { y: number }) => d.y + 0.16,
    stroke: colour("past"),
    strokeWidth: 1.25,
  });
  const number = (of: (d: FallRow) => number) => ({
    x: of,
    y: "y",
    text: (d: FallRow) => formatNumber(of(d)),
    dy: -18,
    fill: colour("past"),
    fontWeight: 600,
    fontSize: 14,
  });
  const [likely, possible] = [(d: FallRow) => d.likely_up_to, (d: FallRow) => d.possible_up_to];
  const zero = () => 0;
  return plot(
    {
      ...frame,
      height: frame.height + KEY_HEIGHT,
      marginTop: frame.marginTop + KEY_HEIGHT,
      x: { domain: [0, MAX_INTERVIEWS], axis: null },
      marks: [
        ...valueAxis([0, 50, 100, 150, 200], (tick) =>
          tick === 200 ? `${formatNumber(tick)} a month` : formatNumber(tick),
        ),
        Plot.rect(shown, { ...bar(zero, likely), fill: colour("past"), fillOpacity: 0.85 }),
        Plot.rect(shown, { ...bar(likely, possible), fill: colour("past"), fillOpacity: 0.18 }),
        ...(narrow ? [] : [Plot.text(shown, number(likely)), Plot.text(shown, number(possible))]),
        keyMark(narrow),
        ...rowLabels(shown, narrow),
      ],
    },
    options,
  );
}

const SVG = "http://www.w3.org/2000/svg";

/** Key of the two parts of a bar, above the first row. */
function keyMark(narrow: boolean): Plot.Markish {
  return (_index, _scales, _values, { marginLeft }, { document }) => {
    const group = document.createElementNS(SVG, "g");
    const parts = [
      { text: narrow ? "likely" : "likely (half of all series)", opacity: 0.85 },
      { text: narrow ? "possible" : "possible (one in twenty)", opacity: 0.18 },
    ];
    parts.forEach(({ text, opacity }, index) => {
      const x = marginLeft + index * (narrow ? 92 : 208);
      const key = document.createElementNS(SVG, "rect");
      const words = document.createElementNS(SVG, "text");
      for (const [name, value] of Object.entries({
        x: x + 1,
        y: 5,
        width: 20,
        height: 13,
        fill: colour("past"),
        "fill-opacity": opacity,
        stroke: colour("past"),
      }))
        key.setAttribute(name, String(value));
      for (const [name, value] of Object.entries({
        x: x + 28,
        y: 11.5,
        dy: "0.35em",
        "text-anchor": "start",
        fill: colour("mute"),
        "font-size": 13,
      }))
        words.setAttribute(name, String(value));
      words.textContent = text;
      group.append(key, words);
    });
    return group as SVGElement;
  };
}
