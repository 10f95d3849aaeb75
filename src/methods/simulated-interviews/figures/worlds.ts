import * as Plot from "@observablehq/plot";
import { defineFigure } from "../../../figures/figure.js";
import { madeUpGround } from "../../../figures/made-up-ground.js";
import { ownMarks } from "../../../figures/own-marks.js";
import { colour } from "../../../figures/palette.js";
import { type ChartOptions, inPixels, NARROW, plot } from "../../../figures/plot.js";
import { chosenCode } from "../../../model/control.js";
import { formatNumber } from "../../../model/format.js";
import { CHART } from "../options.js";
import { WORLDS, type WorldRow } from "../schema.js";

const isPrinted = ({ printed }: WorldRow) => printed !== null;

/** How the text gives a number ("printed, 56", "six out of ten", or not at all), and what was filled in since. */
const inText = ({ printed, filled_in }: WorldRow) => {
  if (printed !== null) return /^\d/.test(printed) ? `printed, ${printed}` : printed;
  return filled_in === null ? "not in the text" : `filled in, ${formatNumber(filled_in, 1)}`;
};

/** Satisfaction by age or ethnicity in worlds that agree with everything printed, side by side. */
export const worldsFigure = defineFigure(WORLDS, {
  title: () =>
    "{{worlds.count|capital}} made-up worlds, all of which agree with everything printed: those aged 55 and over are {{worlds.age-55-plus}} satisfied in them",
  subtitle:
    "Satisfied with the service overall, %, each world a whole set of interviews. Filled bars: printed, and the same in all. Open bars: not in the text, and free to differ",
  source: "Made up, to agree with the text of CES CMS 2023/24, Figures 10 and 12",
  kinds: ["simulated"],
  meanings: { simulated: "agrees with the text, and is none of it" },
  controls: [CHART],
  how: [
    "A seed draws who is interviewed, their weights and their answers, so that each printed number of interviews is met. Percentages that the text does not hold are drawn at random where they still make its sentences true, stated differences and their significance among them.",
    "Then the world is read like a file of real interviews, estimated with its weights, and taken only if all comes out: {{worlds.bases}} numbers of interviews, {{worlds.percentages}} percentages, {{worlds.sentences}} sentences. Some further sentences are true of no numbers that are printed.",
    "These are the interviews that the project’s command for made-up interviews writes for the same seeds.",
  ],
  code: [
    "data-loaders/made-up/compatible/world-example.ts",
    "data-loaders/made-up/compatible/find-world.ts",
    "data-loaders/made-up/compatible/ces/world.ts",
  ],
  show: (rows, state) => rows.filter(({ chart }) => chart === chosenCode(CHART, state)),
  columns: () => [
    { label: "World", value: (row) => row.simulated },
    { label: "Group", value: (row) => row.label },
    { label: "Satisfied in it, %", value: (row) => row.satisfied, decimals: 1 },
    { label: "In the text", value: inText },
    { label: "Interviews", value: (row) => row.interviews },
  ],
  alt: (rows) => {
    if (rows.length === 0) return "No compatible world was found.";
    const worlds = [...new Set(rows.map(({ simulated }) => simulated))].map((world) => {
      const list = rows
        .filter(({ simulated }) => simulated === world)
        .map(
          (row) =>
            `${row.label} ${formatNumber(row.satisfied, 1)}%${isPrinted(row) ? " (printed, the same in all)" : ""}`,
        );
      return `${world}, made up: ${list.join("; ")}`;
    });
    return `Made-up worlds side by side, each in agreement with everything printed. ${worlds.join(". ")}.`;
  },
  draw: (rows, _state, options) => worldsChart(rows, options),
});

const ROW = 50;
const GROUPS = 5;
const TOP = 28;
/** Height of the note below the bars. */
const WORDS = 66;
const BOX = GROUPS * ROW + WORDS;
const HEIGHT = TOP + BOX + 28;
const BAR = 18;
const TICKS = [0, 50, 100];

