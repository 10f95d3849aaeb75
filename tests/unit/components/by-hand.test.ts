import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { type World, workOut } from "../../../src/analysis/by-statement/index.js";
import { byHand } from "../../../src/components/by-hand.js";

const { document } = new JSDOM("").window;

/** A total of 39, one group of 47, the other unknown; half each. */
const MEN: World = {
  problem: {
    unknowns: [
      { id: "women", low: 46.5, high: 47.5, name: "women’s figure", locator: "x: Table 1" },
      { id: "men" },
    ],
    identities: [
      {
        total: { printed: "39" },
        parts: [
          { id: "women", base: 1 },
          { id: "men", base: 1 },
        ],
        shareTolerance: 0,
        name: "the total",
        locator: "x: Table 2",
      },
    ],
  },
  ask: { id: "men" },
  labels: { women: "Women", men: "Men" },
};

function shown(world: World): HTMLElement {
  const place = document.createElement("div");
  place.append(...byHand(world, workOut(world.problem, world.ask), { document }));
  return place;
}

const cells = (table: Element | null | undefined) =>
  [...(table?.querySelectorAll("tbody tr") ?? [])].map((tr) =>
    [...tr.children].map((cell) => cell.textContent ?? ""),
  );

describe("the check by hand", () => {
  it("shows the numbers and weights that attain each end", () => {
    const [system] = shown(MEN).querySelectorAll("table");
    expect(cells(system)).toEqual([
      ["Women", "47.500", "0.5000", "46.500", "0.5000"],
      ["Men", "29.500", "0.5000", "32.500", "0.5000"],
    ]);
  });

  it("adds up statements to each end, with the reason of each line", () => {
    const [low, high] = shown(MEN).querySelectorAll(".proof table");
    // Men are twice the total, at least 38.5, less women, at most 47.5.
    expect(cells(low)).toEqual([
      ["0.5000 × Women + 0.5000 × Men is at least 38.500", "the total", "38.500", "2.0000", "77.000"],
      ["Women is at most 47.500", "women’s figure", "47.500", "−1.0000", "−47.500"],
      ["Sum: what the case proves", "–none", "–none", "–none", "29.500"],
    ]);
    expect(cells(high).map((row) => row.at(-1))).toEqual(["79.000", "−46.500", "32.500"]);
  });

  it("has the spreadsheet as text", () => {
    const sheet = shown(MEN).querySelector('[data-part="sheet"]')?.textContent ?? "";
    expect(sheet.split("\n")[0]).toBe("Numbers that attain each end\tLowest 29.5\tHighest 32.5");
    expect(sheet).toContain("=SUMPRODUCT(B7:B8,D7:D8)");
  });

  it("shows statements that cannot all be true, with their places", () => {
    const place = shown({
      ...MEN,
      problem: {
        ...MEN.problem,
        order: [["men", ">", "women", 0, { name: "men lead", locator: "x: Figure 3" }]],
      },
    });
    const items = [...place.querySelectorAll("li")].map((li) => li.textContent);
    expect(items).toEqual(["women’s figureTable 1", "the totalTable 2", "men leadFigure 3"]);
    expect(place.querySelector("table")).toBeNull();
  });
});
