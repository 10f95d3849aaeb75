import * as Plot from "@observablehq/plot";
import type { OwnNumbers } from "../analysis/own-table/numbers.js";

/**
 * What every chart takes: its width in pixels, the document it is made in, the sentence that stands for it, and the numbers
 * of the reader's own table.
 */
export interface ChartOptions {
  readonly width?: number;
  readonly document?: Document;
  readonly alt?: string;
  readonly own?: OwnNumbers;
}

/** Below this width labels stand above their rows instead of beside them. */
export const NARROW = 520;

/**
 * Plot's figure as one `<svg role="img">` with a text alternative, fit for a page without inline styles: Plot's own style
 * element and attributes give way to the site's stylesheet, and the labels it puts on groups are taken off, since a group
 * without a role must not carry one.
 */
export function plot(
  options: Plot.PlotOptions,
  { document = globalThis.document, alt = "" }: ChartOptions,
): SVGSVGElement {
  const svg = Plot.plot({ ...options, document }) as unknown as SVGSVGElement;
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    element.removeAttribute("style");
    element.removeAttribute("aria-label");
    element.removeAttribute("aria-description");
    element.removeAttribute("aria-hidden");
  }
  svg.removeAttribute("font-family");
  svg.removeAttribute("font-size");
  svg.setAttribute("class", "plot");
  svg.setAttribute("role", "img");
  if (alt !== "") svg.setAttribute("aria-label", alt);
  return svg;
}

/** Pixels in both directions, for drawings that are laid out by hand. */
export function inPixels(width: number, height: number) {
  return {
    width,
    height,
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
  } as const satisfies Plot.PlotOptions;
}
