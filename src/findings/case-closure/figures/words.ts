import * as Plot from "@observablehq/plot";
import type { OwnNumbers } from "../../../analysis/own-table/numbers.js";
import { defineFigure } from "../../../figures/figure.js";
import type { Box } from "../../../figures/made-up-ground.js";
import { colour } from "../../../figures/palette.js";
import { type ChartOptions, inPixels, NARROW, plot } from "../../../figures/plot.js";
import { formatNumber } from "../../../model/format.js";
import { dateLabel, monthsBetween } from "../../../model/period.js";
import { WORDS, type WordRow } from "../schema.js";
import { lineOf, linesTable } from "./own-tables.js";

/** The words of two reports as shapes in two lanes without a shared axis. */
export const wordsFigure = defineFigure(WORDS, {
  title: () =>
    "Both reports put parents with a Child Support Agency past below others{{unknown cms-2016.satisfied.csa-* options-2016.satisfied.letter-*}}, without saying by how much{{end}}",
  subtitle:
    "What the reports say of satisfaction, drawn as shapes. Heights mean nothing{{unknown cms-2016.satisfied.csa-* options-2016.satisfied.letter-*}}: the charts’ {{closure.cms.not-held}} and {{closure.options.not-held}} numbers are not in the text we hold{{partly}}: {{closure.cms.not-held}} numbers of the CMS chart and {{closure.options.not-held}} of the Options chart are missing{{end}}",
  source:
    "CMS 2016, Historic CSA Involvement; Options 2016, Closing CSA Cases. The numbers are in Table 3 of each report’s separate tables",
  kinds: ["published"],
  controls: [],
  how: [
    "Only the order of the lines, their bends and the dates come from the words. How far apart they lie, how steep they run and how often the crooked one turns is ours. The lanes are surveys of different services with different definitions of satisfied, and share no axis.",
    "Of the CMS the report says that clients without a CSA past are more satisfied, that both groups slowly came closer until the month marked, and that the difference then grew before it started to shrink. Whether the month or the quarter that ends in it is meant, and when the difference turned, is not said.",
    "Of Options it says that satisfaction of clients without the letter stayed largely constant, and that that of clients with it was more erratic and generally lower than that of parents with no CSA case before: a group that its chart does not show. The chart begins before the first letters went out.",
  ],
  code: ["src/findings/case-closure/words.ts", "src/findings/case-closure/figures/words.ts"],
  columns: () => [
    { label: "Who", value: (row) => row.label },
    { label: "Of what", value: (row) => SURVEYS[row.survey].name },
    { label: "What the report says, in our words", value: (row) => row.said },
    { label: "Numbers in the text", value: (row) => row.held },
    { label: "of", value: (row) => row.numbers },
    { label: "Official table that has them", value: (row) => row.place },
  ],
  alt: (rows) => {
    const list = rows.map((row) => {
      const turn =
        row.until_turn > 0 && row.shape === "above"
          ? `, coming closer to the other line up to the ${row.until_turn}th of ${row.numbers} quarters, then further from it, then closer`
          : "";
      return `${row.label}: ${SHAPES[row.shape]}${turn}; ${row.held} of ${row.numbers} numbers in the text`;
    });
    return `Drawings without any scale. ${list.join(". ")}.`;
  },
  draw: (rows, _state, options) => wordsChart(rows, options),
  own: linesTable,
});

const SURVEYS = {
  cms: { name: "Child Maintenance Service", each: "by quarter" },
  options: { name: "Child Maintenance Options", each: "by month" },
} as const;

const SHAPES: Record<WordRow["shape"], string> = {
  above: "the upper line",
  below: "the lower line",
  level: "about level",
  erratic: "a crooked line, most of it below the level one",
};

/** The label of each line, and the colour of its group. */
const LINES: Record<WordRow["shape"], { words: string; colour: string }> = {
  above: { words: "more satisfied", colour: colour("everyone") },
  below: { words: "less satisfied", colour: colour("past") },
  level: { words: "largely constant", colour: colour("everyone") },
  erratic: { words: "erratic, generally lower", colour: colour("past") },
};

const HEIGHT = 464;
const HEAD = 46;
const FOOT = 26;
const BETWEEN = 18;

