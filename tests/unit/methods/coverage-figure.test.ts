import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { drawFigure } from "../../../src/figures/figure.js";
import { coverageRows } from "../../../src/methods/intervals/coverage.js";
import { coverageFigure } from "../../../src/methods/intervals/figures.js";
import { defaultState } from "../../../src/model/control.js";
import { formatEnd } from "../../../src/model/format.js";

const { document } = new JSDOM("").window;
const rows = coverageRows();
const draw = (truth: string, width = 680) =>
  drawFigure(coverageFigure, rows, { ...defaultState(coverageFigure.controls), truth }, { width, document });
const words = (svg: Element) => [...svg.querySelectorAll("text")].map((e) => e.textContent);
const of = (truth: number, is: (coverage: number) => boolean) =>
  rows.filter((row) => row.truth === truth && is(row.coverage));

describe("the chart of coverage", () => {
  it.each([2, 5, 10, 20, 50])(
    "at %i percent has a ring for each number above its floor, and the others as text",
    (truth) => {
      const svg = draw(String(truth));
      expect(svg.querySelectorAll("circle").length).toBe(of(truth, (c) => c >= 80).length);
      for (const { coverage } of of(truth, (c) => c < 80))
        expect(words(svg)).toContain(formatEnd(coverage, "low"));
    },
  );

  it("names each method, at every width", () => {
    for (const width of [332, 680])
      expect(words(draw("2", width))).toEqual(
        expect.arrayContaining(["Wald", "Logit", "Arcsine", "Wilson", "Korn-Graubard", "Clopper-Pearson"]),
      );
  });

  it("puts what covers more often higher", () => {
    const rings = [...draw("50").querySelectorAll("circle")].map((e) => Number(e.getAttribute("cy")));
    const coverage = of(50, (c) => c >= 80).map((row) => row.coverage);
    expect(rings.length).toBe(coverage.length);
    // Within the first panel, whose rings come first.
    for (let i = 1; i < 7; i++)
      expect(Math.sign((rings[i - 1] ?? 0) - (rings[i] ?? 0))).toBe(
        Math.sign((coverage[i] ?? 0) - (coverage[i - 1] ?? 0)),
      );
  });
});

it("the title says which methods fall short only where they do", () => {
  expect(coverageFigure.title(rows)).toContain("{{coverage.wald.least}}");
  const neutral = "How often intervals of a proportion hold the truth";
  expect(coverageFigure.title(rows.map((row) => ({ ...row, coverage: 95 })))).toBe(neutral);
  for (const [method, coverage] of [
    ["wilson", 96],
    ["wilson", 89],
    ["beta", 94.9],
  ] as const) {
    const changed = rows.map((row) => (row.method === method ? { ...row, coverage } : row));
    expect(coverageFigure.title(changed), `${method} ${coverage}`).toBe(neutral);
  }
});
