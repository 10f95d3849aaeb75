import * as Plot from "@observablehq/plot";
import { ownMarks } from "../../../figures/own-marks.js";
import type { OwnMark } from "../../../figures/own-table.js";
import { colour } from "../../../figures/palette.js";
import { type ChartOptions, NARROW, plot } from "../../../figures/plot.js";
import { rangeBand } from "../../../figures/range-band.js";
import { valueAxis } from "../../../figures/rows.js";

/** A labelled range with its text and a secondary note; a heading above it starts a group of rows. */
export interface RangeRow {
  readonly heading?: string;
  readonly label: string;
  readonly range: string;
  readonly note?: string;
  readonly low: number;
  readonly high: number;
  /** The same quantity from the reader's own table. */
  readonly mark?: OwnMark | null;
}

export interface RangeRowsOptions extends ChartOptions {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly tickLabel: (tick: number) => string;
  /** Labels left and right of 0, if the axis has both. */
  readonly sides?: readonly [string, string];
}

/** Heights in pixels: of a row with a note, and as fractions of it of a row without one and of a heading. */
const ROW = 70;
const WITHOUT_NOTE = 0.76;
const HEADING = 0.5;
const HEAD = 26;
const AXIS = 30;
const LABELS = 268;

interface Placed extends RangeRow {
  /** Top of the row, and the middle of its band. */
  readonly index: number;
  readonly y: number;
}

/**
 * Chart rows of ranges: text, then a band without a midpoint, beside the text or, on narrow screens, below it. The
 * height is the same at every width.
 */
export function rangeRows(
  rows: readonly RangeRow[],
  { width = 640, domain, ticks, tickLabel, sides, ...options }: RangeRowsOptions,
): SVGSVGElement {
  const narrow = width < NARROW;
  const { placed, size } = placeRows(rows, narrow);
  const own = placed.flatMap(({ mark, y }) =>
    mark === undefined || mark === null ? [] : [{ x: mark.value, y, text: mark.shown }],
  );
  return plot(
    {
      width,
      height: HEAD + size * ROW + AXIS,
      marginTop: HEAD,
      marginBottom: AXIS,
      marginLeft: narrow ? 10 : LABELS,
      marginRight: narrow ? 18 : 22,
      x: { domain: [...domain], axis: null },
      y: { domain: [0, size], reverse: true, axis: null },
      marks: [
        ...valueAxis(ticks, tickLabel),
        ...(sides === undefined ? [] : zero(sides, domain, narrow)),
        ...rowTexts(placed, narrow),
        // Drawn after the labels, whose halo would cut it.
        rangeBand(placed, { colour: colour("everyone"), half: narrow ? 0.11 : 0.17 }),
        ...ownMarks(
          own,
          narrow ? { dx: 11, dy: 0, fontSize: 12, workedOut: true } : { dy: 21, workedOut: true },
        ),
      ],
    },
    options,
  );
}

/** Rows with their vertical positions, and the height of all. */
function placeRows(rows: readonly RangeRow[], narrow: boolean): { placed: Placed[]; size: number } {
  let next = 0;
  const placed = rows.map((row) => {
    const size = row.note === undefined ? WITHOUT_NOTE : 1;
    const index = next + (row.heading === undefined ? 0 : HEADING);
    next = index + size;
    const onPhone = row.note === undefined ? 0.6 : 0.81;
    return { ...row, index, y: index + (narrow ? onPhone : 0.48 * size) };
  });
  return { placed, size: next };
}

/** Headings, and each row's label, range and note. */
function rowTexts(placed: readonly Placed[], narrow: boolean): Plot.Markish[] {
  const headings = placed.filter(({ heading }) => heading !== undefined);
  return [
    Plot.text(headings, {
      frameAnchor: "left",
      textAnchor: "start",
      dx: narrow ? 0 : -LABELS + 4,
      y: (d: Placed) => d.index - 0.2,
      text: "heading",
      fill: colour("ink"),
      stroke: colour("ground"),
      strokeWidth: 4,
      fontWeight: 600,
      fontSize: 14,
    }),
    Plot.text(placed, {
      ...textLine(narrow ? 0.13 : -0.27, narrow),
      text: "label",
      fill: colour("ink"),
      fontWeight: headings.length > 0 ? 400 : 600,
      fontSize: 14,
    }),
    Plot.text(placed, {
      ...textLine(narrow ? 0.37 : 0.01, narrow),
      text: "range",
      fill: colour("ink"),
      fontSize: narrow ? 13 : 14,
    }),
    Plot.text(
      placed.filter(({ note }) => note !== undefined),
      { ...textLine(narrow ? 0.58 : 0.28, narrow), text: "note", fill: colour("mute"), fontSize: 12.5 },
    ),
  ];
}

/** Position of a line of a row's text: `dy` below the top of the row on narrow screens, else below the middle of its band. */
function textLine(dy: number, narrow: boolean) {
  if (narrow)
    return {
      stroke: colour("ground"),
      strokeWidth: 4,
      y: (d: Placed) => d.index + dy,
      frameAnchor: "left",
      textAnchor: "start",
    } as const;
  // Two lines beside a band need a smaller offset than three.
  const lift = (row: RangeRow) => (row.note === undefined ? 0.13 : 0);
  return {
    y: (d: Placed) => d.y + dy + lift(d),
    frameAnchor: "left",
    textAnchor: "end",
    dx: -16,
  } as const;
}

/** The line of no change, and the labels of its two sides. */
function zero(
  [left, right]: readonly [string, string],
  [low, high]: readonly [number, number],
  narrow: boolean,
): Plot.Markish[] {
  const text = { frameAnchor: "top", dy: -12, fill: colour("mute"), fontSize: narrow ? 12 : 13 } as const;
  return [
    Plot.ruleX([0], { stroke: colour("ink"), strokeWidth: 1.25 }),
    ...(low < 0
      ? [Plot.text([0], { ...text, x: () => 0, text: () => `← ${left}`, textAnchor: "end", dx: -8 })]
      : []),
    ...(high > 0
      ? [Plot.text([0], { ...text, x: () => 0, text: () => `${right} →`, textAnchor: "start", dx: 8 })]
      : []),
  ];
}
