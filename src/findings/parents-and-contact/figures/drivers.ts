import * as Plot from "@observablehq/plot";
import { INTERVIEW } from "../../../analysis/interview-worth.js";
import { COUNTING, isCounting } from "../../../figures/controls.js";
import { INTERNET_END } from "../../../figures/ends.js";
import { defineFigure } from "../../../figures/figure.js";
import { colour } from "../../../figures/palette.js";
import { type ChartOptions, plot } from "../../../figures/plot.js";
import { percentTick, ROW_HEIGHT, rowFrame, rowLabels, valueAxis } from "../../../figures/rows.js";
import { chosenCode } from "../../../model/control.js";
import { formatNumber, formatRange, formatRanges } from "../../../model/format.js";
import type { Options } from "../../../model/variants.js";
import { DRIVER_QUESTIONS } from "../driver-facts.js";
import { DIRECTION } from "../options.js";
import { DRIVERS, type DriverRow } from "../schema.js";

type Name = "receiving" | "paying" | "gap";
type Span = readonly [low: number, high: number];

/** Pattern for the ids of both parents' bars in all questions. */
const BARS = Object.keys(DRIVER_QUESTIONS)
  .map((measure) => `${measure.replace("ces.", "ces-2023-24.")}.parent-*`)
  .join(" ");

/** The possible bars of both parents in each driver question. */
export const driversFigure = defineFigure(DRIVERS, {
  title: (rows) =>
    rows.some((row) => row.gap_low === null)
      ? "Both parents’ answers to {{drivers.questions}} questions"
      : `Receiving Parents’ answers were more favourable in {{drivers.questions}} more questions, the report says{{unknown ${BARS}}}, but not by how much{{end}}`,
  subtitle: `Answered favourably, % of those asked. The dot is everyone’s figure, in the text.{{unknown or partly ${BARS}}} Bands are what parents’ figures could have been{{known}} Bands are both parents’ figures with their rounding{{end}}: Receiving Parents above the line, Paying Parents below it. What was found in the survey; sampling error comes on top`,
  source: "CES CMS 2023/24, Figures 4 and 6 to 9, and calculations from them",
  kinds: ["published", "bounded"],
  controls: [INTERVIEW, DIRECTION, COUNTING],
  ends: [INTERNET_END],
  how: [
    "Statements for each question: everyone’s printed figure is the weighted mean of both parents’; the difference is significant at 95%, as the report says of every difference between parents that its charts illustrate; and Receiving Parents’ figure is the higher, as it says in the same place of all of them. No question’s own sentence gives a direction; with the tick box the general one is left out, and ranges fall into parts.",
    "Receiving Parents weigh within a tenth of their share of the interviews, since the survey does not weight on parent type. Where Paying Parents with a new application were not asked (ease of applying or reporting, fitted to circumstances) it is half to double, since the survey does weight on contact reason.",
    "Each end solves a mixed linear programme and was checked against the statements. The smallest gap is the least one that would be significant with the interviews of the question.",
    "“Counting charts, not chances” adds how many pairs of whole percentages fit each question. More pairs do not make a question’s bars more or less likely to be anywhere: one pair was printed.",
  ],
  code: ["src/findings/parents-and-contact/drivers.ts", "src/bounds/bound.ts", "src/bounds/count-charts.ts"],
  show: (rows, state) =>
    rows.filter(
      ({ interview, direction }) =>
        interview === chosenCode(INTERVIEW, state) && direction === chosenCode(DIRECTION, state),
    ),
  columns: (state) => [
    { label: "Question", value: (row) => row.label },
    { label: "Everyone, %", value: (row) => row.total },
    { label: "Receiving Parents, %", value: (row) => text(row, "receiving") },
    { label: "Paying Parents, %", value: (row) => text(row, "paying") },
    { label: "Receiving less Paying, points", value: (row) => text(row, "gap") },
    ...(isCounting(state) ? [{ label: "Pairs that fit", value: (row: DriverRow) => row.pairs }] : []),
    { label: "Receiving interviews", value: (row) => row.receiving_interviews },
    { label: "Paying interviews", value: (row) => row.paying_interviews },
  ],
  readout: (rows, state) => {
    const gaps = rows.flatMap((row) => {
      const ends = [row.gap_hole_low, row.gap_hole_high ?? row.gap_low].filter((end) => end !== null);
      return ends.length === 0 ? [] : [Math.min(...ends.map(Math.abs))];
    });
    if (gaps.length < rows.length) return "In some question no figures fit what is said and what is held.";
    const open = isOpen(state) ? ", in either direction" : "";
    return `What was found in the survey. The smallest gap that fits is ${formatRange(Math.min(...gaps), Math.max(...gaps))} points by question${open}; the largest is most of the scale.${counting(rows, state)}`;
  },
  alt: (rows, state) => {
    const open = isOpen(state) ? " Which parents are the higher is left open." : "";
    const list = rows.map(
      (row) =>
        `${row.label}: everyone ${formatNumber(row.total)}%, Receiving ${text(row, "receiving")}%, Paying ${text(row, "paying")}%, gap ${text(row, "gap")} points`,
    );
    return `For each question a dot for everyone and bands without a middle for both parents.${open} ${list.join("; ")}.${counting(rows, state)}`;
  },
  draw: (rows, _state, options) => driversChart(rows, options),
});

