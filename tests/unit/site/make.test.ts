import { describe, expect, it } from "vitest";
import { arrowBytes } from "../../../data-loaders/tables/index.js";
import type { AnyFigure } from "../../../src/figures/figure.js";
import { countResult, type Result } from "../../../src/model/result.js";
import { memoizedFigure, stampedArrow } from "../../../tools/site/make.js";
import { built } from "./fixture.js";

describe("a figure is made anew", () => {
  const figure = {
    id: "bars",
    title: (rows: readonly { value: number }[]) => (rows.length > 1 ? "{{parents.gap}} apart" : "One bar"),
    subtitle: "Of {{parents.all}}",
    how: ["Some are {{parents.some}}."],
  } as unknown as AnyFigure;
  const count = (id: string, value: number, label = id) =>
    countResult({ id, label, value, inputs: [], madeBy: "test" } as never);
  const results = (...changed: Result[]) =>
    new Map(
      [count("parents.gap", 3), count("parents.all", 9), count("parents.some", 4), count("parents.other", 5)]
        .concat(changed)
        .map((result) => [result.id, result]),
    );
  const rows = [{ value: 1 }, { value: 2 }];

  it.each([
    ["when a row changes", [{ value: 1 }, { value: 3 }], results(), 2],
    ["when its title cites another number", rows, results(count("parents.gap", 2)), 2],
    ["when its subtitle does", rows, results(count("parents.all", 8)), 2],
    ["when its calculation does", rows, results(count("parents.some", 5)), 2],
    [
      "when a result that it cites is explained in other words",
      rows,
      results(count("parents.gap", 3, "The gap")),
      2,
    ],
    ["and not when a number changes that it does not cite", rows, results(count("parents.other", 6)), 1],
    ["and not when nothing changes", [{ value: 1 }, { value: 2 }], results(), 1],
  ])("%s", (_, otherRows, otherResults, times) => {
    let calls = 0;
    const make = memoizedFigure(() => ++calls);
    make(figure, rows, results());
    make(figure, otherRows, otherResults);
    make(figure, rows, results());
    expect(calls).toBe(times);
  });
});

it("a table whose hash is written anew is the table that would be made with it", () => {
  const { tables } = built();
  for (const hash of ["0123456789abcdef".repeat(4), "0".repeat(64)])
    for (const table of tables.values())
      expect(Buffer.compare(stampedArrow(table, hash), arrowBytes(table, hash))).toBe(0);
  expect(() => stampedArrow([...tables.values()][0] as never, "short")).toThrow(RangeError);
});
