import * as Plot from "@observablehq/plot";
import { defineFigure } from "../../figures/figure.js";
import { type Box, madeUpGround, REPEATED } from "../../figures/made-up-ground.js";
import { colour } from "../../figures/palette.js";
import { type ChartOptions, inPixels, NARROW, plot } from "../../figures/plot.js";
import { chosenCode, chosenOption } from "../../model/control.js";
import { formatNumber } from "../../model/format.js";
import { shownInOrder } from "../../model/table.js";
import { MOVED, SPREAD, WAY, type WeightMoveRow, type WeightSpreadRow } from "./schema.js";

const SOURCE = "Made up: no parent was asked. Weighted as CES 2023/24 describes";
const CODE = [
  "src/analysis/weights/moved.ts",
  "src/analysis/weights/step.ts",
  "data-loaders/made-up/repeated/weight-example.ts",
];

const before = (row: WeightMoveRow, rows: readonly WeightMoveRow[]) =>
  rows.find((one) => one.seed === row.seed && one.step === 0)?.estimate ?? row.estimate;

/** The change by each weighting variable, by survey. */
export const movedFigure = defineFigure(MOVED, {
  title: (rows) =>
    rows.every(({ way, step, estimate, truth }) => way === "alone" || step === 0 || estimate > truth)
      ? "In {{weights.surveys|words}} made-up surveys all weights together move satisfaction by {{weights.moved}}, and leave it {{weights.off}} above the truth"
      : "What weights move in {{weights.surveys|words}} made-up surveys",
  subtitle:
    "Satisfied less satisfied before weighting, points, in surveys drawn from made-up populations. Beside each dot: Kish’s design effect of the weights",
  source: SOURCE,
  kinds: ["simulated"],
  controls: [WAY],
  how: [
    "Each survey is drawn from a made-up population with quotas by parent and contact; ages answer unequally, and those who refuse are less satisfied. Then it is raked to the age, gender, length of service use and contact reason of its whole population.",
    "Weights are made with the first variable, then with the next one too, and so on; or with one variable alone. What a variable moves depends on those before it.",
    "Kish’s design effect says what unequal weights cost in interviews if they have nothing to do with the answers. The table has the design effect of the estimate too, whose standard error knows that weights were fitted.",
  ],
  code: CODE,
  show: (rows, state) => {
    const way = chosenCode(WAY, state);
    return rows.filter((row) => row.step === 0 || row.way === way);
  },
  alt: (rows, state) => {
    const list = rows.map(
      (row) =>
        `seed ${row.seed}, ${row.label}: ${formatNumber(row.estimate, 1)}%, design effect ${formatNumber(row.kish, 2)}`,
    );
    return `Made-up data. ${chosenOption(WAY, state).inWords}. ${list.join("; ")}.`;
  },
  draw: (rows, _state, options) => movedChart(rows, options),
});

const ROW = 50;
const STEPS = 5;
const TOP = 34;
const [MIN, MAX] = [-0.9, 2.6];
const MOVED_TICKS = [0, 1, 2];

interface MovedLayout {
  readonly narrow: boolean;
  /** Left end of the panels. */
  readonly left: number;
  readonly height: number;
  readonly boxes: readonly { readonly seed: number; readonly box: Box }[];
  readonly x: (seed: number, moved: number) => number;
  readonly y: (step: number) => number;
}

