import { describe, expect, it } from "vitest";
import { type BoundProblem, checkSystem } from "../../../src/bounds/index.js";

const problem: BoundProblem = {
  unknowns: [{ id: "a", low: 10 }, { id: "b" }],
  shares: { s: { bases: [1, 1], within: 0.1 }, g: { growthAtMost: 2 } },
  identities: [
    { total: { printed: "40" }, parts: [{ id: "a" }, { id: "b" }], shares: "s" },
    { total: { id: "a" }, parts: [{ printed: "50" }, { id: "a" }], shares: "g" },
  ],
  order: [
    ["a", ">", "b", 5],
    ["b", "<", "a", 6],
  ],
  ranges: [{ id: "b", high: 31 }],
  significant: [{ greater: "a", less: "b", deff: 1, bases: [400, 400] }],
  differ: [{ a: "b", b: "a", deff: 1, bases: [400, 400] }],
  notSignificant: [{ a: "a", b: "b", deff: 1, bases: [10, 10] }],
};
const agreeing = {
  values: { a: 50, b: 30 },
  shares: { s: [0.5, 0.5], g: [0.4, 0.6] },
  printed: { "identities[0].total": 40, "identities[1].parts[0]": 50 },
};

describe("checkSystem", () => {
  it("finds nothing where every statement holds", () => {
    expect(checkSystem(problem, agreeing)).toEqual([]);
  });

  it.each<[string, object, string, number]>([
    ["a limit of an unknown", { values: { a: 9, b: 30 } }, "unknowns[0]", 1],
    [
      "a total that is not the mean",
      { printed: { ...agreeing.printed, "identities[0].total": 40.25 } },
      "identities[0]",
      0.25,
    ],
    [
      "a printed number outside its rounding",
      { printed: { ...agreeing.printed, "identities[1].parts[0]": 50.75 } },
      "identities[1]",
      0.25,
    ],
    ["a share too far from its base", { shares: { s: [0.7, 0.3], g: [0.4, 0.6] } }, "identities[0]", 0.15],
    ["shares that do not sum to 1", { shares: { s: [0.5, 0.5], g: [0.4, 0.7] } }, "identities[1]", 0.1],
    ["shares that fall", { shares: { s: [0.5, 0.5], g: [0.6, 0.4] } }, "identities[1]", 0.2],
    ["shares that grow too much", { shares: { s: [0.5, 0.5], g: [0.3, 0.7] } }, "identities[1]", 0.1],
    ["an order", { values: { a: 34, b: 30 } }, "order[0]", 1],
    ["an order the other way round", { values: { a: 34, b: 30 } }, "order[1]", 2],
    ["a range", { values: { a: 50, b: 32 } }, "ranges[0]", 1],
    // 1.959964 * sqrt(2400/400 + 2100/400) = 6.573931, and 40 - 30 = 10 lies above it, 35 - 30 does not.
    [
      "a significant difference",
      { values: { a: 35, b: 30 } },
      "significant[0]",
      1.959963984540054 * Math.sqrt((2275 + 2100) / 400) - 5,
    ],
    ["a significant difference the wrong way", { values: { a: 30, b: 90 } }, "significant[0]", 60],
    [
      "a difference",
      { values: { a: 35, b: 30 } },
      "differ[0]",
      1.959963984540054 * Math.sqrt((2275 + 2100) / 400) - 5,
    ],
    ["a difference of nothing from nothing", { values: { a: 0, b: 0 } }, "differ[0]", 2e-6],
    [
      "a difference that is not significant",
      { values: { a: 90, b: 10 } },
      "notSignificant[0]",
      80 - 1.959963984540054 * Math.sqrt(180),
    ],
  ])("finds %s broken, and by how much", (_, change, path, by) => {
    const breach = checkSystem(problem, { ...agreeing, ...change }).find(
      (b) => b.path === path && Math.abs(b.by - by) < 1e-9,
    );
    expect(breach).toBeDefined();
  });

  it("throws a RangeError for a system that lacks a number", () => {
    expect(() => checkSystem(problem, { ...agreeing, values: { a: 50 } })).toThrow("no number for b");
  });
});
