import * as Plot from "@observablehq/plot";
import { ownMarks } from "../../../figures/own-marks.js";
import { colour } from "../../../figures/palette.js";
import { type ChartOptions, plot } from "../../../figures/plot.js";
import { rangeBand } from "../../../figures/range-band.js";
import { percentTick, rowCentre, rowFrame, rowLabels, valueAxis } from "../../../figures/rows.js";
import { formatNumber, formatRange } from "../../../model/format.js";
import type { RangeRow } from "../schema.js";
import type { Counted } from "./counting.js";
import { ownNumberOf } from "./own-tables.js";
import { bandsOf, NONE } from "./words.js";

export interface SetRowsOptions extends ChartOptions {
  readonly colourOf: (row: RangeRow) => string;
  /** Label of a gap between two bands. */
  readonly hole: string;
  /** Counts of charts to draw in a row's bands. */
  readonly countsOf?: (row: RangeRow) => readonly Counted[];
}

interface Placed extends RangeRow {
  readonly y: number;
  readonly colour: string;
}

interface Band extends Placed {
  readonly from: number;
  readonly to: number;
  /** Side of the label. */
  readonly side: "before" | "after";
}

/** Half the height of the tallest column of counts, in rows. */
const COLUMN = 0.15;

/**
 * Chart rows of groups: a known figure is a dot with its interval, an unknown one a band. A range with a hole is two
 * bands joined by a dashed line, labelled above.
 */
export function setRows(
  rows: readonly RangeRow[],
  { width = 640, colourOf, hole, countsOf = () => [], ...options }: SetRowsOptions,
): SVGSVGElement {
  const { narrow, options: frame } = rowFrame(rows.length, width);
  const placed = rows.map(
    (row, index): Placed => ({ ...row, y: rowCentre(index, narrow), colour: colourOf(row) }),
  );
  const held = placed.filter((row) => row.value !== null);
  const lost = placed.filter((row) => row.value === null);
  const bands = lost.flatMap(bandsOfRow);
  const holes = lost.filter((row) => row.hole_low !== null && row.hole_high !== null);
  const own = lost.flatMap((row) => {
    const mark = ownNumberOf(row, options.own);
    return mark === null ? [] : [{ x: mark.value, y: row.y, text: mark.shown }];
  });
  return plot(
    {
      ...frame,
      width,
      x: { domain: [0, 100], axis: null },
      marks: [
        ...valueAxis([0, 25, 50, 75, 100], percentTick),
        holeLines(holes),
        rangeBand(bands, { colour: "colour", from: "from", to: "to" }),
        countColumns(lost, countsOf),
        ...heldFigures(held, narrow),
        ...bandLabels(bands, narrow),
        holeLabels(holes, hole, narrow),
        noneLabels(lost, narrow),
        ...ownMarks(own, narrow ? { dy: 15, fontSize: 12.5 } : {}),
        ...rowLabels(
          rows.map(({ label: name, interviews }) => ({
            label: name,
            detail: `${formatNumber(interviews)} interviews`,
          })),
          narrow,
        ),
      ],
    },
    options,
  );
}

/** The bands of a row: two if its range has a hole. */
function bandsOfRow(row: Placed): Band[] {
  return bandsOf(row).map(({ low, high }, at, all) => ({
    ...row,
    from: low,
    to: high,
    side: all.length === 2 && at === 0 ? "before" : "after",
  }));
}

/** Style of a figure or range beside its mark. */
const figureText = (narrow: boolean) =>
  ({ fill: "colour", fontWeight: 600, fontSize: narrow ? 12.5 : 14.5 }) as const;

/** Style of a note that is no figure. */
const noteText = (narrow: boolean) => ({ fill: colour("mute"), fontSize: narrow ? 12 : 12.5 });

/** A dashed line across each hole. */
function holeLines(holes: readonly Placed[]): Plot.Markish {
  return Plot.link(holes, {
    x1: "hole_low",
    x2: "hole_high",
    y1: "y",
    y2: "y",
    stroke: "colour",
    strokeWidth: 1.5,
    strokeDasharray: "2 4",
  });
}

/** A column for each percentage counted, as high as its part of the row's most charts. */
function countColumns(
  lost: readonly Placed[],
  countsOf: (row: RangeRow) => readonly Counted[],
): Plot.Markish {
  const columns = lost.flatMap((row) => {
    const counts = countsOf(row);
    const most = Math.max(...counts.map(([, charts]) => charts));
    return counts.map(([percent, charts]) => ({
      ...row,
      from: Math.max(0, percent - 0.5),
      to: Math.min(100, percent + 0.5),
      top: row.y + COLUMN - 2 * COLUMN * (charts / most),
    }));
  });
  return Plot.rect(columns, {
    x1: "from",
    x2: "to",
    y1: (d: Placed) => d.y + COLUMN,
    y2: "top",
    fill: "colour",
    fillOpacity: 0.6,
  });
}

/** The known figures: interval, dot and number. */
function heldFigures(held: readonly Placed[], narrow: boolean): Plot.Markish[] {
  return [
    Plot.link(held, {
      x1: "sample_low",
      x2: "sample_high",
      y1: "y",
      y2: "y",
      stroke: "colour",
      strokeWidth: 2.5,
      strokeOpacity: 0.45,
    }),
    Plot.dot(held, { x: "value", y: "y", r: 6, fill: "colour" }),
    Plot.text(held, {
      ...figureText(narrow),
      x: (d: Placed) => Math.max(d.sample_high ?? 0, d.value ?? 0),
      y: "y",
      dx: narrow ? 8 : 11,
      textAnchor: "start",
      text: (d: Placed) => (d.words === null ? formatNumber(d.value ?? 0) : `“${d.words}”`),
    }),
  ];
}

/** The range of each band in figures. */
function bandLabels(bands: readonly Band[], narrow: boolean): Plot.Markish[] {
  return (["before", "after"] as const).map((side) =>
    Plot.text(
      bands.filter((band) => band.side === side),
      {
        ...figureText(narrow),
        y: "y",
        text: (band: Band) => formatRange(band.from, band.to),
        // Narrow screens have no room before a band: its label goes below.
        ...(side === "after"
          ? { x: "to", dx: narrow ? 5 : 9, textAnchor: "start" }
          : narrow
            ? { x: (band: Band) => (band.from + band.to) / 2, dy: 17 }
            : { x: "from", dx: -9, textAnchor: "end" }),
      },
    ),
  );
}

/** The label of each hole. */
function holeLabels(holes: readonly Placed[], hole: string, narrow: boolean): Plot.Markish {
  return Plot.text(holes, {
    ...noteText(narrow),
    // On narrow screens beside the row's own label.
    ...(narrow
      ? { frameAnchor: "right", textAnchor: "end", y: (d: Placed) => d.y - 0.42 }
      : {
          x: (d: Placed) => ((d.hole_low ?? 0) + (d.hole_high ?? 0)) / 2,
          y: (d: Placed) => d.y - 0.36,
        }),
    text: () => hole,
  });
}

/** A note in each row whose figure can be nothing. */
function noneLabels(lost: readonly Placed[], narrow: boolean): Plot.Markish {
  return Plot.text(
    lost.filter((row) => row.low === null),
    {
      ...noteText(narrow),
      x: () => 0,
      y: "y",
      dx: 10,
      textAnchor: "start",
      text: () => NONE,
    },
  );
}
