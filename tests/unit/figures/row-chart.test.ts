import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { type ChartRow, rowChart } from "../../../src/figures/row-chart.js";

const { document } = new JSDOM("").window;
const row = (mark: Partial<ChartRow["marks"][number]>): ChartRow => ({
  label: "Receiving Parents",
  detail: "1,152 interviews",
  marks: [
    { kind: "published", value: 47, low: 44, high: 50, text: "47", colour: "var(--receiving)", ...mark },
  ],
});
const draw = (rows: readonly ChartRow[], options = {}) =>
  rowChart(rows, { width: 680, document, alt: "Dots.", ...options });
const count = (svg: Element, selector: string) => svg.querySelectorAll(selector).length;
const words = (svg: Element) => [...svg.querySelectorAll("text")].map((e) => e.textContent);

/** The pixel at which the axis has a value, from the lines at 0 and 100. */
const onAxis = (svg: Element, value: number) => {
  const lines = [...svg.querySelectorAll('[stroke="var(--rule)"] line')].map((e) =>
    Number(e.getAttribute("x1")),
  );
  const [first = 0, last = 0] = [Math.min(...lines), Math.max(...lines)];
  return first + ((last - first) * value) / 100;
};

describe("a chart of rows", () => {
  it("is one image with a text alternative", () => {
    const svg = draw([row({})]);
    expect([svg.getAttribute("role"), svg.getAttribute("aria-label")]).toEqual(["img", "Dots."]);
    expect(count(svg, "[aria-label], [aria-description], [aria-hidden], [role]")).toBe(0);
  });

  it("has no inline style, which the page's policy forbids", () => {
    const svg = draw([row({}), row({ kind: "bounded" })], {
      brackets: [{ from: 0, to: 1, text: "16 points" }],
    });
    expect(count(svg, "[style], style") + Number(svg.hasAttribute("style"))).toBe(0);
    expect(svg.getAttribute("class")).toBe("plot");
  });

  it.each([1, 2, 5])("of %i rows has one height at every width", (rows) => {
    const heights = [320, 332, 519, 520, 680, 796].map((width) =>
      draw(
        Array.from({ length: rows }, () => row({})),
        { width },
      ).getAttribute("height"),
    );
    expect(new Set(heights).size).toBe(1);
    expect(Number(heights[0])).toBeGreaterThan(54 * rows);
  });

  it("draws a printed number as a solid dot in its colour, over its interval", () => {
    const svg = draw([row({})]);
    expect(count(svg, "circle")).toBe(1);
    const dot = svg.querySelector("circle");
    expect(dot?.getAttribute("fill")).toBe("var(--receiving)");
    expect(dot?.closest("[stroke]")).toBe(null);
    expect(count(svg, "rect")).toBe(0);
    expect(count(svg, 'path[stroke="var(--receiving)"]')).toBe(1);
  });

  it("draws a number that was worked out as a ring: the ground inside, its colour around", () => {
    const svg = draw([row({ kind: "calculated" })]);
    const ring = svg.querySelector("circle");
    expect(count(svg, "circle")).toBe(1);
    expect(ring?.closest("[fill]")?.getAttribute("fill")).toBe("var(--ground)");
    expect(ring?.getAttribute("stroke")).toBe("var(--receiving)");
  });

  it("draws a range as a band without a middle", () => {
    const svg = draw([row({ kind: "bounded", low: 31, high: 99 })]);
    expect(count(svg, "circle")).toBe(0);
    expect(count(svg, "rect")).toBe(1);
    expect(count(svg, '[stroke-opacity="0.55"]')).toBe(0);
    const band = svg.querySelector("rect");
    const [x, width] = ["x", "width"].map((name) => Number(band?.getAttribute(name)));
    expect(x).toBeCloseTo(onAxis(svg, 31), 0);
    expect(width).toBeCloseTo(onAxis(svg, 99) - onAxis(svg, 31), 0);
  });

  it("says label and detail beside a row, and the label alone on a phone, with the mark's shorter text", () => {
    const given = [row({ text: "47 of all", narrowText: "47" })];
    expect(words(draw(given))).toEqual(
      expect.arrayContaining(["Receiving Parents", "1,152 interviews", "47 of all"]),
    );
    const narrow = words(draw(given, { width: 332 }));
    expect(narrow).toEqual(expect.arrayContaining(["Receiving Parents", "47"]));
    expect(narrow).not.toContain("1,152 interviews");
    expect(narrow).not.toContain("47 of all");
  });

  it("names the gap between two rows", () => {
    const rows = [row({}), row({ value: 31, low: 28, high: 34, text: "31" })];
    const options = { brackets: [{ from: 0, to: 1, text: "16 points" }] };
    expect(words(draw(rows, options))).toContain("16 points");
    expect(words(draw(rows, { ...options, width: 332 }))).toContain("16points");
  });

  it.each([0, 25, 47.5, 100])("puts %f where the axis has it", (value) => {
    const svg = draw([row({ value, low: value, high: value })]);
    expect(onAxis(svg, 100) - onAxis(svg, 0)).toBeGreaterThan(300);
    expect(Number(svg.querySelector("circle")?.getAttribute("cx"))).toBeCloseTo(onAxis(svg, value), 0);
  });
});
