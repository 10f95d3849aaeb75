import { colour } from "./palette.js";
import { svgElement } from "./svg-element.js";

/** A box of a drawing, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Watermark of surveys drawn from a made-up population. */
export const REPEATED = ["REPEATED SURVEY", "MADE UP"];

/**
 * Watermark behind made-up data: diagonal hatching with words across it. In a tall box the words repeat, so that any
 * cut-out shows them.
 *
 * @param lines the words, top to bottom, such as what made the data
 * @param middle vertical position of the words where they occur once, in pixels; the middle of the box by default
 */
export function madeUpGround(
  document: Document,
  box: Box,
  fontSize: number,
  {
    lines,
    middle = box.y + box.height / 2,
    times = 1,
  }: { readonly lines: readonly string[]; readonly middle?: number; readonly times?: number },
): SVGElement {
  const group = svgElement(document, "g");
  group.append(
    svgElement(document, "rect", { ...box, fill: "none", stroke: colour("rule") }),
    svgElement(document, "path", {
      d: hatch(box, 11),
      stroke: colour("rule"),
      "stroke-width": 1,
      fill: "none",
    }),
  );
  const middles =
    times === 1
      ? [middle]
      : Array.from({ length: times }, (_, i) => box.y + (box.height * (i + 0.5)) / times);
  const placed = middles.flatMap((at) =>
    lines.map((line, i) => ({ line, y: at + 1.4 * fontSize * (i - (lines.length - 1) / 2) })),
  );
  for (const { line, y } of placed) {
    const words = svgElement(document, "text", {
      x: box.x + box.width / 2,
      y,
      dy: "0.35em",
      "text-anchor": "middle",
      fill: colour("mute"),
      "fill-opacity": 0.34,
      "font-size": fontSize,
      "font-weight": 600,
      "letter-spacing": fontSize / 12,
    });
    words.textContent = line;
    group.append(words);
  }
  return group as SVGElement;
}

/** Diagonal lines, `step` pixels apart, clipped to the box. */
function hatch({ x, y, width, height }: Box, step: number): string {
  const lines: string[] = [];
  for (let offset = step; offset < width + height; offset += step) {
    const [x1, y1] = [Math.max(0, offset - height), Math.min(height, offset)];
    const [x2, y2] = [Math.min(width, offset), Math.max(0, offset - width)];
    lines.push(`M${x + x1},${y + y1}L${x + x2},${y + y2}`);
  }
  return lines.join("");
}
