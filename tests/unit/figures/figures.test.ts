import { existsSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { drawFigure, shownRows } from "../../../src/figures/figure.js";
import { defaultState } from "../../../src/model/control.js";
import { FIGURES, FIGURES_OF_INTERVIEWS } from "../../../tools/site/figures.js";
import { combinations } from "../pairwise.js";
import { builtWithInterviews, ROOT, rowsOf } from "../site/fixture.js";

const { document } = new JSDOM("").window;

const GIVEN = [
  ...FIGURES.map((figure) => ({ id: figure.id, figure, rows: rowsOf(figure.id) })),
  ...FIGURES_OF_INTERVIEWS.map((figure) => ({
    ...{ id: figure.id, figure },
    rows: rowsOf(figure.id, builtWithInterviews()),
  })),
];

describe.each(GIVEN)("the figure $id", ({ figure, rows }) => {
  // Of a figure that is worked out on demand the rows are those of the default state.
  const states = combinations(
    Object.fromEntries(
      (figure.onDemand ? [] : figure.controls).map(({ name, type, options }) => [
        name,
        // Of the seeds two are enough.
        options.slice(0, type === "redraw" ? 2 : undefined).map(({ code }) => code),
      ]),
    ),
  ).map((choices) => ({ ...defaultState(figure.controls), ...choices }));

  it("is drawn under every two options with one height, says something else under each state, and changes no row", () => {
    const frozen = Object.freeze(rows.map((row) => Object.freeze({ ...row })));
    const drawn = states.flatMap((state) =>
      [332, 680].map((width) => drawFigure(figure, frozen, state, { width, document })),
    );
    expect(frozen).toEqual(rows);
    expect(new Set(drawn.map((svg) => svg.getAttribute("height"))).size).toBe(1);
    expect(new Set(drawn.map((svg) => svg.getAttribute("aria-label"))).size).toBe(states.length);
    expect(new Set(drawn.map((svg) => svg.outerHTML)).size).toBe(2 * states.length);
  });

  it("shows code that is there, each file once", () => {
    expect(figure.code.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(new Set(figure.code).size).toBe(figure.code.length);
  });

  it("has a cell for each column and row under every two options", () => {
    for (const state of states) {
      const columns = figure.columns(state);
      const cells = shownRows(figure, rows, state).map((row) => columns.map(({ value }) => value(row)));
      expect(cells.length).toBeGreaterThan(0);
      expect(cells.flat().filter((cell) => cell === undefined || Number.isNaN(cell))).toEqual([]);
    }
  });

  it("types no number: the text alternative follows the rows", () => {
    const changed = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, cell]) => [
          name,
          typeof cell === "number" ? cell + 1 : typeof cell === "boolean" ? !cell : cell,
        ]),
      ),
    );
    const state = defaultState(figure.controls);
    const alt = (given: readonly unknown[]) =>
      drawFigure(figure, given, state, { document }).getAttribute("aria-label");
    if (rows.some((row) => Object.values(row).some((cell) => typeof cell === "number")))
      expect(alt(changed)).not.toBe(alt(rows));
    expect(
      `${figure.subtitle} ${figure.source} ${figure.title(rows)}`.replace(/20\d\d|95%|\d\/\d\d/g, ""),
    ).not.toMatch(/\d+(%| points)/);
  });
});
