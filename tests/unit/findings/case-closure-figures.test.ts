import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { drawFigure, type Figure, shownRows } from "../../../src/figures/figure.js";
import {
  fallFigure,
  guessFigure,
  noiseFigure,
  sizesFigure,
  wordsFigure,
} from "../../../src/findings/case-closure/figures/index.js";
import type {
  FallRow,
  GuessRow,
  NoiseRow,
  SizeRow,
  WordRow,
} from "../../../src/findings/case-closure/schema.js";
import { defaultState } from "../../../src/model/control.js";
import type { Options } from "../../../src/model/variants.js";
import { rowsOf } from "../site/fixture.js";

const { document } = new JSDOM("").window;
const rows = <Row>(id: string) => rowsOf(id) as unknown as readonly Row[];
const given = {
  words: rows<WordRow>(wordsFigure.id),
  guess: rows<GuessRow>(guessFigure.id),
  noise: rows<NoiseRow>(noiseFigure.id),
  fall: rows<FallRow>(fallFigure.id),
  sizes: rows<SizeRow>(sizesFigure.id),
};
const draw = <Row, Shown>(figure: Figure<Row, Shown>, of: readonly Row[], state: Options = {}, width = 680) =>
  drawFigure(figure, of, { ...defaultState(figure.controls), ...state }, { width, document });
const words = (svg: Element) => [...svg.querySelectorAll("text")].map((e) => e.textContent);
const readout = <Row, Shown>(figure: Figure<Row, Shown>, of: readonly Row[], state: Options) => {
  const whole = { ...defaultState(figure.controls), ...state };
  return figure.readout?.(shownRows(figure, of, whole), whole);
};
/** The points of a line: pixels across and down. */
const points = (path: Element) =>
  [...(path.getAttribute("d") ?? "").matchAll(/([\d.]+),([\d.]+)/g)].map(
    (m) => [Number(m[1]), Number(m[2])] as const,
  );

describe("the chart of words", () => {
  it.each([332, 680])(
    "at %i pixels says twice that it is a shape without a scale, and names four groups",
    (width) => {
      const said = words(draw(wordsFigure, given.words, {}, width));
      expect(said.filter((text) => text === "Shape only, no scale").length).toBe(2);
      for (const group of [
        "Without a CSA past",
        "With a CSA past",
        "Received no closure letter",
        "Received a closure letter",
      ])
        expect(
          said.some((text) => text?.startsWith(group)),
          group,
        ).toBe(true);
      expect(said).toEqual(
        expect.arrayContaining(["0 of 24 numbers in our text", "0 of 60 numbers in our text"]),
      );
      expect(said).toEqual(
        expect.arrayContaining(["November 2013", "August 2016", "April 2014", "September 2016"]),
      );
    },
  );

  it("has no axis and no number other than dates and counts", () => {
    const said = words(draw(wordsFigure, given.words)).join(" ");
    expect(said.replace(/20\d\d|0 of (24|60)/g, "")).not.toMatch(/\d/);
  });

  it("keeps the group without a CSA past above the other, nearest where the words say so", () => {
    const svg = draw(wordsFigure, given.words);
    // Of each piece of a curve the last of its three points lies on it.
    const [above, below] = [...svg.querySelectorAll('[stroke-width="5"] path')].map((path) =>
      points(path).filter((_, index) => index % 3 === 0),
    );
    expect(above?.length).toBeGreaterThan(4);
    expect(below?.length).toBe(above?.length);
    const gaps = (above ?? []).map(([, y], index) => (below?.[index]?.[1] ?? 0) - y);
    expect(Math.min(...gaps)).toBeGreaterThan(0);
    const nearest = above?.[gaps.indexOf(Math.min(...gaps))]?.[0] ?? 0;
    const dot = svg.querySelector("circle");
    expect(nearest).toBeCloseTo(Number(dot?.getAttribute("cx")), 0);
  });
});

describe.each([
  ["the noise machine", noiseFigure, given.noise, 1],
  ["the guess", guessFigure, given.guess, 4],
] as const)("%s", (_, figure, of, marks) => {
  it.each([332, 680])("at %i pixels is hatched and says that its data are made up", (width) => {
    const svg = draw(figure as Figure<unknown>, of, {}, width);
    expect(words(svg).filter((text) => text === "REPEATED SURVEY").length).toBe(marks);
    const hatches = [...svg.querySelectorAll('path[stroke="var(--rule)"]')].filter(
      (path) => (path.getAttribute("d") ?? "").split("M").length > 20,
    );
    expect(hatches.length).toBe(marks);
    expect(figure.kinds).toEqual(["simulated"]);
    expect(svg.getAttribute("aria-label")).toMatch(/^Made-up data/);
  });
});

