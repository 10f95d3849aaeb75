import * as Plot from "@observablehq/plot";
import { colour } from "./palette.js";

/** A mark for a number of the reader's table. */
export interface OwnPoint {
  readonly x: number;
  readonly y: number;
  /** Its label; empty for none. */
  readonly text: string;
}

export interface OwnMarkOptions {
  /** Horizontal offset of the label from the mark, in pixels. */
  readonly dx?: number;
  readonly dy?: number;
  readonly fontSize?: number;
  /** Whether the numbers are computed from the table; such marks are hollow. */
  readonly workedOut?: boolean;
}

/** Draws numbers of the reader's table as labelled diamonds, a shape that no other number has. */
export function ownMarks(
  points: readonly OwnPoint[],
  { dx = 0, dy = 17, fontSize = 13, workedOut = false }: OwnMarkOptions = {},
): Plot.Markish[] {
  return [
    Plot.dot(points, {
      ...{ x: "x", y: "y", symbol: "diamond", r: workedOut ? 6 : 7 },
      fill: colour(workedOut ? "ground" : "ink"),
      stroke: colour(workedOut ? "ink" : "ground"),
      strokeWidth: workedOut ? 2.25 : 1.5,
    }),
    Plot.text(points, {
      ...{ x: "x", y: "y", text: "text", dx, dy, fill: colour("ink"), fontWeight: 700, fontSize },
      ...{ stroke: colour("ground"), strokeWidth: 4, textAnchor: dx === 0 ? "middle" : "start" },
    }),
  ];
}
