import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { interviewTables } from "../../../data-loaders/tables/interview-tables.js";
import { comparedRows } from "../../../src/analysis/interviews/compared.js";
import type { FromInterviewsRow } from "../../../src/analysis/interviews/schema.js";
import { drawFigure, isDrawn, kindsOf } from "../../../src/figures/figure.js";
import { defaultState } from "../../../src/model/control.js";
import { fromInterviewsFigure as FIGURE } from "../../../src/review/from-interviews/figures.js";
import { picturePng, pictureSvg } from "../../../tools/site/picture.js";
import { cesInterviews } from "../data-loaders/interviews/publish/ces-interviews.js";
import { publishRows, raw } from "../data-loaders/interviews/publish/publish-rows.js";
import { rowsOf, withInterviews } from "../site/fixture.js";

const { document } = new JSDOM("").window;
const WATERMARK = "compatible world, seed 7";
const people = rowsOf(FIGURE.id, withInterviews()) as readonly unknown[] as readonly FromInterviewsRow[];
const simulated = publishRows(cesInterviews(2280), null, { simulated: WATERMARK }).published;
const madeUp = interviewTables([simulated], raw)[0]
  ?.rows as readonly unknown[] as readonly FromInterviewsRow[];
const drawn = (rows: readonly FromInterviewsRow[], width = 680) =>
  drawFigure(FIGURE, rows, defaultState([]), { width, document });
const texts = (svg: SVGSVGElement) => [...svg.querySelectorAll("text")].map((text) => text.textContent ?? "");
const alt = (svg: SVGSVGElement) => svg.getAttribute("aria-label") ?? "";

describe.each([332, 680])("the chart of differences at %i pixels", (width) => {
  it("has for each compared percentage a band, a mark at its points, and the points", () => {
    const compared = comparedRows(people);
    const svg = drawn(people, width);
    const [rings, bands] = ["circle", "rect"].map((name) => [...svg.querySelectorAll(name)]);
    expect([rings?.length, bands?.length]).toEqual([compared.length, compared.length]);
    const at = (i: number) => Number(rings?.[i]?.getAttribute("cx"));
    const end = (i: number, side: 0 | 1) => {
      const x = Number(bands?.[i]?.getAttribute("x"));
      return side === 0 ? x : x + Number(bands?.[i]?.getAttribute("width"));
    };
    // One scale for all: from the ends of a band follows where each mark stands.
    const [first] = compared;
    if (first === undefined) throw new Error("nothing is compared");
    const perPoint = (end(0, 1) - end(0, 0)) / (first.high - first.low);
    const zero = end(0, 0) - first.low * perPoint;
    for (const [i, { difference, low, high, differs }] of compared.entries()) {
      expect(at(i)).toBeCloseTo(zero + difference * perPoint, 1);
      expect(end(i, 0)).toBeCloseTo(zero + low * perPoint, 1);
      const isOutside = at(i) < end(i, 0) - 0.05 || at(i) > end(i, 1) + 0.05;
      if (differs && Math.min(Math.abs(difference - low), Math.abs(difference - high)) > 0.05)
        expect(isOutside).toBe(true);
      if (!differs) expect(isOutside).toBe(false);
    }
    const differing = compared.filter(({ differs }) => differs).length;
    expect(differing).toBeGreaterThan(20);
    expect(texts(svg).filter((text) => / differs$/.test(text))).toHaveLength(differing);
    expect(alt(svg).match(/, differs/g)).toHaveLength(differing);
  });

  it("stands on its watermark where interviews were made up, and says what made them; on none where they are of people", () => {
    const [real, made] = [drawn(people, width), drawn(madeUp, width)];
    expect(texts(real)).not.toContain("COMPATIBLE WORLD");
    expect(texts(real)).toContain("Interviews with people");
    expect(texts(made)).toContain(`Made-up data: ${WATERMARK}`);
    expect(alt(made)).toContain(`made-up data: ${WATERMARK}`);
    expect(alt(real)).not.toContain("made-up");
    // No more than eight rows without one.
    const rows = comparedRows(madeUp).length;
    expect(texts(made).filter((text) => text === "COMPATIBLE WORLD")).toHaveLength(Math.ceil(rows / 8));
  });
});

it("the figure says which kinds it has, and what it is of none", () => {
  expect(kindsOf(FIGURE, people)).toEqual(["published", "calculated"]);
  expect(kindsOf(FIGURE, madeUp)).toEqual(["published", "simulated"]);
  expect(kindsOf(FIGURE, [...people, ...madeUp])).toEqual(["published", "calculated", "simulated"]);
  expect([isDrawn(FIGURE, []), isDrawn(FIGURE, people)]).toEqual([false, true]);
});

it("its title is about all percentages, or about those that differ", () => {
  expect(FIGURE.title(people)).toContain("{{interviews.differ}} of {{interviews.compared}}");
  const agreeing = people.filter(({ verdict }) => verdict !== "differs");
  expect(FIGURE.title(agreeing)).toMatch(/^All \{\{interviews\.compared\}\}/);
});

it("what is withheld is not in it, and is counted in words", () => {
  const results = new Map(withInterviews().results.map((result) => [result.id, result]));
  const withheld = people.filter(
    ({ verdict, published_low: low }) => /^too few/.test(verdict) && low !== null,
  );
  expect(withheld.length).toBeGreaterThan(0);
  expect(results.get("interviews.withheld-printed")?.value).toBe(withheld.length);
  expect(results.get("interviews.compared")?.value).toBe(comparedRows(people).length);
  expect(FIGURE.subtitle).toContain("{{interviews.withheld-printed}}");
  expect(alt(drawn(people))).not.toContain("Asian");
});

it("its picture is XML, with spaces that have a name in HTML alone", () => {
  const results = new Map(withInterviews().results.map((result) => [result.id, result]));
  const svg = pictureSvg(FIGURE, people, results, document);
  expect(svg).not.toContain("&nbsp;");
  expect(svg).toContain("printed\u00a0");
  expect(svg).toContain("Worked out: from interviews with people");
  expect(svg).not.toContain("Made-up data");
  expect(pictureSvg(FIGURE, madeUp, results, document)).toContain("COMPATIBLE WORLD");
  expect(picturePng(svg, []).length).toBeGreaterThan(10_000);
});