function wordsChart(rows: readonly WordRow[], { width = 640, ...options }: ChartOptions): SVGSVGElement {
  const narrow = width < NARROW;
  const lane = (HEIGHT - BETWEEN) / 2;
  const lanes = (["cms", "options"] as const).map((survey, index) => ({
    survey,
    lines: rows.filter((row) => row.survey === survey),
    box: {
      x: 1,
      y: index * (lane + BETWEEN) + HEAD,
      width: width - 2,
      height: lane - HEAD - FOOT,
    },
  }));
  const own = options.own ?? new Map();
  return plot(
    {
      ...inPixels(width, HEIGHT),
      marks: lanes.flatMap(({ survey, lines, box }) => {
        // Known numbers have a scale, which shapes do not.
        const real = lines.some((line) => lineOf(line, own).length > 0);
        return [
          ...laneFrame(survey, lines, box, real),
          ...laneEvent(lines, real ? besideScale(box) : box, narrow),
          ...(real ? laneScale(box) : []),
          ...lines.flatMap((line) =>
            real ? ownLine(line, besideScale(box), narrow, own) : laneLine(line, box, narrow),
          ),
        ];
      }),
    },
    options,
  );
}

const write = (text: string, options: Plot.TextOptions) =>
  Plot.text([text], { text: (d: string) => d, ...options });

/** The frame of a lane: its name, how many numbers are known, first and last month. */
function laneFrame(
  survey: WordRow["survey"],
  lines: readonly WordRow[],
  box: Box,
  real: boolean,
): Plot.Markish[] {
  const [first] = lines;
  if (first === undefined) return [];
  const sum = (of: (line: WordRow) => number) => lines.reduce((total, line) => total + of(line), 0);
  const quiet = { fill: colour("mute"), fontSize: 13 } as const;
  const [left, right] = [box.x, box.x + box.width];
  const { name, each } = SURVEYS[survey];
  return [
    Plot.rect([box], {
      x1: left,
      x2: right,
      y1: box.y,
      y2: box.y + box.height,
      fill: colour("rule"),
      fillOpacity: 0.35,
      stroke: colour("rule"),
      rx: 6,
    }),
    write(`${name}, ${each}`, {
      x: left,
      y: box.y - 34,
      textAnchor: "start",
      fill: colour("ink"),
      fontWeight: 600,
      fontSize: 14.5,
    }),
    write(
      `${formatNumber(sum((line) => line.held))} of ${formatNumber(sum((line) => line.numbers))} numbers in our text`,
      { ...quiet, x: left, y: box.y - 13, textAnchor: "start" },
    ),
    write(real ? "From your table, 0 to 100%" : "Shape only, no scale", {
      ...quiet,
      x: right,
      y: box.y - 13,
      textAnchor: "end",
    }),
    write(dateLabel(first.start), { ...quiet, x: left, y: box.y + box.height + 15, textAnchor: "start" }),
    write(dateLabel(first.end), { ...quiet, x: right, y: box.y + box.height + 15, textAnchor: "end" }),
  ];
}

/** The one month that the words name: groups stop converging, or letters begin. */
function laneEvent(lines: readonly WordRow[], box: Box, narrow: boolean): Plot.Markish[] {
  const [first] = lines;
  if (first === undefined) return [];
  const turn = first.turn !== "";
  const part = turn ? turnOf(first) : monthsBetween(first.start, first.letters) / (first.numbers - 1);
  const x = across(box, part);
  const words = { y: box.y + 15, fill: colour("mute"), fontSize: 13 } as const;
  return [
    Plot.link([0], {
      x1: x,
      x2: x,
      y1: box.y + 15,
      y2: box.y + box.height,
      stroke: colour("mute"),
      strokeDasharray: "2 4",
    }),
    Plot.dot([0], { x, y: box.y + 15, r: 3.5, fill: colour("mute") }),
    turn
      ? write(`${narrow ? "closer" : "come closer"} until ${dateLabel(first.turn)}`, {
          ...words,
          x: x - 9,
          textAnchor: "end",
        })
      : write(`letters from ${dateLabel(first.letters)}`, { ...words, x: x + 9, textAnchor: "start" }),
    ...(turn && !narrow ? [write("apart, then closer", { ...words, x: x + 9, textAnchor: "start" })] : []),
  ];
}

