import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { ComparedRow } from "../../../src/analysis/interviews/compared.js";
import { comparedChart } from "../../../src/review/from-interviews/figures.js";

const { document } = new JSDOM("").window;

const row = (survey: string, simulated: string | null, more: Partial<ComparedRow> = {}): ComparedRow => ({
  ...{ survey, simulated, kind: simulated === null ? "calculated" : "simulated", label: "Satisfied" },
  ...{ group: "All", printed: "39", estimate: 39.1, difference: 0.1, low: -0.5, high: 0.5, differs: false },
  ...more,
});

describe.each([332, 680])("percentages from interviews beside printed ones, at %i pixels", (width) => {
  const drawn = (rows: readonly ComparedRow[]) => comparedChart(rows, { width, document });
  const words = (svg: SVGSVGElement) =>
    [...svg.querySelectorAll("text")].map((text) => text.textContent ?? "");
  /** The words of the watermark, which are the palest. */
  const marks = (svg: SVGSVGElement) =>
    [...svg.querySelectorAll("text[fill-opacity]")].map((text) => text.textContent);

  it("stand on what made them up, and on nothing where people were asked", () => {
    const svg = drawn([
      row("One survey", "compatible world, seed 7"),
      row("Another survey", "repeated survey, seed 3"),
      row("A third survey", null),
    ]);
    expect(marks(svg)).toEqual([
      ...["COMPATIBLE WORLD", "SEED 7", "MADE UP"],
      ...["REPEATED SURVEY", "SEED 3", "MADE UP"],
    ]);
    expect(marks(drawn([row("A third survey", null)]))).toEqual([]);
  });

  it("say it again down a long list, so that a part of it is never alone", () => {
    const rows = Array.from({ length: 20 }, () => row("One survey", "compatible world, seed 7"));
    expect(marks(drawn(rows)).filter((text) => text === "COMPATIBLE WORLD").length).toBe(3);
  });

  it("have a band and a ring each, and say how far apart they are", () => {
    const svg = drawn([row("S", null), row("S", null, { difference: -2.3, differs: true })]);
    expect(svg.querySelectorAll("circle")).toHaveLength(2);
    expect(words(svg)).toEqual(expect.arrayContaining(["+0.1", "−2.3 differs"]));
  });
});
