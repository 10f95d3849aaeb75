import * as Plot from "@observablehq/plot";
import type { Kind } from "../model/kind.js";
import { colour } from "./palette.js";
import { type ChartOptions, plot } from "./plot.js";
import { rangeBand } from "./range-band.js";
import { type LabelledRow, percentTick, rowCentre, rowFrame, rowLabels, valueAxis } from "./rows.js";

/** One number on a row. A printed or computed number has a value and an interval; a range has no value. */
export interface Mark {
  readonly kind: Exclude<Kind, "simulated">;
  readonly value?: number;
  readonly low: number;
  readonly high: number;
  /** The direct label. */
  readonly text: string;
  /** The label where the chart is narrow, where the row's detail is not shown. */
  readonly narrowText?: string;
  readonly colour: string;
  /** Where the label stands: after the mark, before it, or above it. */
  readonly side?: "after" | "before" | "above";
}

export interface ChartRow extends LabelledRow {
  readonly marks: readonly Mark[];
}

/** A bracket that names the gap between two rows. */
export interface Bracket {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface RowChartOptions extends ChartOptions {
  readonly domain?: readonly [number, number];
  readonly ticks?: readonly number[];
  readonly tickLabel?: (tick: number) => string;
  readonly brackets?: readonly Bracket[];
}

interface PlacedMark extends Mark {
  readonly y: number;
}

/**
 * Rows of labelled numbers over one axis: a solid dot is printed, a ring is worked out, a band is a range. Intervals are
 * drawn before points, and every number carries its own label. The axis is one of percentages from 0 to 100: for other numbers
 * give `domain`, `ticks` and `tickLabel`.
 */
export function rowChart(
  rows: readonly ChartRow[],
  {
    width = 640,
    domain = [0, 100],
    ticks = [0, 25, 50, 75, 100],
    tickLabel = percentTick,
    brackets = [],
    ...options
  }: RowChartOptions = {},
): SVGSVGElement {
  const { narrow, options: frame } = rowFrame(rows.length, width);
  const placed = rows.flatMap((row, index) =>
    row.marks.map((mark): PlacedMark => ({ ...mark, y: rowCentre(index, narrow) })),
  );
  const marginRight = brackets.length > 0 && narrow ? 82 : frame.marginRight;
  // Below this width a label with its base would overlap the bracket.
  const tight = brackets.length > 0 && width < 326;
  return plot(
    {
      ...frame,
      marginRight,
      x: { domain: [...domain], axis: null },
      marks: [
        ...valueAxis(ticks, tickLabel),
        rangeBand(
          placed.filter((m) => m.kind === "bounded"),
          { colour: "colour" },
        ),
        ...pointMarks(placed.filter((m) => m.kind !== "bounded")),
        ...labelMarks(placed, narrow, tight, (mark, text) =>
          fitsAfter(mark, text, { domain, marginRight, plotWidth: width - frame.marginLeft - marginRight }),
        ),
        ...rowLabels(rows, narrow),
        ...brackets.map((bracket) => bracketMark(bracket, rows, narrow)),
      ],
    },
    options,
  );
}

function pointMarks(marks: readonly PlacedMark[]): Plot.Markish[] {
  const solid = marks.filter((m) => m.kind === "published");
  const ring = marks.filter((m) => m.kind === "calculated");
  return [
    Plot.link(marks, {
      x1: "low",
      x2: "high",
      y1: "y",
      y2: "y",
      stroke: "colour",
      strokeWidth: 2.5,
      strokeOpacity: 0.55,
    }),
    Plot.dot(solid, { x: "value", y: "y", r: 6, fill: "colour" }),
    Plot.dot(ring, {
      x: "value",
      y: "y",
      r: 5.5,
      fill: colour("ground"),
      stroke: "colour",
      strokeWidth: 2.5,
    }),
  ];
}

/** Maximum width of a character of a label on a phone, in pixels. */
const CHARACTER = 6.6;

/** Whether a label fits after its mark, or has even less room before it. */
function fitsAfter(
  { low, high }: Mark,
  text: string,
  {
    domain: [from, to],
    marginRight,
    plotWidth,
  }: { domain: readonly [number, number]; marginRight: number; plotWidth: number },
): boolean {
  const pixels = plotWidth / (to - from);
  return 10 + text.length * CHARACTER <= (to - high) * pixels + marginRight || to - high > low - from;
}

function labelMarks(
  marks: readonly PlacedMark[],
  narrow: boolean,
  tight: boolean,
  fits: (mark: Mark, text: string) => boolean,
): Plot.Markish[] {
  const style = { fill: "colour", fontWeight: 600, fontSize: narrow ? 12.5 : 14.5 } as const;
  const text = (d: PlacedMark) => (narrow && !tight ? (d.narrowText ?? d.text) : d.text);
  // On a phone the row's own label is above the mark.
  const sideOf = (mark: PlacedMark) => {
    const { side = "after" } = mark;
    if (!narrow || side !== "above") return side;
    return fits(mark, text(mark)) ? "after" : "before";
  };
  const on = (side: Mark["side"]) => marks.filter((m) => sideOf(m) === side);
  return [
    Plot.text(on("after"), {
      ...style,
      text,
      x: (d: PlacedMark) => Math.max(d.high, d.value ?? d.high),
      y: "y",
      dx: narrow ? 10 : 13,
      textAnchor: "start",
    }),
    Plot.text(on("before"), {
      ...style,
      text,
      x: (d: PlacedMark) => Math.min(d.low, d.value ?? d.low),
      y: "y",
      dx: narrow ? -10 : -13,
      textAnchor: "end",
    }),
    Plot.text(on("above"), {
      ...style,
      text,
      x: (d: PlacedMark) => d.value ?? (d.low + d.high) / 2,
      y: "y",
      dy: -17,
    }),
  ];
}

/** Drawn by hand because its feet are in pixels. Beside the marks, or in the margin where the chart is narrow. */
function bracketMark({ from, to, text }: Bracket, rows: readonly ChartRow[], narrow: boolean): Plot.Markish {
  const highest = Math.max(...[from, to].flatMap((i) => rows[i]?.marks.map((m) => m.high) ?? []));
  return (_index, scales, _values, { width, marginRight }, { document }) => {
    const { x, y } = scales as unknown as Record<"x" | "y", (value: number) => number>;
    const right = narrow ? width - marginRight + 26 : x(highest) + 52;
    const [top, bottom] = [y(rowCentre(from, narrow)), y(rowCentre(to, narrow))];
    const group = document.createElementNS(SVG, "g");
    const line = document.createElementNS(SVG, "path");
    set(line, {
      d: `M${right - 7},${top}H${right}V${bottom}H${right - 7}`,
      fill: "none",
      stroke: colour("ink"),
      "stroke-width": 1.5,
    });
    const label = document.createElementNS(SVG, "text");
    set(label, {
      x: right + 7,
      y: (top + bottom) / 2,
      dy: "0.32em",
      "text-anchor": "start",
      fill: colour("ink"),
      "font-weight": 600,
      "font-size": narrow ? 13 : 14.5,
    });
    const [first = "", ...rest] = narrow ? text.split(" ") : [text];
    label.textContent = first;
    if (rest.length > 0) {
      // A phone has room for the number above its unit.
      label.setAttribute("dy", "-0.2em");
      const unit = document.createElementNS(SVG, "tspan");
      set(unit, { x: right + 7, dy: "1.1em", "font-weight": 400 });
      unit.textContent = rest.join(" ");
      label.append(unit);
    }
    group.append(line, label);
    return group as SVGElement;
  };
}

const SVG = "http://www.w3.org/2000/svg";

function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