function movedChart(
  rows: readonly WeightMoveRow[],
  { width = 640, ...options }: ChartOptions,
): SVGSVGElement {
  const seeds = [...new Set(rows.map(({ seed }) => seed))];
  const layout = movedLayout(seeds, width);
  const { narrow, height, boxes } = layout;
  const labels = rows.filter(({ seed }) => seed === seeds[0]);
  return plot(
    {
      ...inPixels(width, height),
      marks: [
        ...boxes.map(
          ({ box }): Plot.Markish =>
            (_index, _scales, _values, _dimensions, { document }) =>
              madeUpGround(document, box, narrow ? 8 : 11, { lines: REPEATED }),
        ),
        ...movedScale(layout),
        Plot.text(boxes, {
          x: (d) => d.box.x,
          y: 16,
          text: (d) => `${narrow ? "Seed" : "Survey, seed"} ${d.seed}`,
          textAnchor: "start",
          fill: colour("ink"),
          fontWeight: 600,
          fontSize: 13,
        }),
        ...movedPoints(rows, layout),
        stepLabels(labels, layout),
      ],
    },
    options,
  );
}

/** Places of the panels, one a survey, and of changes and steps in them. */
function movedLayout(seeds: readonly number[], width: number): MovedLayout {
  const narrow = width < NARROW;
  const left = narrow ? 4 : 188;
  const gap = 10;
  const panel = (width - left - 6 - gap * (seeds.length - 1)) / Math.max(1, seeds.length);
  const boxes = seeds.map((seed, i) => ({
    seed,
    box: { x: left + i * (panel + gap), y: TOP, width: panel, height: STEPS * ROW },
  }));
  const x = (seed: number, moved: number) => {
    const { box } = boxes.find((one) => one.seed === seed) as (typeof boxes)[number];
    return box.x + (box.width * (Math.max(MIN, Math.min(MAX, moved)) - MIN)) / (MAX - MIN);
  };
  const y = (step: number) => TOP + ROW * (Math.min(STEPS - 1, step) + (narrow ? 0.66 : 0.5));
  return { narrow, left, height: TOP + STEPS * ROW + 30, boxes, x, y };
}

/** Lines of the scale with their values. */
function movedScale({ boxes, height, x }: MovedLayout): Plot.Markish[] {
  const ticks = boxes.flatMap(({ seed }) => MOVED_TICKS.map((tick) => ({ tick, px: x(seed, tick) })));
  return [
    Plot.link(ticks, {
      x1: "px",
      x2: "px",
      y1: TOP,
      y2: TOP + STEPS * ROW,
      stroke: (d) => (d.tick === 0 ? colour("ink") : colour("rule")),
    }),
    Plot.text(ticks, {
      x: "px",
      y: height - 14,
      text: (d) => `${d.tick > 0 ? "+" : ""}${formatNumber(d.tick)}`,
      fill: colour("mute"),
      fontSize: 13,
    }),
  ];
}

/** A dot for each change, with its design effect on the side that has room. */
function movedPoints(rows: readonly WeightMoveRow[], { x, y }: MovedLayout): Plot.Markish[] {
  const points = rows.map((row) => ({
    ...row,
    px: x(row.seed, row.estimate - before(row, rows)),
    py: y(row.step),
  }));
  return [
    Plot.dot(points, { x: "px", y: "py", r: 4, fill: colour("past") }),
    ...([true, false] as const).map((isBefore) =>
      Plot.text(
        points.filter((d) => d.px > x(d.seed, MAX) - 42 === isBefore),
        {
          x: "px",
          y: "py",
          dx: isBefore ? -8 : 8,
          text: (d) => formatNumber(d.kish, 2),
          textAnchor: isBefore ? "end" : "start",
          fill: colour("ink"),
          stroke: colour("ground"),
          strokeWidth: 4,
          fontSize: 13,
        },
      ),
    ),
  ];
}

/** The variable that each step adds. */
function stepLabels(labels: readonly WeightMoveRow[], { narrow, left, y }: MovedLayout): Plot.Markish {
  return Plot.text(labels, {
    x: narrow ? left + 4 : left - 12,
    y: (d) => (narrow ? y(d.step) - 20 : y(d.step)),
    // The part after a comma describes how the variable is recorded.
    text: (d) => d.label.split(",")[0] ?? "",
    textAnchor: narrow ? "start" : "end",
    fill: colour("ink"),
    stroke: colour("ground"),
    strokeWidth: 4,
    fontWeight: 600,
    fontSize: 13,
  });
}

