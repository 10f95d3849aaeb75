import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { type AnyFigure, drawFigure, shownRows } from "../../../src/figures/figure.js";
import {
  ageFigure,
  ethnicityFigure,
  roleAloneFigure,
} from "../../../src/findings/age-and-ethnicity/figures/index.js";
import type { AgeRow, GenderRow, RangeRow } from "../../../src/findings/age-and-ethnicity/schema.js";
import { defaultState } from "../../../src/model/control.js";
import { formatRange } from "../../../src/model/format.js";
import type { Options } from "../../../src/model/variants.js";
import { rowsOf } from "../site/fixture.js";

const { document } = new JSDOM("").window;
const ethnicity = rowsOf("satisfaction-by-ethnicity") as unknown as RangeRow[];
const ages = rowsOf("satisfaction-by-age") as unknown as AgeRow[];
const gender = rowsOf("parental-role-alone") as unknown as GenderRow[];

const textsOf = (svg: SVGSVGElement) => [...svg.querySelectorAll("text")].map((text) => text.textContent);
const drawn = (figure: AnyFigure, rows: readonly unknown[], state: Options = {}, width = 680) =>
  drawFigure(figure, rows, { ...defaultState(figure.controls), ...state }, { width, document });

describe("the chart of ethnicity", () => {
  it.each(["full", "two-thirds", "half", "third"])(
    "shows and says both directions where each interview was worth %s",
    (interview) => {
      for (const width of [332, 680]) {
        const svg = drawn(ethnicityFigure, ethnicity, { interview }, width);
        const [white, black] = ["White", "Black"].map((label) =>
          ethnicity.find((row) => row.label === label && row.interview === interview && row.silence === "no"),
        );
        const ends = [black?.low, black?.hole_low, black?.hole_high, black?.high].map(Number);
        const [low = 0, holeLow = 0, holeHigh = 0, high = 0] = ends;
        const bands = [formatRange(low, holeLow), formatRange(holeHigh, high)];
        expect(low).toBeLessThan(Number(white?.low));
        expect(high).toBeGreaterThan(Number(white?.high));
        for (const band of bands) {
          expect(textsOf(svg)).toContain(band);
          expect(svg.getAttribute("aria-label")).toContain(band);
        }
        expect(svg.getAttribute("aria-label")).toContain("below or above White customers");
        expect(textsOf(svg).some((text) => text?.includes("if the difference is significant"))).toBe(true);
      }
    },
  );

  it("has a solid dot for each held figure and a band for each part of a range", () => {
    const svg = drawn(ethnicityFigure, ethnicity);
    expect(svg.querySelectorAll("circle").length).toBe(2);
    expect(svg.querySelectorAll("rect").length).toBe(4);
    expect(textsOf(svg)).toContain("“six out of ten”");
  });

  it("says that nothing fits, and why, where silence is read as a statement", () => {
    const state = { ...defaultState(ethnicityFigure.controls), silence: "yes" };
    const svg = drawn(ethnicityFigure, ethnicity, state);
    expect(svg.querySelectorAll("rect").length).toBe(0);
    expect(textsOf(svg).filter((text) => text === "no figure fits").length).toBe(3);
    expect(svg.getAttribute("aria-label")).toContain("No chart agrees");
    expect(ethnicityFigure.readout?.(shownRows(ethnicityFigure, ethnicity, state), state)).toContain(
      "differ beyond doubt",
    );
  });

  it("claims both directions in its title only while the rows leave both", () => {
    expect(ethnicityFigure.title(ethnicity)).toContain("allow either direction");
    const settled = ethnicity.map((row) =>
      row.label === "Black" ? { ...row, low: 30, high: 30, hole_low: null, hole_high: null } : row,
    );
    expect(ethnicityFigure.title(settled)).not.toContain("allow either direction");
  });
});

describe("the chart of ages", () => {
  it("names the one held figure in its title only while it is the only one", () => {
    expect(ageFigure.title(ages)).toContain("Only one");
    const filled = ages.map((row) =>
      row.label === "Aged 25 to 34" ? { ...row, value: 45, low: 44.5, high: 45.5 } : row,
    );
    expect(ageFigure.title(filled)).not.toContain("Only one");
  });

  it("has one dot and four bands", () => {
    const svg = drawn(ageFigure, ages);
    expect(svg.querySelectorAll("circle").length).toBe(1);
    expect(svg.querySelectorAll("rect").length).toBe(4);
  });
});

describe("the square of parental role", () => {
  it("has its region and its stripe inside the square", () => {
    for (const width of [332, 680]) {
      const svg = drawn(roleAloneFigure, gender, {}, width);
      const [left, top, right, bottom] = (() => {
        const rect = svg.querySelector("rect");
        const at = (name: string) => Number(rect?.getAttribute(name));
        return [at("x"), at("y"), at("x") + at("width"), at("y") + at("height")];
      })();
      expect(right - left).toBeCloseTo(bottom - top, 0);
      const areas = [...svg.querySelectorAll("path")]
        .map((path) => path.getAttribute("d") ?? "")
        .filter((d) => d.endsWith("Z"));
      expect(areas.length).toBe(2);
      for (const d of areas)
        for (const [, x, y] of d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(left - 1);
          expect(Number(x)).toBeLessThanOrEqual(right + 1);
          expect(Number(y)).toBeGreaterThanOrEqual(top - 1);
          expect(Number(y)).toBeLessThanOrEqual(bottom + 1);
        }
    }
  });
});
