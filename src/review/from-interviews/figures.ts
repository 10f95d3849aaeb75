import * as Plot from "@observablehq/plot";
import { type ComparedRow, comparedRows } from "../../analysis/interviews/compared.js";
import { FROM_INTERVIEWS, type FromInterviewsRow } from "../../analysis/interviews/schema.js";
import { VERDICT_WORDS } from "../../analysis/interviews/verdict-words.js";
import { defineFigure } from "../../figures/figure.js";
import { madeUpGround } from "../../figures/made-up-ground.js";
import { colour } from "../../figures/palette.js";
import { type ChartOptions, inPixels, NARROW, plot } from "../../figures/plot.js";
import { rangeBand } from "../../figures/range-band.js";
import { wrapped } from "../../figures/wrapped.js";
import { formatNumber } from "../../model/format.js";

/** Each printed percentage with the estimate from a build's interviews: which differences rounding explains. */
export const fromInterviewsFigure = defineFigure<FromInterviewsRow, ComparedRow>(FROM_INTERVIEWS, {
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
    "The band goes from the least to the most that is printed like this. An estimate in it agrees, before it is itself rounded. Where the interviews are those behind the publication, sampling error explains no difference: definitions, weights or files do.",
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
    { label: "Rounding from", value: (row) => row.low, as: "low" },
    { label: "to", value: (row) => row.high, as: "high" },
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
});

/** The rows grouped by survey, in order. */
export function surveysOf(rows: readonly ComparedRow[]) {
  return [...new Set(rows.map(({ survey }) => survey))].map((survey) => {
    const own = rows.filter((row) => row.survey === survey);
    return { survey, simulated: own[0]?.simulated ?? null, own };
  });
}

/** Points with their sign. */
export const signed = (points: number) => `${points > 0 ? "+" : ""}${formatNumber(points, 1)}`;

const ROW = 50;
const HEADING = 66;
const AXIS = 30;
const LINE = 15;
const LABELS = 316;
/** Space to the right of the scale for labels beside the last mark. */
const BESIDE = 92;
/** Characters per line of a label. */
const WIDTH = 46;
/** Upper estimate of the mean width of a heading's letters, pixels. */
const LETTER = 7.4;
/** Maximum height per watermark, pixels: a long list repeats it. */
const GROUND = 8 * ROW;

interface Placed extends ComparedRow {
  readonly y: number;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
}

/**
 * One row per percentage, in points from the printed one: a band for its rounding, and a ring at the interviews'
 * estimate. Labels are beside the marks, or above them on narrow screens, at the same height. Made-up data have a
 * watermark.
 */
export function comparedChart(
  rows: readonly ComparedRow[],
  { width = 640, ...options }: ChartOptions,
): SVGSVGElement {
  const narrow = width < NARROW;
  const scale = scaleOf(rows, narrow ? 16 : LABELS, width - BESIDE);
  let top = AXIS;
  const parts = surveysOf(rows).map(({ survey, simulated, own }) => {
    const words = wrapped(survey, Math.min(WIDTH, Math.floor(width / LETTER))).map((text, i) => ({
      text,
      y: top + 16 + i * 17,
    }));
    const said = simulated === null ? "Interviews with people" : `Made-up data: ${simulated}`;
    const heading = { words, said, simulated, y: top + 16 + words.length * 17 };
    const first = top + Math.max(HEADING, 32 + words.length * 17);
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
      ...inPixels(width, top + AXIS),
      marks: [
        ...parts.flatMap(({ heading: { simulated }, first, end }) =>
          simulated === null ? [] : [ground(simulated, scale.left, width - 4, first, end)],
        ),
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
        Plot.text(
          headings.flatMap(({ words }) => words),
          {
            ...{ x: () => 0, y: "y", text: "text", textAnchor: "start" },
            ...{ fill: colour("ink"), fontWeight: 600, fontSize: 14 },
          },
        ),
        Plot.text(headings, { ...label, x: () => 0, y: "y", text: "said", textAnchor: "start" }),
        rangeBand(
          placed.map(({ low, high, y }) => ({ low: scale.x(low), high: scale.x(high), y })),
          { colour: colour("everyone"), half: narrow ? 6.5 : 8 },
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
  colour(differs ? "rust" : simulated === null ? "blue" : "violet");

function placedRow(row: ComparedRow, top: number, narrow: boolean): Placed {
  const words = row.group === "All" ? row.label : `${row.label}: ${row.group}`;
  const texts = wrapped(`${words}, printed\u00a0${row.printed}`, WIDTH);
  const height = (texts.length - 1) * LINE;
  const first = top + (narrow ? 25 - height : (ROW - height) / 2);
  return {
    ...row,
    y: top + (narrow ? 41 : ROW / 2),
    lines: texts.map((text, i) => ({ text, y: first + i * LINE })),
  };
}

/** A scale of points around 0 that includes all rows, with a few round ticks. */
function scaleOf(rows: readonly ComparedRow[], left: number, right: number) {
  const most = Math.max(
    0.5,
    ...rows.flatMap(({ difference, low, high }) => [difference, low, high].map(Math.abs)),
  );
  const step = [0.5, 1, 2, 5, 10, 20, 50].find((one) => 2 * one >= most) ?? 50;
  const end = step * Math.ceil(most / step);
  const ticks = [-end, -end / 2, 0, end / 2, end].filter((tick) => Number.isInteger(10 * tick));
  return { left, right, ticks, x: (points: number) => left + ((right - left) * (points + end)) / (2 * end) };
}

/** Background of made-up data, with the note on their origin repeated so that it is always in view. */
function ground(simulated: string, left: number, right: number, top: number, bottom: number): Plot.Markish {
  const box = { x: left, y: top, width: right - left, height: bottom - top };
  const lines = [...simulated.toUpperCase().split(/, */), "MADE UP"];
  const size = Math.min(30, box.width / Math.max(10, ...lines.map(({ length }) => 0.9 * length)));
  return (_index, _scales, _values, _dimensions, { document }) =>
    madeUpGround(document, box, size, { lines, times: Math.ceil(box.height / GROUND) });
}
