import * as Plot from "@observablehq/plot";
import {
  type ComparedRow,
  comparedRows,
  type FromInterviewsRow,
} from "../../analysis/interviews/compared.js";
import { VERDICT_WORDS } from "../../analysis/interviews/verdict-words.js";
import { formatNumber } from "../../model/format.js";
import { madeUpGround } from "../case-closure/made-up.js";
import { byHand } from "../case-closure/two-lines.js";
import type { Figure } from "../figure.js";
import { colour } from "../palette.js";
import { type ChartOptions, NARROW, plot } from "../plot.js";
import { rangeBand } from "../range-band.js";
import { wrapped } from "../wrapped.js";

/** Each printed percentage beside the one that a build's interviews give: what rounding explains, and what it does not. */
export const fromInterviewsFigure: Figure<FromInterviewsRow, ComparedRow> = {
  id: "from-interviews",
  title: (rows) =>
    comparedRows(rows).some(({ differs }) => differs)
      ? "{{interviews.differ}} of {{interviews.compared}} printed percentages differ from the interviews by more than rounding explains"
      : "All {{interviews.compared}} printed percentages agree with the interviews within rounding",
  subtitle:
    "The percentage from interviews less the printed one, points. The band is all that is printed like this: what lies in it agrees. Withheld, and not drawn: {{interviews.withheld-printed}} of the printed percentages",
  source: "The publications, and interviews that lay beside this build",
  kinds: ["published", "calculated", "simulated"],
  kindsOf: (rows) => ["published", ...new Set(rows.map(({ kind }) => kind))],
  meanings: {
    published: "stands at nothing, in the band of its rounding",
    calculated: "from interviews with people, less the printed percentage",
  },
  none: "This build had no interviews of a survey whose percentages the text prints, so there is nothing to compare. With interviews, a chart stands here of how far each percentage from them is from the printed one, beside what rounding explains.",
  controls: [],
  how: [
    "Each percentage is the weighted estimate from the interviews, of the people and answers that the codebook of the survey defines, to one decimal. From it the printed one is taken; where the text has words alone, the middle of what they mean.",
    "The band goes from the least to the most that is printed like this. An estimate in it agrees, before it is itself rounded. Both come from the same interviews, so that sampling error explains no difference: it is a matter of definitions, weights or files.",
    "Percentages that disclosure control withholds are left out, and are counted below the title. Those that the text does not hold, or that the codebook does not define, have nothing to be compared with.",
  ],
  code: ["src/analysis/interviews/compared.ts"],
  show: comparedRows,
  columns: () => [
    { label: "Percentage", value: (row) => row.label },
    { label: "Whom it is about", value: (row) => row.group },
    { label: "Survey", value: (row) => row.survey },
    { label: "In the report", value: (row) => row.printed },
    { label: "From interviews", value: (row) => row.estimate, decimals: 1 },
    { label: "Difference, points", value: (row) => row.difference, decimals: 1 },
    { label: "Rounding from", value: (row) => row.low, decimals: 1 },
    { label: "to", value: (row) => row.high, decimals: 1 },
    { label: "Outcome", value: (row) => (row.differs ? VERDICT_WORDS.differs : VERDICT_WORDS.agrees) },
    { label: "Made up by", value: (row) => row.simulated },
  ],
  alt: (rows) => {
    if (rows.length === 0) return "Nothing to compare.";
    const parts = surveysOf(rows).map(({ survey, simulated, own }) => {
      const list = own.map(
        (row) =>
          `${row.label}, ${row.group}: ${signed(row.difference)}${row.differs ? ", differs" : ""} (printed ${row.printed}, from interviews ${formatNumber(row.estimate, 1)})`,
      );
      return `${survey}${simulated === null ? "" : `, made-up data: ${simulated}`}: ${list.join("; ")}.`;
    });
    return `Points from the printed percentage, each beside the band of its rounding. ${parts.join(" ")}`;
  },
  draw: (rows, _state, options) => comparedChart(rows, options),
};

/** The rows of each survey, in their order. */
function surveysOf(rows: readonly ComparedRow[]) {
  return [...new Set(rows.map(({ survey }) => survey))].map((survey) => {
    const own = rows.filter((row) => row.survey === survey);
    return { survey, simulated: own[0]?.simulated ?? null, own };
  });
}

const signed = (points: number) => `${points > 0 ? "+" : ""}${formatNumber(points, 1)}`;

const ROW = 50;
const HEADING = 52;
const AXIS = 30;
const LINE = 15;
const LABELS = 300;
/** Room to the right of the scale for what is written beside the last mark. */
const BESIDE = 92;
/** Characters of a line of a label. */
const WIDTH = 42;
/** The most that one watermark stands on, in pixels: a long list has several. */
const GROUND = 8 * ROW;

interface Placed extends ComparedRow {
  readonly y: number;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
}

