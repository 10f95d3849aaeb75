import * as Plot from "@observablehq/plot";
import { formatNumber } from "../model/format.js";
import { colour } from "./palette.js";
import { NARROW } from "./plot.js";

/** Labels of a row in a chart of rows over one axis. */
export interface LabelledRow {
  readonly label: string;
  /** A second, quieter line: "1,152 interviews". */
  readonly detail?: string;
  /** The label above the row on a phone, if not `label`. */
  readonly narrowLabel?: string;
}

/** Height of a row and of the axis; independent of width, so that redrawing does not move the page. */
export const ROW_HEIGHT = 54;
const AXIS_HEIGHT = 34;
const LABEL_WIDTH = 214;

/** Size, margins and vertical scale of a chart of `rows` labelled rows. */
export function rowFrame(rows: number, width: number) {
  const narrow = width < NARROW;
  return {
    narrow,
    options: {
      width,
      height: rows * ROW_HEIGHT + AXIS_HEIGHT,
      marginTop: 4,
      marginBottom: AXIS_HEIGHT - 4,
      marginLeft: narrow ? 8 : LABEL_WIDTH,
      marginRight: narrow ? 16 : 24,
      y: { domain: [0, rows], reverse: true, axis: null },
    } satisfies Plot.PlotOptions,
  };
}

/** Vertical position of a row's mark: lower on a phone, where the label is above it. */
export function rowCentre(index: number, narrow: boolean): number {
  return index + (narrow ? 0.68 : 0.5);
}

/** Row labels: two lines beside the row; on narrow charts the label alone, above it. */
export function rowLabels(rows: readonly LabelledRow[], narrow: boolean): Plot.Markish[] {
  const indexed = rows.map((row, index) => ({ ...row, index }));
  const label = { fill: colour("ink"), fontWeight: 600, fontSize: 14, text: "label" };
  if (narrow)
    return [
      Plot.text(indexed, {
        ...label,
        text: (d) => d.narrowLabel ?? d.label,
        y: (d) => d.index + 0.26,
        frameAnchor: "left",
        textAnchor: "start",
      }),
    ];
  const beside = { frameAnchor: "left", textAnchor: "end", dx: -14 } as const;
  const detail = { fill: colour("mute"), fontSize: 13, text: "detail" };
  return [
    Plot.text(indexed, { ...label, ...beside, y: (d) => d.index + 0.5, dy: -8 }),
    Plot.text(indexed, { ...detail, ...beside, y: (d) => d.index + 0.5, dy: 9 }),
  ];
}

const axisLabels = () =>
  ({ tickSize: 0, fill: colour("mute"), fontSize: 13, label: null, labelArrow: "none" }) as const;

/** Vertical grid and axis labels of a scale. */
export function valueAxis(ticks: readonly number[], label: (tick: number) => string): Plot.Markish[] {
  return [
    Plot.ruleX(ticks, { stroke: colour("rule") }),
    Plot.axisX(ticks, { ...axisLabels(), tickFormat: label }),
  ];
}

/** Horizontal grid and axis labels of a vertical scale of percentages. */
export function percentAxisBeside(): Plot.Markish[] {
  const ticks = [0, 25, 50, 75, 100];
  return [
    Plot.ruleY(ticks, { stroke: colour("rule") }),
    Plot.axisY(ticks, { ...axisLabels(), tickFormat: percentTick }),
  ];
}

/** Labels of an axis of percentages: the last one carries the sign. */
export function percentTick(tick: number): string {
  return tick === 100 ? "100%" : formatNumber(tick);
}
