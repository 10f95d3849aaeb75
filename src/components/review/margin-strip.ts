import type { ClaimRow } from "../../analysis/review/schema.js";
import { neededInWords, rangeInWords } from "../../claims/margin-words.js";
import { svgElement } from "../../figures/svg-element.js";

const WIDTH = 300;
const HEIGHT = 34;

type Margin = Pick<ClaimRow, "low" | "high" | "from" | "to" | "unit">;

/**
 * A strip from 0 to 100, or over the possible differences: shaded where the number would make the claim true, a bar
 * where it can lie. Null for a claim that is not about one number.
 */
export function marginStrip(row: Margin, document: Document): Element | null {
  const { low, high, from, to, unit } = row;
  if (low === null || high === null || (unit !== "percent" && unit !== "points")) return null;
  const [start, end] = domainOf(row as Margin & { low: number; high: number });
  const x = (value: number) => ((Math.min(end, Math.max(start, value)) - start) / (end - start)) * WIDTH;
  const svg = svgElement(document, "svg", {
    class: "margin-strip",
    viewBox: `-6 0 ${WIDTH + 12} ${HEIGHT}`,
    role: "img",
    "aria-label": describe(row),
  });
  const need = [x(from ?? start), x(to ?? end)] as const;
  svg.append(
    svgElement(document, "rect", {
      class: "need",
      x: need[0],
      y: 2,
      width: Math.max(2, need[1] - need[0]),
      height: 16,
    }),
    svgElement(document, "line", { class: "axis", x1: 0, x2: WIDTH, y1: 18, y2: 18 }),
    svgElement(document, "rect", {
      class: "can",
      x: x(low),
      y: 7,
      width: Math.max(3, x(high) - x(low)),
      height: 6,
      rx: 2,
    }),
  );
  for (const tick of ticksOf(start, end)) {
    const label = svgElement(document, "text", { x: x(tick), y: 31, "text-anchor": "middle" });
    label.textContent = unit === "percent" ? `${tick}%` : tick > 0 ? `+${tick}` : `${tick}`.replace("-", "−");
    svg.append(label);
  }
  return svg;
}

/** The strip in words. */
export function describe(row: Margin): string {
  const margin = {
    ...row,
    low: row.low ?? 0,
    high: row.high ?? 0,
    unit: row.unit === "percent" ? "percent" : "points",
  } as const;
  const lies = rangeInWords(margin);
  return `${lies.charAt(0).toUpperCase()}${lies.slice(1)}; the claim asks for ${neededInWords(margin)}.`;
}

function domainOf({ low, high, from, to, unit }: Margin & { low: number; high: number }): [number, number] {
  if (unit === "percent") return [0, 100];
  const all = [low, high, from ?? low, to ?? high, 0];
  const reach = Math.ceil(Math.max(...all.map(Math.abs)) / 10) * 10 || 10;
  return [-reach, reach];
}

function ticksOf(start: number, end: number): number[] {
  return [0, 1, 2].map((i) => start + (i * (end - start)) / 2);
}