interface Box {
  readonly seed: number;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Positions of the chart's parts, in pixels. */
function layout(rows: readonly WorldRow[], width: number) {
  const narrow = width < NARROW;
  const seeds = [...new Set(rows.map(({ seed }) => seed))];
  const left = narrow ? 2 : 150;
  const gap = narrow ? 8 : 12;
  const panel = (width - left - 2 - gap * (seeds.length - 1)) / Math.max(1, seeds.length);
  const boxes = seeds.map(
    (seed, i): Box => ({ seed, box: { x: left + i * (panel + gap), y: TOP, width: panel, height: BOX } }),
  );
  const groups = [...new Set(rows.map(({ group }) => group))];
  return {
    ...{ narrow, seeds, left, panel, boxes },
    /** Leaves room for the longest bar's number. */
    x: (seed: number, percent: number) =>
      (boxes.find((one) => one.seed === seed)?.box.x ?? 0) + ((panel - 4) * percent) / 100,
    y: (group: string) => TOP + ROW * (groups.indexOf(group) + (narrow ? 0.68 : 0.5)),
  };
}
type Layout = ReturnType<typeof layout>;

const SMALL = { fill: colour("mute"), fontSize: 13 } as const;
const BOLD = { fill: colour("ink"), fontWeight: 600, fontSize: 13 } as const;

function worldsChart(rows: readonly WorldRow[], { width = 640, ...options }: ChartOptions): SVGSVGElement {
  const places = layout(rows, width);
  const { narrow, boxes, x, y } = places;
  const bars = rows.map((row) => ({
    ...row,
    x1: x(row.seed, 0),
    x2: x(row.seed, row.satisfied),
    y1: y(row.group) - BAR / 2,
    y2: y(row.group) + BAR / 2,
  }));
  const own = rows.flatMap((row) =>
    row.filled_in === null ? [] : [{ x: x(row.seed, row.filled_in), y: y(row.group), text: "" }],
  );
  return plot(
    {
      ...inPixels(width, HEIGHT),
      marks: [
        ...boxes.map((box) => ground(box, narrow)),
        ...axes(places, bars),
        ...barMarks(bars, y),
        ...ownMarks(own),
        ...groupNames(rows, places),
        ...(rows.length > 0 ? [] : [noWorld(width)]),
      ],
    },
    options,
  );
}

function noWorld(width: number): Plot.Markish {
  const text = "No compatible world was found for what is printed";
  return Plot.text([text], { ...SMALL, x: width / 2, y: HEIGHT / 2 });
}

type Bar = WorldRow & Readonly<Record<"x1" | "x2" | "y1" | "y2", number>>;

/** Background of a world, with the note that it is made up below its bars. */
function ground({ seed, box }: Box, narrow: boolean): Plot.Markish {
  return (_index, _scales, _values, _dimensions, { document }) =>
    madeUpGround(document, box, narrow ? 10 : 13, {
      lines: [...(narrow ? ["COMPATIBLE", "WORLD"] : ["COMPATIBLE WORLD"]), `SEED ${seed}`, "MADE UP"],
      middle: TOP + BOX - WORDS / 2,
    });
}

/** Grid lines and labels of each world's scale, and its seed above it. */
function axes({ narrow, seeds, panel, boxes, x }: Layout, bars: readonly Bar[]): Plot.Markish[] {
  const ticks = seeds.flatMap((seed) => TICKS.map((tick) => ({ tick, px: x(seed, tick) })));
  return [
    Plot.link(ticks, { x1: "px", x2: "px", y1: TOP, y2: TOP + BOX, stroke: colour("rule") }),
    // On narrow screens names of groups extend across worlds.
    Plot.link(narrow ? bars : boxes.map(({ box }) => ({ x1: box.x, y1: TOP, y2: TOP + BOX })), {
      x1: "x1",
      x2: "x1",
      y1: "y1",
      y2: "y2",
      stroke: colour("ink"),
      strokeWidth: 1.5,
    }),
    ...TICKS.filter((tick) => tick !== 50 || panel > 96).map((tick) =>
      Plot.text(seeds, {
        ...SMALL,
        x: (seed) => x(seed, tick) + (tick === 100 ? 3 : 0),
        y: HEIGHT - 14,
        text: () => `${formatNumber(tick)}${tick === 100 ? "%" : ""}`,
        textAnchor: tick === 100 ? "end" : tick === 0 ? "start" : "middle",
      }),
    ),
    Plot.text(boxes, {
      ...BOLD,
      x: (d) => d.box.x,
      y: 14,
      text: (d) => (narrow ? `Seed ${d.seed}` : `World, seed ${d.seed}`),
      textAnchor: "start",
    }),
  ];
}

/** Bars with their numbers: filled if printed, outlined if free. */
function barMarks(bars: readonly Bar[], y: Layout["y"]): Plot.Markish[] {
  return [
    ...[true, false].map((printed) =>
      Plot.rect(
        bars.filter((row) => isPrinted(row) === printed),
        {
          ...{ x1: "x1", x2: "x2", y1: "y1", y2: "y2" },
          fill: colour(printed ? "everyone" : "ground"),
          stroke: colour(printed ? "everyone" : "past"),
          strokeWidth: 2,
        },
      ),
    ),
    Plot.text(bars, {
      x: "x2",
      y: (d) => y(d.group),
      dx: 6,
      text: (d) => formatNumber(d.satisfied, 1),
      textAnchor: "start",
      fill: (d) => colour(isPrinted(d) ? "everyone" : "past"),
      stroke: colour("ground"),
      strokeWidth: 4,
      fontWeight: 600,
      fontSize: 14,
    }),
  ];
}

/**
 * Each group's name and how the text gives its number: left of the first world, or above its bars on narrow screens.
 */
function groupNames(rows: readonly WorldRow[], { narrow, seeds, left, y }: Layout): Plot.Markish[] {
  const labels = rows.filter(({ seed }) => seed === seeds[0]);
  const halo = { stroke: colour("ground"), strokeWidth: 4 };
  if (narrow)
    return [
      Plot.text(labels, {
        ...{ ...BOLD, ...halo },
        x: left + 4,
        y: (d) => y(d.group) - 21,
        text: (d) => `${d.label}, ${inText(d)}`,
        textAnchor: "start",
      }),
    ];
  return [
    Plot.text(labels, {
      ...{ ...BOLD, ...halo },
      x: left - 12,
      y: (d) => y(d.group) - 9,
      text: "label",
      textAnchor: "end",
    }),
    Plot.text(labels, {
      ...SMALL,
      x: left - 12,
      y: (d) => y(d.group) + 9,
      text: inText,
      textAnchor: "end",
      fontSize: 12.5,
    }),
  ];
}