/** Labels beside the marks, above them on a phone, with the same height. */
function comparedChart(
  rows: readonly ComparedRow[],
  { width = 640, ...options }: ChartOptions,
): SVGSVGElement {
  const narrow = width < NARROW;
  const scale = scaleOf(rows, narrow ? 6 : LABELS, width - BESIDE);
  let top = AXIS;
  const parts = surveysOf(rows).map(({ survey, simulated, own }) => {
    const heading = { survey, simulated, y: top + 18 };
    const first = top + HEADING;
    top = first + own.length * ROW;
    return { heading, first, end: top, placed: own.map((row, i) => placedRow(row, first + i * ROW, narrow)) };
  });
  const placed = parts.flatMap((part) => part.placed);
  const headings = parts.map(({ heading }) => heading);
  const label = { fill: colour("mute"), fontSize: 13 } as const;
  const lines = placed.flatMap((row) => row.lines);
  const start = narrow ? 0 : LABELS - 16;
  return plot(
    {
      ...byHand(width, top + AXIS),
      marks: [
        ...parts
          .filter(({ heading }) => heading.simulated !== null)
          .flatMap(({ first, end }) => grounds(scale.left, scale.right + BESIDE - 4, first, end)),
        Plot.link(
          parts.flatMap(({ first, end }) => scale.ticks.map((tick) => ({ tick, first, end }))),
          {
            ...{ x1: (d) => scale.x(d.tick), x2: (d) => scale.x(d.tick), y1: "first", y2: "end" },
            stroke: (d: { tick: number }) => colour(d.tick === 0 ? "ink" : "rule"),
          },
        ),
        ...[AXIS / 2, top + AXIS / 2].map((y) =>
          Plot.text(scale.ticks, {
            ...label,
            ...{ x: scale.x, y: () => y },
            text: (tick: number) =>
              `${signed(tick).replace(/\.0$/, "")}${tick === scale.ticks.at(-1) ? " points" : ""}`,
          }),
        ),
        Plot.text(headings, {
          ...{ x: () => 0, y: "y", text: "survey", textAnchor: "start", fill: colour("ink") },
          ...{ fontWeight: 600, fontSize: 14 },
        }),
        Plot.text(headings, {
          ...label,
          ...{ x: () => 0, y: (d) => d.y + 17, textAnchor: "start" },
          text: ({ simulated }) =>
            simulated === null ? "Interviews with people" : `Made-up data: ${simulated}`,
        }),
        rangeBand(
          placed.map(({ low, high, y }) => ({ low: scale.x(low), high: scale.x(high), y })),
          { colour: colour("everyone"), half: 8 },
        ),
        Plot.dot(placed, {
          ...{ x: (d) => scale.x(d.difference), y: "y", r: (d: Placed) => (d.differs ? 6 : 5) },
          ...{ fill: colour("ground"), stroke: markColour, strokeWidth: 2.25 },
        }),
        Plot.text(placed, {
          ...{ x: (d) => scale.x(Math.max(d.difference, d.high)), y: "y", dx: 11, textAnchor: "start" },
          text: (d) => (d.differs ? `${signed(d.difference)} differs` : signed(d.difference)),
          ...{ fill: markColour, stroke: colour("ground"), strokeWidth: 4 },
          ...{ fontSize: 12.5, fontWeight: 600 },
        }),
        Plot.text(lines, {
          ...{ x: () => start, y: "y", text: "text", textAnchor: narrow ? "start" : "end" },
          ...{ fill: colour("ink"), fontSize: narrow ? 12 : 12.5 },
          ...(narrow ? { stroke: colour("ground"), strokeWidth: 4 } : {}),
        }),
      ],
    },
    options,
  );
}

const markColour = ({ differs, simulated }: ComparedRow) =>
  colour(differs ? "paying" : simulated === null ? "receiving" : "past");

function placedRow(row: ComparedRow, top: number, narrow: boolean): Placed {
  const words = row.group === "All" ? row.label : `${row.label}: ${row.group}`;
  const texts = wrapped(`${words}, ${row.printed}`, WIDTH);
  const first = narrow ? top + 7 : top + (ROW - (texts.length - 1) * LINE) / 2;
  return {
    ...row,
    y: top + (narrow ? 39 : ROW / 2),
    lines: texts.map((text, i) => ({ text, y: first + i * LINE })),
  };
}

/** A scale of points around 0 that holds all rows, with a few round ticks. */
function scaleOf(rows: readonly ComparedRow[], left: number, right: number) {
  const most = Math.max(
    1,
    ...rows.flatMap(({ difference, low, high }) => [difference, low, high].map(Math.abs)),
  );
  const step = [0.5, 1, 2, 5, 10, 20, 50].find((one) => 2 * one >= most) ?? 50;
  const end = step * Math.ceil(most / step);
  const ticks = [-end, -end / 2, 0, end / 2, end].filter((tick) => Number.isInteger(10 * tick));
  return { left, right, ticks, x: (points: number) => left + ((right - left) * (points + end)) / (2 * end) };
}

/** What made-up data stand on, in pieces of which each has its watermark. */
function grounds(left: number, right: number, top: number, bottom: number): Plot.Markish[] {
  const pieces = Math.max(1, Math.ceil((bottom - top) / GROUND));
  const height = (bottom - top) / pieces;
  return Array.from(
    { length: pieces },
    (_, i): Plot.Markish =>
      (_index, _scales, _values, _dimensions, { document }) =>
        madeUpGround(
          document,
          { x: left, y: top + i * height, width: right - left, height },
          Math.min(36, (right - left) / 10),
        ),
  );
}
