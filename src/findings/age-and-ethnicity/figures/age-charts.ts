import * as Plot from "@observablehq/plot";
import { defineFigure } from "../../../figures/figure.js";
import { ownMarks } from "../../../figures/own-marks.js";
import { colour } from "../../../figures/palette.js";
import { plot } from "../../../figures/plot.js";
import { percentTick, rowCentre, rowFrame, rowLabels, valueAxis } from "../../../figures/rows.js";
import { formatNumber } from "../../../model/format.js";
import { chosenRows } from "../readings.js";
import { AGE_CHARTS, type AgeChartRow } from "../schema.js";
import { ageChartsTable, ownNumberOf } from "./own-tables.js";
import { worthText } from "./words.js";

const CHARTS = [
  { code: "flattest", colour: "age", dash: "none" },
  { code: "steepest", colour: "everyone", dash: "5 4" },
] as const;

/** The flattest and the steepest age chart: two of many that fit. */
export const ageChartsFigure = defineFigure(AGE_CHARTS, {
  title: () => "Charts that would fit everything said of ages: the flattest, and the steepest",
  subtitle:
    "Satisfied with the service overall, %: some of very many charts that agree with the text, chosen because they are the extremes. Neither is likely. They follow what you choose above",
  kinds: ["bounded"],
  none: "All figures by age are known, so there is one chart and no flattest or steepest.",
  controls: [],
  how: [
    "Steepness is the average of those aged 16 to 24 and 25 to 34 less that of the older groups. Over all charts that agree with the statements of the chart above it is {{age.steepness}}. Both charts attain its ends and were checked against every statement.",
    "Figures are shown before rounding: the youngest group’s would be printed as {{ces-2023-24.satisfied.age-16-24}} in both.",
  ],
  code: ["src/findings/age-and-ethnicity/age.ts", "src/bounds/bound.ts"],
  show: chosenRows,
  columns: () => [
    { label: "Group", value: (row) => row.label },
    ...CHARTS.map(({ code }) => ({
      label: `In the ${code}, %`,
      value: (row: AgeChartRow) => row[code] ?? "none fits",
      decimals: 1,
    })),
    { label: "Interviews", value: (row) => row.interviews },
  ],
  alt: (rows, state) => {
    const list = rows.map(({ label, flattest, steepest }) =>
      flattest === null || steepest === null
        ? `${label} none`
        : `${label} ${formatNumber(flattest, 1)} and ${formatNumber(steepest, 1)}%`,
    );
    return `Lines over ages, the flattest chart that would fit and the steepest, with each interview worth ${worthText(state)}: ${list.join("; ")}.`;
  },
  draw: (rows, _state, { width = 640, ...options }) => {
    const { narrow, options: frame } = rowFrame(rows.length, width);
    const points = CHARTS.flatMap(({ code, colour: name }) =>
      rows.flatMap((row, index) => {
        const x = row[code];
        const other = row[code === "flattest" ? "steepest" : "flattest"] ?? 0;
        if (x === null) return [];
        const before = x < other || (x === other && code === "flattest");
        const text = `${formatNumber(x, 1)}${index === rows.length - 1 ? ` ${code}` : ""}`;
        const room = narrow ? 26 : 18;
        return [
          {
            code,
            x,
            y: rowCentre(index, narrow),
            colour: colour(name),
            side: before && x > room ? -1 : 1,
            text,
          },
        ];
      }),
    );
    const own = rows.flatMap((row, index) => {
      const mark = ownNumberOf(row, options.own);
      return mark === null ? [] : [{ x: mark.value, y: rowCentre(index, narrow), text: mark.shown }];
    });
    return plot(
      {
        ...frame,
        width,
        x: { domain: [0, 100], axis: null },
        marks: [
          ...valueAxis([0, 25, 50, 75, 100], percentTick),
          ...CHARTS.map(({ code, colour: name, dash }) =>
            Plot.line(
              points.filter((point) => point.code === code),
              {
                x: "x",
                y: "y",
                stroke: colour(name),
                strokeWidth: 2,
                strokeDasharray: dash,
                strokeOpacity: 0.7,
              },
            ),
          ),
          Plot.dot(points, {
            x: "x",
            y: "y",
            r: 5.5,
            fill: colour("ground"),
            stroke: "colour",
            strokeWidth: 2.5,
          }),
          ...[-1, 1].map((side) =>
            Plot.text(
              points.filter((point) => point.side === side),
              {
                x: "x",
                y: "y",
                text: "text",
                dx: side * 11,
                textAnchor: side < 0 ? "end" : "start",
                fill: "colour",
                fontWeight: 600,
                fontSize: narrow ? 12.5 : 14,
              },
            ),
          ),
          ...(points.length > 0
            ? []
            : [
                Plot.text(["No chart fits what is said and what you assumed"], {
                  frameAnchor: "middle",
                  fill: colour("mute"),
                  fontSize: 13,
                }),
              ]),
          Plot.line(own, { x: "x", y: "y", stroke: colour("ink"), strokeWidth: 2.5 }),
          ...ownMarks(own, narrow ? { dy: 15, fontSize: 12.5 } : {}),
          // On narrow screens a line can run below a row's label.
          ...(narrow
            ? [
                Plot.text(rows, {
                  text: "label",
                  y: (_row, index) => index + 0.26,
                  frameAnchor: "left",
                  textAnchor: "start",
                  fontWeight: 600,
                  fontSize: 14,
                  fill: colour("ground"),
                  stroke: colour("ground"),
                  strokeWidth: 6,
                }),
              ]
            : []),
          ...rowLabels(
            rows.map(({ label, interviews }) => ({
              label,
              detail: `${formatNumber(interviews)} interviews`,
            })),
            narrow,
          ),
        ],
      },
      options,
    );
  },
  own: ageChartsTable,
});
