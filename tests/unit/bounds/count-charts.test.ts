import { describe, expect, it } from "vitest";
import {
  type BoundProblem,
  boundProblem,
  compatibleCharts,
  countCharts,
  oneWayRanges,
} from "../../../src/bounds/index.js";

const ids = ["a", "b", "c"];

/** Three bars in a few percent, so that every chart can be looked at by the search. */
function problem(statements: Partial<BoundProblem>): BoundProblem {
  return {
    unknowns: [
      { id: "a", low: 20, high: 70 },
      { id: "b", low: 30, high: 50 },
      { id: "c", low: 35, high: 52 },
    ],
    shares: { all: { bases: [120, 400, 300], within: 0.1 } },
    identities: [{ total: { printed: "42" }, parts: ids.map((id) => ({ id })), shares: "all" }],
    ...statements,
  };
}

const CASES: readonly (readonly [string, BoundProblem])[] = [
  ["no order", problem({})],
  ["an order", problem({ order: [["b", "<", "c", 2]] })],
  [
    "a significant difference",
    problem({ significant: [{ greater: "b", less: "a", deff: 1.5, bases: [400, 120] }] }),
  ],
  [
    "two differences without a direction",
    problem({
      differ: [
        { a: "a", b: "b", deff: 1, bases: [120, 400] },
        { a: "b", b: "c", deff: 1, bases: [400, 300] },
      ],
    }),
  ],
  [
    "a difference and a contrary order, so that one direction is left",
    problem({ order: [["a", ">", "c"]], differ: [{ a: "a", b: "c", deff: 2, bases: [120, 300] }] }),
  ],
  [
    "a factor for the shares",
    problem({ shares: { all: { bases: [120, 400, 300], factor: 2 } }, order: [["a", ">=", "c"]] }),
  ],
];

describe("countCharts", () => {
  it.each(CASES)("counts the charts that the search finds one by one: %s", (_, given) => {
    const found = compatibleCharts(given);
    expect(found.count).toBeGreaterThan(50);
    const counted = countCharts(given, ids);
    expect(counted.count).toBe(found.count);
    expect(counted.frequency).toEqual(found.frequency);
    // Whatever the order in which bars are set, and with a bar left out.
    expect(countCharts(given, ["c", "a", "b"]).frequency).toEqual(found.frequency);
    expect(countCharts(given, ["b", "c"]).frequency).toEqual(
      compatibleCharts(given, { ids: ["b", "c"] }).frequency,
    );
  });

  it("counts with two bars read as one in the mean", () => {
    const given: BoundProblem = {
      unknowns: [
        { id: "a", low: 30, high: 60 },
        { id: "b", low: 30, high: 45 },
        { id: "c", low: 35, high: 45 },
        { id: "bc" },
      ],
      shares: { all: { bases: [100, 300], factor: 2 }, inner: { bases: [200, 100], factor: 2 } },
      identities: [
        { total: { printed: "42" }, parts: [{ id: "a" }, { id: "bc" }], shares: "all" },
        { total: { id: "bc" }, parts: [{ id: "b" }, { id: "c" }], shares: "inner" },
      ],
      significant: [{ greater: "a", less: "bc", deff: 1, bases: [100, 300] }],
    };
    const found = compatibleCharts(given, { ids });
    expect(found.count).toBeGreaterThan(50);
    expect(countCharts(given, ids).frequency).toEqual(found.frequency);
  });

  it("counts by hand two halves of one, neither above 2", () => {
    const given: BoundProblem = {
      unknowns: [
        { id: "a", high: 2 },
        { id: "b", high: 2 },
      ],
      identities: [
        {
          total: { printed: "1" },
          parts: [
            { id: "a", base: 1 },
            { id: "b", base: 1 },
          ],
          shareTolerance: 0,
        },
      ],
    };
    // The sum lies from 1 to 3 without its end; two that print 0 are below 1, a 1 and a 2 are at least 2, two 2s at least 3.
    expect(countCharts(given, ["a", "b"])).toEqual({
      count: 7,
      frequency: {
        a: [
          [0, 2],
          [1, 3],
          [2, 2],
        ],
        b: [
          [0, 2],
          [1, 3],
          [2, 2],
        ],
      },
    });
  });

  it.each<[string, Partial<BoundProblem>]>([
    ["no significance", { notSignificant: [{ a: "a", b: "b", deff: 1, bases: [1, 1] }] }],
    ["equal figures", { order: [["a", "=", "b"]] }],
    ["a sum", { identities: [{ total: { printed: "42" }, parts: ids.map((id) => ({ id })), sum: true }] }],
    ["no total", { identities: [] }],
    ["shares in order", { shares: { all: { nondecreasing: true } } }],
  ])("refuses %s", (_, statements) => {
    expect(() => countCharts(problem(statements), ids)).toThrow(RangeError);
  });
});

describe("oneWayRanges", () => {
  it.each(CASES)("are the ranges that the search proves: %s", (_, given) => {
    const ranges = oneWayRanges({ ...given, ends: "closed" });
    const { bounds } = boundProblem(given, { leaveOneOut: false });
    ids.forEach((id, i) => {
      const found = ranges[id] ?? [];
      const bound = bounds[i];
      expect(Math.min(...found.map(([low]) => low))).toBeCloseTo(bound?.low ?? Number.NaN, 3);
      expect(Math.max(...found.map(([, high]) => high))).toBeCloseTo(bound?.high ?? Number.NaN, 3);
    });
  });
});