describe("the noise machine", () => {
  it("draws thirty months of the small group as dots, inside its box", () => {
    for (const n of ["15", "30", "60", "120"])
      for (const gap of ["0", "3", "5", "10"]) {
        const dots = [...draw(noiseFigure, given.noise, { n, gap }).querySelectorAll("circle")];
        expect(dots.length).toBe(30);
        for (const dot of dots) expect(Number(dot.getAttribute("cy"))).toBeLessThanOrEqual(312);
      }
  });

  it("says what this draw shows, and what all draws show on average", () => {
    expect(readout(noiseFigure, given.noise, {})).toMatch(
      /^In this draw the small group is on top in 6 of 30 months and swings over 23\.3 points\. Over all draws it is on top in 6\.2 months and swings over 23 points on average\.$/,
    );
    expect(readout(noiseFigure, given.noise, { n: "120", gap: "10" })).toContain(
      "Over all draws it is on top in 0.03 months",
    );
  });
});

describe("the guess", () => {
  it("shows no answer before there is a guess: neither drawing nor table nor text alternative", () => {
    const svg = draw(guessFigure, given.guess);
    expect(`${words(svg).join(" ")} ${svg.getAttribute("aria-label")}`).not.toMatch(/no gap|a gap of/);
    const cells = shownRows(guessFigure, given.guess, defaultState(guessFigure.controls)).flatMap((row) =>
      guessFigure.columns({}).map(({ value }) => value(row)),
    );
    expect(cells.join(" ")).not.toMatch(/no gap|a gap of/);
    expect(readout(guessFigure, given.guess, {})).toMatch(/^Choose a picture/);
  });

  it("says whether the guess was right, and which picture it was", () => {
    const answers = ["1", "2", "3", "4"].map((guess) => readout(guessFigure, given.guess, { guess }));
    expect(answers.filter((said) => said?.startsWith("Yes: ")).length).toBe(1);
    const right = answers.findIndex((said) => said?.startsWith("Yes: ")) + 1;
    for (const said of answers) expect(said).toContain(`picture ${right}`);
    const said = words(draw(guessFigure, given.guess, { guess: String(right) }));
    expect(said).toContain(`Picture ${right}: no gap (your guess)`);
    expect(said.filter((text) => text?.endsWith("a gap of 5 points")).length).toBe(3);
  });
});

describe("the chart of falls", () => {
  it("ends each bar at its number of interviews, under both readings", () => {
    for (const reading of ["points", "percent"]) {
      const svg = draw(fallFigure, given.fall, { reading });
      const lines = [...svg.querySelectorAll('[stroke="var(--rule)"] line')].map((e) =>
        Number(e.getAttribute("x1")),
      );
      const [zero = 0, fifty = 0] = [...new Set(lines)].sort((a, b) => a - b);
      const at = (interviews: number) => zero + ((fifty - zero) * interviews) / 50;
      const ends = [...svg.querySelectorAll("rect")]
        .slice(0, 8)
        .map((e) => Number(e.getAttribute("x")) + Number(e.getAttribute("width")));
      const shown = given.fall.filter((row) => row.reading === reading);
      const expected = [...shown.map((row) => row.likely_up_to), ...shown.map((row) => row.possible_up_to)];
      ends.forEach((end, index) => {
        expect(Math.abs(end - at(expected[index] ?? 0))).toBeLessThan(1);
      });
      // The second part of a bar begins where the first ends.
      const starts = [...svg.querySelectorAll("rect")].slice(4, 8).map((e) => Number(e.getAttribute("x")));
      starts.forEach((start, index) => {
        expect(Math.abs(start - (ends[index] ?? 0))).toBeLessThan(1);
      });
      for (const row of shown) expect(words(svg)).toContain(String(row.possible_up_to));
    }
  });

  it("says the numbers in the row's label on a phone", () => {
    expect(words(draw(fallFigure, given.fall, {}, 332))).toContain("90% satisfied: up to 18, up to 37");
  });
});

it("the chart of interviews has three rings a row, from left to right, and names their design effects", () => {
  const svg = draw(sizesFigure, given.sizes);
  expect(svg.querySelectorAll("circle").length).toBe(24);
  const at = [...svg.querySelectorAll("circle")].map((e) => Number(e.getAttribute("cx")));
  for (let row = 0; row < 8; row++) {
    const [second = 0, third = 0, first = 0] = [at[row + 8], at[row], at[row + 16]];
    expect(first).toBeLessThan(second);
    expect(second).toBeLessThan(third);
  }
  expect(words(svg)).toEqual(expect.arrayContaining(["1", "1.5", "2", "design effect", "162", "8,399"]));
});
