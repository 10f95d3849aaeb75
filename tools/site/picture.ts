import { Resvg } from "@resvg/resvg-js";
import { citeText, type Results } from "../../src/components/citation.js";
import { drawFigure, type Figure, kindsOf } from "../../src/figures/figure.js";
import { PALETTE, resolveColours } from "../../src/figures/palette.js";
import { wrapped } from "../../src/figures/wrapped.js";
import { defaultState } from "../../src/model/control.js";
import { KIND_LABELS } from "../../src/model/kind.js";
import { WORKSPACE } from "../../src/model/workspace.js";

const WIDTH = 860;
const MARGIN = 32;
const FAMILY = "Inter, Helvetica, Arial, sans-serif";

/**
 * A figure as a self-contained image: title, subtitle, chart, kinds, source and licence, in light colours, with the
 * default of every control.
 */
export function pictureSvg<Row, Shown>(
  figure: Figure<Row, Shown>,
  rows: readonly Row[],
  results: Results,
  document: Document,
): string {
  const state = defaultState(figure.controls);
  const chart = drawFigure(figure, rows, state, { width: WIDTH - 2 * MARGIN, document });
  const title = wrapped(citeText(figure.title(rows), results), 74);
  const subtitle = wrapped(citeText(figure.subtitle, results), 108);
  const kinds = kindsOf(figure, rows)
    .map((kind) => `${KIND_LABELS[kind].label}: ${figure.meanings?.[kind] ?? KIND_LABELS[kind].meaning}`)
    .join(" · ");
  const foot = [kinds, `Source: ${figure.source}. ${WORKSPACE.licence.short}`.trim()].flatMap((text) =>
    wrapped(text, 116),
  );

  let y = MARGIN;
  const parts: string[] = [];
  const write = (lines: readonly string[], size: number, weight: number, fill: string) => {
    for (const line of lines) {
      y += Math.round(size * 1.3);
      parts.push(
        `<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${text(line)}</text>`,
      );
    }
  };
  write(title, 20, 600, PALETTE.ink.light);
  y += 4;
  write(subtitle, 14, 400, PALETTE.mute.light);
  y += 18;
  const height = Math.ceil(Number(chart.getAttribute("height")));
  chart.setAttribute("x", String(MARGIN));
  chart.setAttribute("y", String(y));
  const alt = chart.getAttribute("aria-label") ?? "";
  for (const name of ["class", "role", "aria-label"]) chart.removeAttribute(name);
  // XML lacks the entity.
  parts.push(resolveColours(chart.outerHTML).replaceAll("&nbsp;", "\u00a0"));
  y += height + 4;
  write(foot, 12.5, 400, PALETTE.mute.light);
  y += MARGIN;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}" font-family="${FAMILY}" role="img">` +
    `<title>${text(citeText(figure.title(rows), results))}</title><desc>${text(alt)}</desc>` +
    `<rect width="${WIDTH}" height="${y}" fill="${PALETTE.ground.light}"/>${parts.join("")}</svg>\n`
  );
}

/** The image as PNG at double resolution. */
export function picturePng(svg: string, fontFiles: string[]): Uint8Array {
  const options = {
    fitTo: { mode: "zoom", value: 2 },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: "Inter" },
  } as const;
  return new Resvg(svg, options).render().asPng();
}

function text(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
