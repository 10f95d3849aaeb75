import * as Plot from "@observablehq/plot";
import { defineFigure } from "../../../figures/figure.js";
import type { Box } from "../../../figures/made-up-ground.js";
import { colour } from "../../../figures/palette.js";
import { type ChartOptions, inPixels, NARROW, plot } from "../../../figures/plot.js";
import { chosenOption } from "../../../model/control.js";
import { formatNumber } from "../../../model/format.js";
import { drawPictures, type GuessPicture } from "../guess.js";
import { type GuessRow, PICTURES } from "../schema.js";
import { PICTURE, ROUND } from "../settings.js";
import { GROUP_COLOURS, twoLines } from "./two-lines.js";

const truth = ({ true_gap }: GuessPicture) =>
  true_gap === 0 ? "no gap" : `a gap of ${formatNumber(true_gap)} points`;

/** Four made-up pictures, three with a gap and one without, for the reader to find. */
export const guessFigure = defineFigure<GuessRow, GuessPicture>(PICTURES, {
  title: () => "All but one of these made-up surveys have a steady gap. Which one has none?",
  subtitle:
    "Satisfied, %, month by month: a small group with {{closure.guess.interviews}} interviews a month, and a large one with {{closure.noise.times}} times as many. The scale, the same in all, is cut to what moves",
  source: "Made up: no parent was asked. Level as Options 2016 prints it for everyone",
  kinds: ["simulated"],
  controls: [PICTURE, ROUND],
  how: [
    "In all pictures but one the small group is truly {{closure.guess.gap}} less satisfied in every month; in that there is none. Which one is drawn by the seed that the link holds. Of the first round it is picture {{closure.guess.answer}}.",
    "With a ruler the guess is not hard: taken over all months, the picture whose groups differ least is the one without a gap in {{closure.guess.ruler}} of rounds. That is an exact sum over all draws. Month by month the eye has less to go by.",
  ],
  code: ["src/findings/case-closure/guess.ts", "src/findings/case-closure/repeated-survey.ts"],
  show: (rows, state) =>
    drawPictures(rows, chosenOption(ROUND, state).number, chosenOption(PICTURE, state).number),
  columns: () => [
    ...PICTURES.shown,
    { label: "Months with the small group on top", value: (row) => row.on_top },
    { label: "Drawn with", value: (row) => (row.revealed ? truth(row) : "shown when you have guessed") },
  ],
  alt: (rows) => {
    const [first] = rows;
    const list = rows.map(
      (row) =>
        `${row.label}${row.chosen ? ", your guess" : ""}: the small group on top in ${row.on_top} of ${row.months} months${row.revealed ? `, drawn with ${truth(row)}` : ""}`,
    );
    return `Made-up data, round ${first?.round}: small charts of a line for each group, ${first?.interviews} interviews a month in the small group. ${list.join("; ")}.`;
  },
  readout: (rows) => {
    const answer = rows.find(({ true_gap }) => true_gap === 0);
    const chosen = rows.find((row) => row.chosen);
    if (answer === undefined || chosen === undefined)
      return "Choose a picture, and the answer is shown. It also stands under “How it was worked out”.";
    const gap = formatNumber(rows.find(({ true_gap }) => true_gap > 0)?.true_gap ?? 0);
    return chosen === answer
      ? `Yes: ${answer.label.toLowerCase()} has no gap. In each of the others the small group is truly ${gap} points less satisfied, in every month.`
      : `No: ${chosen.label.toLowerCase()} has a steady gap of ${gap} points. The one without is ${answer.label.toLowerCase()}.`;
  },
  draw: (rows, _state, options) => guessChart(rows, options),
});

const HEIGHT = 400;
const TITLE = 26;
const SPACE = 16;

function guessChart(rows: readonly GuessPicture[], { width = 640, ...options }: ChartOptions): SVGSVGElement {
  const narrow = width < NARROW;
  const across = narrow ? 10 : 22;
  const panel = {
    width: (width - across) / 2,
    height: (HEIGHT - SPACE) / 2,
  };
  const places = rows.map((row, index) => ({
    row,
    box: {
      x: (index % 2) * (panel.width + across),
      y: Math.floor(index / 2) * (panel.height + SPACE) + TITLE,
      width: panel.width,
      height: panel.height - TITLE,
    },
  }));
  return plot(
    {
      ...inPixels(width, HEIGHT),
      marks: places.flatMap(({ row, box }) => [
        ...twoLines(row, {
          box,
          domain: [58, 102],
          ticks: [],
          dots: false,
          watermark: narrow ? 15 : 27,
        }),
        Plot.text([row], {
          x: box.x,
          y: box.y - 13,
          text: (d: GuessPicture) => label(d, narrow),
          textAnchor: "start",
          fill: row.revealed && row.true_gap === 0 ? colour("new") : colour("ink"),
          fontWeight: 600,
          fontSize: narrow ? 12.5 : 14,
        }),
        ...(row === rows[0] ? keys(box) : []),
        ...(row.chosen
          ? [
              Plot.rect([box], {
                x1: box.x + 1,
                x2: box.x + box.width - 1,
                y1: box.y + 1,
                y2: box.y + box.height - 1,
                fill: "none",
                stroke: colour("ink"),
                strokeWidth: 2.5,
              }),
            ]
          : []),
      ]),
    },
    options,
  );
}

function label(row: GuessPicture, narrow: boolean): string {
  if (!row.revealed) return row.label;
  const what = row.true_gap === 0 ? "no gap" : narrow ? "gap" : truth(row);
  return `${narrow ? formatNumber(row.picture) : row.label}: ${what}${row.chosen ? " (your guess)" : ""}`;
}

/** Labels of the two lines, in the first picture. */
function keys(box: Box): Plot.Markish[] {
  const at = { y: box.y + box.height - 13, fontSize: 12.5, fontWeight: 600 } as const;
  return [
    Plot.text(["small group"], { ...at, x: box.x + 8, textAnchor: "start", fill: GROUP_COLOURS.small }),
    Plot.text(["large group"], {
      ...at,
      x: box.x + box.width - 8,
      textAnchor: "end",
      fill: GROUP_COLOURS.large,
    }),
  ];
}
