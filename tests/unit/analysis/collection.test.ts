import { describe, expect, it } from "vitest";
import { COUNT_BY, countNumbers, type NumberRow } from "../../../src/analysis/collection.js";
import { built } from "../site/fixture.js";

const row = (id: string, publication: string, held: boolean): NumberRow =>
  Object.freeze({
    id,
    publication,
    status: "printed",
    what: "percent",
    place: "Text",
    held,
    kind: "calculated",
  });

describe("countNumbers", () => {
  it("counts what is held and what is not, for each part, largest part first", () => {
    const rows = Object.freeze([
      row("a", "B", true),
      row("b", "A", false),
      row("c", "A", true),
      row("d", "A", false),
    ]);
    expect(countNumbers(rows, "publication")).toEqual([
      { part: "A", held: 1, notHeld: 2 },
      { part: "B", held: 1, notHeld: 0 },
    ]);
  });

  it("puts parts of one size in the order of their names", () => {
    const rows = [row("a", "C", true), row("b", "B", true), row("c", "A", false)];
    expect(countNumbers(rows, "publication").map(({ part }) => part)).toEqual(["A", "B", "C"]);
  });

  it.each(COUNT_BY.options.map(({ code }) => code))(
    "counted by %s, the parts make up the whole table",
    (by) => {
      const { tables, results } = built();
      const rows = (tables.get("numbers-held")?.rows ?? []) as unknown as NumberRow[];
      const counts = countNumbers(rows, by);
      const of = (id: string) => results.find((r) => r.id === id)?.value;
      expect(counts.reduce((sum, part) => sum + part.held, 0)).toBe(of("collection.held"));
      expect(counts.reduce((sum, part) => sum + part.notHeld, 0)).toBe(of("collection.not-held"));
    },
  );
});
