import * as Plot from "@observablehq/plot";
import { seeded } from "../../../analysis/seeded.js";
import { defineFigure } from "../../../figures/figure.js";
import { colour } from "../../../figures/palette.js";
import { type ChartOptions, inPixels, NARROW, plot } from "../../../figures/plot.js";
import { chosenOption } from "../../../model/control.js";
import { formatNumber } from "../../../model/format.js";
import type { Options } from "../../../model/variants.js";
import { onTopDecimals } from "../noise.js";
import { average, drawGroups, monthsOnTop, swing, type TwoGroups } from "../repeated-survey.js";
import { NOISE, type NoiseRow } from "../schema.js";
import { DRAW, INTERVIEWS, TRUE_GAP } from "../settings.js";
import { GROUP_COLOURS, twoLines } from "./two-lines.js";

/** One group of a drawn survey, as chart and table show it. */
export interface DrawnGroup {
  readonly label: string;
  readonly interviews: number;
  readonly months: number;
  /** True satisfaction in percent, and how far the small group is truly below the other. */
  readonly level: number;
  readonly gap: number;
  /** The drawn survey: percent by month; mean, minimum and maximum; months above the other group. */
  readonly drawn: readonly number[];
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  readonly swing: number;
  readonly on_top: number;
  /** Over all draws: mean number of months above, and mean swing. */
  readonly on_top_mean: number;
  readonly swing_mean: number;
  readonly draw: number;
}

/** Draws both groups of the chosen survey; empty if the table has no row for it. */
function drawnGroups(rows: readonly NoiseRow[], state: Options): DrawnGroup[] {
  const { interviews } = chosenOption(INTERVIEWS, state);
  const { gap } = chosenOption(TRUE_GAP, state);
  const draw = chosenOption(DRAW, state).number;
  const row = rows.find((r) => r.interviews === interviews && r.gap === gap);
  if (row === undefined) return [];
  const groups = drawGroups(seeded(draw), row);
  const onTop = monthsOnTop(groups);
  const upsideDown = monthsOnTop({ small: groups.large, large: groups.small });
  const group = (
    label: string,
    drawn: readonly number[],
    rest: Pick<DrawnGroup, "interviews" | "level">,
  ) => ({
    label,
    ...rest,
    months: row.months,
    gap: row.gap,
    drawn,
    mean: average(drawn),
    lowest: Math.min(...drawn),
    highest: Math.max(...drawn),
    swing: swing(drawn),
    draw,
  });
  return [
    {
      ...group("Small group", groups.small, { interviews: row.interviews, level: row.level - row.gap }),
      on_top: onTop,
      on_top_mean: row.on_top,
      swing_mean: row.swing,
    },
    {
      ...group("Large group", groups.large, { interviews: row.others, level: row.level }),
      on_top: upsideDown,
      on_top_mean: row.on_top,
      swing_mean: row.swing_others,
    },
  ];
}