/** The distribution of final weights, by survey. */
export const spreadFigure = defineFigure(SPREAD, {
  title: () =>
    "The largest weight is {{weights.largest}} times the smallest, and {{weights.interviews}} interviews are worth {{weights.effective}}",
  subtitle:
    "Final weights of surveys drawn from made-up populations; over their mean. Thin line: from the smallest to the largest; thick line: between the quartiles; ring: the median",
  source: SOURCE,
  kinds: ["simulated"],
  controls: [],
  how: [
    "A weight says for how many people of the population an interview stands, over their mean. Where weights differ much, a few interviews decide much of the result.",
    "What interviews are worth is their number over Kish’s design effect, one plus the square of the coefficient of variation of the weights.",
  ],
  code: ["src/analysis/weights/distribution.ts", "src/stats/weighting/diagnostics.ts"],
  columns: () => shownInOrder(SPREAD, ["seed", "part", "weight", "kish", "interviews", "effective"]),
  alt: (rows) =>
    `Made-up data. Weights by seed and part of interviews: ${rows.map((row) => `seed ${row.seed}, ${formatNumber(row.part)}%: ${formatNumber(row.weight, 2)}`).join("; ")}.`,
  draw: (rows, _state, options) => spreadChart(rows, options),
});

const WEIGHT_TICKS = [0.25, 0.5, 1, 2, 4];

function spreadChart(
  rows: readonly WeightSpreadRow[],
  { width = 640, ...options }: ChartOptions,
): SVGSVGElement {
  const seeds = [...new Set(rows.map(({ seed }) => seed))];
  const box = { x: 74, y: 8, width: width - 82, height: 3 * 46 };
  const height = box.height + 44;
  const [least, most] = [Math.log(0.2), Math.log(5)];
  const x = (weight: number) =>
    box.x + (box.width * (Math.min(most, Math.max(least, Math.log(weight))) - least)) / (most - least);
  const y = (seed: number) => box.y + (box.height * (seeds.indexOf(seed) + 0.5)) / Math.max(1, seeds.length);
  const at = (seed: number, part: number) =>
    rows.find((row) => row.seed === seed && row.part === part)?.weight ?? 1;
  const lines = seeds.flatMap((seed) => [
    { seed, from: at(seed, 0), to: at(seed, 100), stroke: 1.5 },
    { seed, from: at(seed, 25), to: at(seed, 75), stroke: 7 },
  ]);
  return plot(
    {
      ...inPixels(width, height),
      marks: [
        (_index, _scales, _values, _dimensions, { document }) =>
          madeUpGround(document, box, width < NARROW ? 18 : 30, { lines: REPEATED }),
        Plot.link(WEIGHT_TICKS, { x1: x, x2: x, y1: box.y, y2: box.y + box.height, stroke: colour("rule") }),
        Plot.text(WEIGHT_TICKS, {
          x,
          y: height - 20,
          text: (d) => formatNumber(d, d < 1 ? 2 : 0),
          fill: colour("mute"),
          fontSize: 13,
        }),
        Plot.link(lines, {
          x1: (d) => x(d.from),
          x2: (d) => x(d.to),
          y1: (d) => y(d.seed),
          y2: (d) => y(d.seed),
          stroke: colour("past"),
          strokeWidth: (d) => d.stroke,
        }),
        Plot.dot(seeds, {
          x: (seed) => x(at(seed, 50)),
          y,
          r: 5,
          fill: colour("ground"),
          stroke: colour("past"),
          strokeWidth: 2,
        }),
        Plot.text(seeds, {
          x: box.x - 10,
          y,
          text: (seed) => `Seed ${seed}`,
          textAnchor: "end",
          fill: colour("ink"),
          fontWeight: 600,
          fontSize: 13,
        }),
      ],
    },
    options,
  );
}
