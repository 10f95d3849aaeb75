import * as Plot from "@observablehq/plot";
import { type Box, madeUpGround } from "../../../figures/made-up-ground.js";
import { colour } from "../../../figures/palette.js";
import { type ChartOptions, inPixels, NARROW, plot } from "../../../figures/plot.js";
import { formatNumber } from "../../../model/format.js";
import type { LabPoint } from "./lab-points.js";

const HEIGHT = 360;
const MAX_ERROR = 34;
const TICKS = [-30, -20, -10, 0, 10, 20, 30];

/** Points with their sign. */
export const signed = (value: number) =>
  `${value > 0 ? "+" : ""}${formatNumber(value, Number.isInteger(value) ? 0 : 1)}`;

/**
 * The error of made-up surveys by knob value: a ring for the expected error, a dot with interval for a drawn survey.
 */
export function labChart(
  rows: readonly LabPoint[],
  { width = 640, ...options }: ChartOptions,
): SVGSVGElement {
  const narrow = width < NARROW;
  const box = { x: 44, y: 30, width: width - 52, height: HEIGHT - 84 };
  const y = (value: number) =>
    box.y + (box.height * (MAX_ERROR - Math.max(-MAX_ERROR, Math.min(MAX_ERROR, value)))) / (2 * MAX_ERROR);
  const step = box.width / Math.max(1, rows.length);
  const placed = rows.map((row, i) => ({ ...row, x: box.x + step * (i + 0.5) }));
  const apart = narrow ? 8 : 14;
  const knob = rows[0]?.limitation.knob.label ?? "";
  const label = { fill: colour("mute"), fontSize: 13 } as const;
  return plot(
    {
      ...inPixels(width, HEIGHT),
      marks: [
        (_index, _scales, _values, _dimensions, { document }) =>
          madeUpGround(document, box, Math.min(30, box.width / 13), {
            lines: ["REPEATED SURVEYS", "MADE UP"],
            // Below most marks.
            middle: box.y + 0.79 * box.height,
          }),
        Plot.ruleY(TICKS, { y, x1: box.x, x2: box.x + box.width, stroke: colour("rule") }),
        Plot.ruleY([0], { y, x1: box.x, x2: box.x + box.width, stroke: colour("ink"), strokeWidth: 1.5 }),
        Plot.text(TICKS, { ...label, x: box.x - 7, y, text: signed, textAnchor: "end" }),
        Plot.text([0], {
          ...label,
          x: narrow ? 1 : box.x,
          y: 14,
          text: () => "Points too high; at nothing stands the truth",
          textAnchor: "start",
        }),
        Plot.link(placed, {
          x1: (d) => d.x + apart,
          x2: (d) => d.x + apart,
          y1: (d) => y(d.low),
          y2: (d) => y(d.high),
          stroke: colour("past"),
          strokeWidth: 2.5,
        }),
        Plot.dot(placed, { x: (d) => d.x + apart, y: (d) => y(d.error), r: 3.5, fill: colour("past") }),
        Plot.dot(placed, {
          x: (d) => d.x - apart,
          y: (d) => y(d.expected),
          r: 4.5,
          fill: colour("ground"),
          stroke: colour("everyone"),
          strokeWidth: 2,
        }),
        Plot.text(placed, {
          x: (d) => d.x - apart,
          y: (d) => y(d.expected),
          dy: -14,
          text: (d) => signed(d.expected),
          fill: colour("ink"),
          stroke: colour("ground"),
          strokeWidth: 4,
          fontWeight: 600,
          fontSize: 13,
        }),
        ...knobLabels(placed, box, narrow).map(({ rows: some, ...at }) =>
          Plot.text(some, { ...label, ...at, fontSize: narrow ? 12 : 13, text: "short" }),
        ),
        Plot.text([knob], { ...label, x: box.x + box.width / 2, y: HEIGHT - 12, text: (d) => d }),
      ],
    },
    options,
  );
}

/**
 * The axis labels of a knob. On narrow screens, names of groups alternate between two lines, the last ending at the
 * edge.
 */
function knobLabels(placed: readonly (LabPoint & { readonly x: number })[], box: Box, narrow: boolean) {
  const inTurn = narrow && placed.some(({ limitation }) => limitation.knob.adds !== undefined);
  const line = (i: number) => HEIGHT - 37 + (inTurn ? (i % 2 === 0 ? -9 : 7) : 0);
  return placed.map((row, i) => {
    const isAtEdge = inTurn && i === placed.length - 1;
    const x = isAtEdge ? box.x + box.width : row.x;
    return { rows: [row], x, y: line(i), textAnchor: isAtEdge ? ("end" as const) : ("middle" as const) };
  });
}