/** A constant gap, as surveys with few interviews show it. */
export const noiseFigure = defineFigure<NoiseRow, DrawnGroup>(NOISE, {
  title: () =>
    "A steady gap of {{closure.noise.gap}} looks erratic in a small sample: at {{closure.noise.interviews}} interviews a month results swing over {{closure.noise.swing}} on average",
  subtitle:
    "Satisfied, %, of made-up groups whose true satisfaction never changes: one small, one with {{closure.noise.times}} times its interviews. The axis leaves out the lower part of the scale",
  source: "Made up: no parent was asked. Level as Options 2016 prints it for everyone",
  kinds: ["simulated"],
  controls: [INTERVIEWS, TRUE_GAP, DRAW],
  how: [
    "Each month is a simple random sample, drawn anew: the number of satisfied is binomial, with the true share of its group. The large group is at {{options-2016.satisfied}}, as printed for all clients of Options; the small group lies the true gap below. {{unknown options-2016.base.all.letter-*}}The report prints no number of interviews. {{end}}That the large group has {{closure.noise.times}} times as many interviews as the small one is our choice.",
    "One draw is shown, by a seed that the link holds; the one that stands there first was picked since it is near the average. Each month takes one random number, so that another gap or number of interviews moves the same luck.",
    "How often the small group is on top, and how far it swings from its lowest to its highest month, are means over all draws: exact binomial sums, not simulated.",
  ],
  code: ["src/findings/case-closure/repeated-survey.ts", "src/findings/case-closure/noise.ts"],
  show: drawnGroups,
  columns: () => [
    { label: "Group", value: (row) => row.label },
    { label: "Interviews a month", value: (row) => row.interviews },
    { label: "True, %", value: (row) => row.level },
    { label: "Mean of the months, %", value: (row) => row.mean, decimals: 1 },
    { label: "Lowest month", value: (row) => row.lowest, decimals: 1 },
    { label: "Highest month", value: (row) => row.highest, decimals: 1 },
    { label: "Swing, points", value: (row) => row.swing, decimals: 1 },
    { label: "Swing, mean of all draws", value: (row) => row.swing_mean },
    { label: "Months on top", value: (row) => row.on_top },
  ],
  alt: ([small, large]) =>
    small === undefined || large === undefined
      ? "No such made-up survey."
      : `Made-up data, draw ${small.draw}: lines over ${small.months} months. Small group, ${small.interviews} interviews a month, truly ${small.level}% throughout: it moves between ${formatNumber(small.lowest, 1)} and ${formatNumber(small.highest, 1)}% and is on top in ${small.on_top} months. Large group, ${large.interviews} interviews a month, truly ${large.level}% throughout: between ${formatNumber(large.lowest, 1)} and ${formatNumber(large.highest, 1)}%, and on top in ${large.on_top} months.`,
  readout: ([small]) =>
    small === undefined
      ? ""
      : `In this draw the small group is on top in ${small.on_top} of ${small.months} months and swings over ${formatNumber(small.swing, 1)} points. Over all draws it is on top in ${formatNumber(small.on_top_mean, onTopDecimals(small.on_top_mean))} months and swings over ${formatNumber(small.swing_mean)} points on average.`,
  draw: (rows, _state, options) => noiseChart(rows, options),
});

const HEIGHT = 340;
const DOMAIN = [50, 100] as const;
const TICKS = [50, 60, 70, 80, 90, 100];

function noiseChart(rows: readonly DrawnGroup[], { width = 640, ...options }: ChartOptions): SVGSVGElement {
  const narrow = width < NARROW;
  const [small, large] = rows;
  const groups: TwoGroups = { small: small?.drawn ?? [], large: large?.drawn ?? [] };
  const top = narrow ? 52 : 34;
  const box = { x: 44, y: top, width: width - 52, height: HEIGHT - top - 28 };
  const key = (group: DrawnGroup | undefined, name: keyof typeof GROUP_COLOURS, at: number) => ({
    text:
      group === undefined
        ? ""
        : `${narrow ? group.label.split(" ")[0] : group.label}: ${formatNumber(group.interviews)} a month, truly ${formatNumber(group.level)}%`,
    fill: GROUP_COLOURS[name],
    x: narrow ? box.x : box.x + at * 318,
    y: narrow ? 12 + at * 21 : 12,
    strokeWidth: name === "small" ? 1.75 : 3.25,
  });
  const keys = [key(small, "small", 0), key(large, "large", 1)];
  const ends = [
    { x: box.x, text: "Month 1", textAnchor: "start" as const },
    { x: box.x + box.width, text: `Month ${groups.small.length}`, textAnchor: "end" as const },
  ];
  return plot(
    {
      ...inPixels(width, HEIGHT),
      marks: [
        ...twoLines(groups, { box, domain: DOMAIN, ticks: TICKS, dots: true, watermark: narrow ? 30 : 52 }),
        ...keys.flatMap((d) => [
          Plot.link([d], {
            x1: d.x,
            x2: d.x + 20,
            y1: d.y,
            y2: d.y,
            stroke: d.fill,
            strokeWidth: d.strokeWidth,
          }),
          Plot.text([d], {
            x: d.x + 27,
            y: d.y,
            text: "text",
            fill: d.fill,
            textAnchor: "start",
            fontWeight: 600,
            fontSize: 13.5,
          }),
        ]),
        ...ends.map((d) =>
          Plot.text([d], {
            x: "x",
            y: HEIGHT - 12,
            text: "text",
            textAnchor: d.textAnchor,
            fill: colour("mute"),
            fontSize: 13,
          }),
        ),
      ],
    },
    options,
  );
}
