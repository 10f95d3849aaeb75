import * as Plot from "@observablehq/plot";
import { colour } from "./palette.js";

/** A place on a chart for a number of the reader's table. */
export interface OwnPoint {
  readonly x: number;
  readonly y: number;
  /** Its label; empty for none. */
  readonly text: string;
}

/** Numbers of the reader's table: solid diamonds, which no other number has, each with its label below or above. */
export function ownMarks(
  points: readonly OwnPoint[],
  { dy = 17, fontSize = 13 }: { readonly dy?: number; readonly fontSize?: number } = {},
): Plot.Markish[] {
  return [
    Plot.dot(points, {
      ...{ x: "x", y: "y", symbol: "diamond", r: 7, fill: colour("ink"), stroke: colour("ground") },
      strokeWidth: 1.5,
    }),
    Plot.text(points, {
      ...{ x: "x", y: "y", text: "text", dy, fill: colour("ink"), fontWeight: 700, fontSize },
      ...{ stroke: colour("ground"), strokeWidth: 4 },
    }),
  ];
}
