import { expect, it } from "vitest";
import { factor } from "../../../../src/stats/design/factor.js";
import { cellsOfMargins } from "../../../../src/stats/weighting/rake.js";

it("numbers the combinations that occur by their first row, with their level of each factor", () => {
  const a = factor(["q", "p", "q", "p", "q"]);
  const b = factor(["x", "y", "z", "y", "x"]);
  const c = factor([1, 1, 1, 2, 1]);
  const { codes, count, levels } = cellsOfMargins([a, b, c]);
  expect(count).toBe(4);
  expect([...codes]).toEqual([0, 1, 2, 3, 0]);
  expect(levels.map((level) => [...level])).toEqual([
    [1, 0, 1, 0],
    [0, 1, 2, 1],
    [0, 0, 0, 1],
  ]);
});
