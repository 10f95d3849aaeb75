import * as Plot from "@observablehq/plot";
import { type Box, madeUpGround, REPEATED } from "../../../figures/made-up-ground.js";
import { colour } from "../../../figures/palette.js";
import { formatNumber } from "../../../model/format.js";
import type { TwoGroups } from "../repeated-survey.js";

/** The colours of both groups in every chart. */
export const GROUP_COLOURS = { small: colour("past"), large: colour("everyone") } as const;

/** The box of a chart of months, and its vertical scale in percent. */
export interface MonthsOptions {
  readonly box: Box;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly dots: boolean;
  readonly watermark: number;
}

/** Two made-up lines over months within a box, in pixels: hatched background, ticks, lines, dots. */
export function twoLines(
  { small, large }: TwoGroups,
  { box, domain: [low, high], ticks, dots, watermark }: MonthsOptions,
): Plot.Markish[] {
  const y = (percent: number) =>
    box.y + box.height * (1 - (Math.max(low, Math.min(high, percent)) - low) / (high - low));
  const x = (month: number, of: number) => box.x + 7 + ((box.width - 14) * month) / Math.max(1, of - 1);
  const points = (months: readonly number[]) =>
    months.map((percent, month) => ({ x: x(month, months.length), y: y(percent) }));
  const [first, second] = [points(large), points(small)];
  return [
    (_index, _scales, _values, _dimensions, { document }) =>
      madeUpGround(document, box, 0.8 * watermark, { lines: REPEATED }),
    Plot.ruleY(ticks, { y, x1: box.x, x2: box.x + box.width, stroke: colour("rule") }),
    Plot.text(ticks, {
      x: box.x - 7,
      y,
      text: (tick: number) => (tick === ticks.at(-1) ? `${formatNumber(tick)}%` : formatNumber(tick)),
      textAnchor: "end",
      fill: colour("mute"),
      fontSize: 13,
    }),
    Plot.line(first, { x: "x", y: "y", stroke: GROUP_COLOURS.large, strokeWidth: 3.25 }),
    Plot.line(second, { x: "x", y: "y", stroke: GROUP_COLOURS.small, strokeWidth: 1.75 }),
    ...(dots ? [Plot.dot(second, { x: "x", y: "y", r: 2.75, fill: GROUP_COLOURS.small })] : []),
  ];
}
