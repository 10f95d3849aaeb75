import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { dataTable } from "../../../src/components/data-table.js";

const { document } = new JSDOM("").window;
const ROWS = [
  { name: "Receiving", share: 0.5, count: 1152, note: "seen" },
  { name: "Paying", share: 31.25, count: null, note: null },
];
const make = (options: { quiet?: boolean; cards?: boolean } = {}) =>
  dataTable(
    ROWS,
    [
      { label: "Group", value: (row) => row.name },
      { label: "Share", value: (row) => row.share, decimals: 1 },
      { label: "Interviews", value: (row) => row.count },
      { label: "Note", value: (row) => row.note },
    ],
    { document, caption: "Who was satisfied", ...options },
  );

describe("a table for readers", () => {
  it("has a caption, seen unless it is quiet", () => {
    const caption = make().querySelector("caption");
    expect([caption?.textContent, caption?.className]).toEqual(["Who was satisfied", ""]);
    expect(make({ quiet: true }).querySelector("caption")?.className).toBe("unseen");
  });

  it("says which cells are headers of columns and of rows", () => {
    const table = make();
    const texts = (selector: string) => [...table.querySelectorAll(selector)].map((e) => e.textContent);
    expect(texts('thead th[scope="col"]')).toEqual(["Group", "Share", "Interviews", "Note"]);
    expect(texts('tbody th[scope="row"]')).toEqual(["Receiving", "Paying"]);
    expect(texts("th:not([scope])")).toEqual([]);
  });

  it("shows numbers with their decimals and commas, in cells for numbers", () => {
    const cells = [...make().querySelectorAll("td.number")].map((e) => e.textContent);
    expect(cells).toEqual(["0.5", "1,152", "31.3"]);
  });

  it("writes the ends of ranges outwards and design effects downwards", () => {
    const columns = (["low", "high", "design effect"] as const).map((as) => ({
      label: as,
      value: () => 33.17,
      as,
    }));
    const cells = [
      ...dataTable([{}], columns, { document, caption: "Ends" }).querySelectorAll("th[scope=row], td"),
    ];
    expect(cells.map((cell) => cell.textContent)).toEqual(["33.1", "33.2", "33.1"]);
  });

  it("says that a cell is empty: a dash to see, none to hear", () => {
    const empty = [...make().querySelectorAll("tr:last-child td")].slice(1);
    expect(empty).toHaveLength(2);
    for (const cell of empty) {
      expect(cell.querySelector('[aria-hidden="true"]')?.textContent).toBe("–");
      expect(cell.querySelector(".unseen")?.textContent).toBe("none");
    }
  });

  it("can be scrolled by keyboard, as a region with a name, and carries labels for cards", () => {
    const box = make({ cards: true });
    expect([box.tabIndex, box.getAttribute("role"), box.getAttribute("aria-label")]).toEqual([
      0,
      "region",
      "Who was satisfied",
    ]);
    expect(box.className).toBe("table-scroll table-cards");
    expect([...box.querySelectorAll("tr:last-child td")].map((td) => td.getAttribute("data-label"))).toEqual([
      "Share",
      "Interviews",
      "Note",
    ]);
  });

  it("puts text in as text", () => {
    const table = dataTable([{ a: "<b>x</b>" }], [{ label: "A", value: (row) => row.a }], {
      document,
      caption: "c",
    });
    expect(table.querySelector("b")).toBe(null);
    expect(table.querySelector("th[scope=row]")?.textContent).toBe("<b>x</b>");
  });
});
