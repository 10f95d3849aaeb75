import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { LostNumber } from "../../../src/analysis/own-table/numbers.js";
import { make } from "../../../src/components/dom.js";
import { figureTable } from "../../../src/components/figure-table.js";
import { ownTablePart } from "../../../src/components/own-table/own-table-part.js";
import { ownTables } from "../../../src/components/own-table/own-tables.js";
import { type AnyFigure, drawFigure } from "../../../src/figures/figure.js";
import {
  ageChartsFigure,
  ageFigure,
  ethnicityFigure,
} from "../../../src/findings/age-and-ethnicity/figures/index.js";
import { wordsFigure } from "../../../src/findings/case-closure/figures/index.js";
import { changeFigure, ladderFigure, saidFigure } from "../../../src/findings/fee-impact/figures/index.js";
import { defaultState } from "../../../src/model/control.js";
import { AGES, ETHNICITIES, LINES, ownOf, QUARTERS } from "../analysis/own-table/asked.js";
import { rowsOf } from "../site/fixture.js";

const { document } = new JSDOM("").window;
const h = make(document);
const SERIES = ["66.1", "66.4", "67.2", "63", "62.5", "60", "59.6", "60.2", "61", "60", "59", "60.7"];

describe("the folded part of a figure", () => {
  it("names the official table, its address where one is printed, and the command, without any script", () => {
    const part = h("div", {}, ownTablePart(saidFigure, QUARTERS, document));
    expect(part.textContent).toContain(
      "12 numbers of this figure are not in the text we hold. To be found in Table 1",
    );
    expect(part.querySelector("a")?.getAttribute("href")).toBe(
      "https://www.gov.uk/government/statistics/child-maintenance-service-client-satisfaction",
    );
    expect(part.querySelector("code")?.textContent).toBe("npm run missing -- --csv");
    expect(part.querySelectorAll("textarea, input, button")).toHaveLength(0);
    const asked = JSON.parse(part.querySelector("details")?.dataset.asked ?? "[]") as LostNumber[];
    expect(asked.map(({ id }) => id)).toEqual(QUARTERS.map(({ id }) => id));
  });

  it("is not there once every number is held, nor for a figure that takes none", () => {
    expect(ownTablePart(saidFigure, [...AGES, ...LINES], document)).toBe(null);
    expect(ownTablePart({ id: "x" }, QUARTERS, document)).toBe(null);
  });
});

describe.each([
  { figure: ageFigure, own: ownOf(AGES, ["47.6", "38.2", "34", "33.1"]), words: "Aged 45 to 54 34" },
  { figure: ageChartsFigure, own: ownOf(AGES, ["47.6", "38.2", "34", "33.1"]), words: "Aged 25 to 34 47.6" },
  { figure: ethnicityFigure, own: ownOf(ETHNICITIES, ["50", "38.4", "44"]), words: "Black 50" },
  { figure: saidFigure, own: ownOf(QUARTERS, SERIES), words: "March to May 2014 67.2" },
  { figure: ladderFigure, own: ownOf(QUARTERS, SERIES), words: "All quarters weigh the same 7.2" },
  { figure: changeFigure, own: ownOf(QUARTERS, SERIES), words: "All quarters weigh the same 6.5" },
  {
    figure: wordsFigure,
    own: ownOf(
      LINES,
      LINES.map(({ group }) => (group.csa === "past" || group.letter === "received" ? "55" : "60.5")),
    ),
    words: "With a CSA past 12 quarters, 55.0 to 55.0%",
  },
])("the figure $figure.id with the reader's table", ({ figure, own, words }) => {
  const any = figure as AnyFigure;
  const rows = rowsOf(figure.id);
  const state = defaultState(figure.controls);
  const draw = (width: number, numbers = own) =>
    drawFigure(any, rows, state, { width, document, own: numbers });

  it.each([680, 332])("at %s pixels draws other marks at one height, and says their numbers", (width) => {
    const [plain, drawn] = [draw(width, new Map()), draw(width)];
    expect(drawn.getAttribute("height")).toBe(plain.getAttribute("height"));
    expect(drawn.outerHTML).not.toBe(plain.outerHTML);
    expect(drawn.getAttribute("aria-label")).toContain("From your table, as diamonds: ");
    expect(drawn.getAttribute("aria-label")).toContain(words);
    expect(plain.getAttribute("aria-label")).not.toContain("your table");
    expect(plain.outerHTML).toBe(drawFigure(any, rows, state, { width, document }).outerHTML);
  });

  it("has them in a column of their own", () => {
    const heads = (numbers: typeof own) =>
      [
        ...figureTable(any, rows, state, { document, caption: "x", own: numbers }).querySelectorAll(
          "thead th",
        ),
      ].map((th) => th.textContent);
    expect(heads(own).at(-1)).toBe("From your table");
    expect(heads(new Map())).not.toContain("From your table");
  });
});

it("the shapes of a lane give way to its real numbers, and those of the other lane stay", () => {
  const cms = LINES.filter(({ group }) => group.csa !== undefined);
  const own = ownOf(
    cms,
    cms.map(({ group }) => (group.csa === "past" ? "55" : "60")),
  );
  const rows = rowsOf(wordsFigure.id) as never;
  const text = drawFigure(wordsFigure, rows, {}, { document, own }).textContent ?? "";
  expect(text.match(/From your table, 0 to 100%/g)).toHaveLength(1);
  expect(text.match(/Shape only, no scale/g)).toHaveLength(1);
  expect(wordsFigure.own?.inWords?.(rows, own)).toBe(
    "“With a CSA past” is lower than “Without a CSA past” in 12 of 12 quarters, by 5.0 points on average over all.",
  );
});

describe("the numbers of a page", () => {
  const tables = () => {
    const loads: string[] = [];
    const store = ownTables({
      values: async () => {
        loads.push("values");
        throw new Error("offline");
      },
      events: async () => new ArrayBuffer(0),
    });
    return { store, loads };
  };
  const [age, ethnicity] = [ownOf(AGES, ["47.6"]), ownOf(ETHNICITIES, ["50"])];
  const ids = (asked: readonly LostNumber[]) => asked.map(({ id }) => id);

  it("are taken in the place of those that a table had before, told of, and forgotten by table", () => {
    const { store } = tables();
    let told = 0;
    const stop = store.subscribe(() => told++);
    store.take([...ownOf(AGES, ["1", "2"]).values()], ids(AGES));
    store.take([...ethnicity.values()], ids(ETHNICITIES));
    store.take([...age.values()], ids(AGES));
    expect([...store.get().values()].map(({ printed }) => printed).sort()).toEqual(["47.6", "50"]);
    store.forget(ids(AGES));
    expect([...store.get().values()].map(({ printed }) => printed)).toEqual(["50"]);
    stop();
    store.forget(ids(ETHNICITIES));
    expect([told, store.get().size]).toEqual([4, 0]);
  });

  it("load the project's tables once they are asked for, and again after a failure", async () => {
    const { store, loads } = tables();
    store.take([...age.values()], ids(AGES));
    expect(loads).toEqual([]);
    await expect(store.sources()).rejects.toThrow("offline");
    await expect(store.sources()).rejects.toThrow("offline");
    expect(loads).toEqual(["values", "values"]);
  });
});
