import * as Plot from "@observablehq/plot";
import type { OwnNumbers } from "../analysis/own-table/numbers.js";

/** Options of every chart: width in pixels, document, text alternative, and the numbers of the reader's own table. */
export interface ChartOptions {
  readonly width?: number;
  readonly document?: Document;
  readonly alt?: string;
  readonly own?: OwnNumbers;
}

/** Below this width labels stand above their rows instead of beside them. */
export const NARROW = 520;

/**
 * Renders a Plot figure as one `<svg role="img">` with a text alternative. Plot's style element and attributes are
 * removed in favour of the site's stylesheet, because the pages allow no inline styles; so are its labels on groups,
 * which need a role to have one.
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

/** Pixel scales, for manual layout. */
export function inPixels(width: number, height: number) {
  return {
    width,
    height,
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
  } as const satisfies Plot.PlotOptions;
}