const isOpen = (state: Options) => chosenCode(DIRECTION, state) === "open";

function counting(rows: readonly DriverRow[], state: Options): string {
  if (!isCounting(state)) return "";
  const pairs = rows.map((row) => row.pairs);
  return ` ${formatNumber(Math.min(...pairs))} to ${formatNumber(Math.max(...pairs))} pairs of whole percentages fit a question: how much is open, not how likely anything is.`;
}

/** The parts of a range: one, two around a hole, or none. */
function spans(row: DriverRow, name: Name): Span[] {
  const [low, high] = [row[`${name}_low`], row[`${name}_high`]];
  const [from, to] = [row[`${name}_hole_low`], row[`${name}_hole_high`]];
  if (low === null || high === null) return [];
  return from === null || to === null
    ? [[low, high]]
    : [
        [low, from],
        [to, high],
      ];
}

/** A known figure, or a range, as text. */
function text(row: DriverRow, name: Name): string {
  const { receiving_value, paying_value } = row;
  const gap = receiving_value === null || paying_value === null ? null : receiving_value - paying_value;
  const value = { receiving: receiving_value, paying: paying_value, gap }[name];
  if (value !== null) return formatNumber(value, Number.isInteger(value) ? 0 : 1);
  return formatRanges(spans(row, name)) || "none fits";
}

const PARENTS = [
  { name: "receiving", from: -0.19, to: -0.03 },
  { name: "paying", from: 0.03, to: 0.19 },
] as const;

function driversChart(rows: readonly DriverRow[], { width = 640, ...options }: ChartOptions): SVGSVGElement {
  const { narrow, options: frame } = rowFrame(rows.length, width);
  const centre = (index: number) => index + (narrow ? 0.7 : 0.5);
  const bands = rows.flatMap((row, index) =>
    PARENTS.flatMap(({ name, from, to }) =>
      spans(row, name).map(([low, high]) => ({
        low,
        high,
        top: centre(index) + from,
        bottom: centre(index) + to,
        colour: colour(name),
      })),
    ),
  );
  const placed = rows.map((row, index) => ({ ...row, y: centre(index) }));
  const legend = { frameAnchor: "top", dy: -6, fontWeight: 600, fontSize: 13 } as const;
  const top = 24;
  return plot(
    {
      ...frame,
      height: rows.length * ROW_HEIGHT + frame.marginBottom + top,
      marginTop: top,
      width,
      x: { domain: [0, 100], axis: null },
      marks: [
        ...valueAxis([0, 25, 50, 75, 100], percentTick),
        Plot.text([75], {
          ...legend,
          x: () => 75,
          text: () => (narrow ? "Receiving" : "Receiving Parents"),
          fill: colour("receiving"),
        }),
        Plot.text([25], {
          ...legend,
          x: () => 25,
          text: () => (narrow ? "Paying" : "Paying Parents"),
          fill: colour("paying"),
        }),
        Plot.rect(bands, {
          x1: "low",
          x2: "high",
          y1: "top",
          y2: "bottom",
          fill: "colour",
          fillOpacity: 0.2,
          stroke: "colour",
          strokeWidth: 1.25,
          rx: 2,
        }),
        Plot.dot(placed, { x: "total", y: "y", r: 5, fill: colour("everyone") }),
        ...rowLabels(
          rows.map((row) => ({
            label: row.label,
            detail: `gap ${text(row, "gap")}`,
            // Narrow screens have no room for two ranges of a gap; the table has them.
            narrowLabel: row.gap_hole_low === null ? `${row.label}, gap ${text(row, "gap")}` : row.label,
          })),
          narrow,
        ),
      ],
    },
    options,
  );
}