/** A line of words: its shape and its label. */
function laneLine(row: WordRow, box: Box, narrow: boolean): Plot.Markish[] {
  const { words, colour: stroke } = LINES[row.shape];
  const points = shapeOf(row).map(([part, height]) => ({
    x: across(box, part),
    y: box.y + box.height * height,
  }));
  const upper = row.shape === "above" || row.shape === "level";
  return [
    Plot.line(points, {
      x: "x",
      y: "y",
      stroke,
      strokeWidth: 5,
      strokeOpacity: 0.85,
      strokeLinecap: "round",
      strokeLinejoin: "round",
      curve: row.shape === "erratic" ? "linear" : "monotone-x",
    }),
    write(narrow && row.shape === "erratic" ? `${row.label}: erratic` : `${row.label}: ${words}`, {
      x: box.x + 12,
      y: upper ? (points[0]?.y ?? 0) - 18 : box.y + box.height - 14,
      stroke: colour("ground"),
      strokeWidth: 5,
      textAnchor: "start",
      fill: stroke,
      fontWeight: 600,
      fontSize: narrow ? 12.5 : 14,
    }),
  ];
}

/** A percentage scale, for numbers of the reader's table. */
function laneScale(box: Box): Plot.Markish[] {
  const y = (percent: number) => heightOf(box, percent);
  return [
    Plot.ruleY([25, 50, 75], { y, x1: box.x, x2: box.x + box.width, stroke: colour("rule") }),
    Plot.text([25, 50, 75], {
      x: box.x + box.width - 3,
      y: (tick: number) => y(tick) - 7,
      text: (tick: number) => `${formatNumber(tick)}%`,
      textAnchor: "end",
      fill: colour("mute"),
      fontSize: 11.5,
    }),
  ];
}

/** The part of a lane to the right of its scale. */
function besideScale(box: Box): Box {
  return { ...box, width: box.width - 30 };
}

function heightOf(box: Box, percent: number): number {
  return box.y + box.height * (1 - percent / 100);
}

/** A line of the reader's table; only its name if the table lacks it. */
function ownLine(row: WordRow, box: Box, narrow: boolean, own: OwnNumbers): Plot.Markish[] {
  const { colour: stroke } = LINES[row.shape];
  const points = lineOf(row, own).map(({ at, value }) => ({
    x: across(box, at / (row.numbers - 1)),
    y: heightOf(box, value),
  }));
  const upper = row.shape === "above" || row.shape === "level";
  return [
    Plot.line(points, { x: "x", y: "y", stroke, strokeWidth: 2 }),
    Plot.dot(points, { x: "x", y: "y", symbol: "diamond", r: narrow ? 3.5 : 4.5, fill: stroke }),
    write(points.length === 0 ? `${row.label}: not in your table` : row.label, {
      x: box.x + 12,
      y: upper ? box.y + 34 : box.y + box.height - 14,
      stroke: colour("ground"),
      strokeWidth: 5,
      textAnchor: "start",
      fill: stroke,
      fontWeight: 600,
      fontSize: narrow ? 12.5 : 14,
    }),
  ];
}

/** Where along the lane the groups stop converging. */
function turnOf({ until_turn, numbers }: WordRow): number {
  return (until_turn - 1) / (numbers - 1);
}

/** Points along and down the lane, each from 0 to 1: invented to fit the words, without a scale. */
function shapeOf(row: WordRow): readonly (readonly [number, number])[] {
  const turn = turnOf(row);
  const rest = 1 - turn;
  const apart = [
    [0, 0.21],
    [turn / 2, 0.15],
    [turn, 0.075],
    [turn + 0.55 * rest, 0.16],
    [1, 0.125],
  ] as const;
  switch (row.shape) {
    case "above":
      return apart.map(([part, half]) => [part, 0.56 - half]);
    case "below":
      return apart.map(([part, half]) => [part, 0.56 + half]);
    case "level":
      return [0, 0.3, 0.6, 1].map((part, index) => [part, 0.47 + (index % 2 === 0 ? 0.008 : -0.008)]);
    case "erratic": {
      const heights = [
        0.62, 0.53, 0.72, 0.52, 0.68, 0.42, 0.63, 0.79, 0.55, 0.72, 0.51, 0.6, 0.43, 0.76, 0.54, 0.66,
      ];
      return heights.map((height, index) => [index / (heights.length - 1), height]);
    }
  }
}

function across(box: Box, part: number): number {
  return box.x + 14 + (box.width - 28) * part;
}
