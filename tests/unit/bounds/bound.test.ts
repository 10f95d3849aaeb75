import { describe, expect, it } from "vitest";
import { type BoundProblem, boundProblem, type Order } from "../../../src/bounds/index.js";

const rounded = (set: readonly (readonly [number, number])[] | undefined) =>
  set?.map(([l, h]) => [Math.round(l * 1000) / 1000, Math.round(h * 1000) / 1000]);

describe("boundProblem", () => {
  it("finds the second of two equal groups from the first and the total", () => {
    // 2 times 38.5 to 39.5, less 46.5 to 47.5.
    const { bounds } = boundProblem({
      unknowns: [{ id: "men" }],
      identities: [
        {
          total: { printed: "39" },
          parts: [
            { printed: "47", base: 1 },
            { id: "men", base: 1 },
          ],
          shareTolerance: 0,
        },
      ],
    });
    expect(rounded(bounds[0]?.set)).toEqual([[29.5, 32.5]]);
    expect(bounds[0]?.restsOn).toEqual([{ path: "identities[0]" }]);
    expect(bounds[0]?.attainedLow.printed["identities[0].total"]).toBeCloseTo(38.5, 6);
    expect(bounds[0]?.attainedLow.printed["identities[0].parts[0]"]).toBeCloseTo(47.5, 6);
  });

  it("lets shares move within their distance of the bases, against the figure and for it", () => {
    // Shares 0.45 to 0.55: (38.5 - 0.55 * 47.5) / 0.45 would be lower, (39.5 - 0.55 * 46.5) / 0.45 = 30.944 and
    // (38.5 - 0.55 * 47.5) / 0.45 = 27.5; with 0.45 of the first: (39.5 - 0.45 * 46.5) / 0.55 = 33.7727.
    const { bounds } = boundProblem({
      unknowns: [{ id: "men" }],
      identities: [
        {
          total: { printed: "39" },
          parts: [
            { printed: "47", base: 1 },
            { id: "men", base: 1 },
          ],
          shareTolerance: 0.1,
        },
      ],
    });
    expect(rounded(bounds[0]?.set)).toEqual([[27.5, 33.773]]);
    expect(bounds[0]?.attainedHigh.shares["identities[0]"]?.[0]).toBeCloseTo(0.45, 6);
  });

  it("leaves a hole where a difference is significant without a direction", () => {
    // |40 - b| = 1.96 sqrt(1.5 (40 * 60 / 1800 + b (100 - b) / 120)): (40 - b)² = c1 2400 + c2 b (100 - b) with
    // c1 = 3.8415 * 1.5 / 1800 = 0.0032012 and c2 = 0.0480183 gives b = 30.899 and b = 50.022 by the quadratic formula.
    const c1 = (1.959963984540054 ** 2 * 1.5) / 1800;
    const c2 = (1.959963984540054 ** 2 * 1.5) / 120;
    const [p, q] = [80 + 100 * c2, Math.sqrt((80 + 100 * c2) ** 2 - 4 * (1 + c2) * (1600 - 2400 * c1))];
    const ends = [(p - q) / 2 / (1 + c2), (p + q) / 2 / (1 + c2)];
    const { bounds } = boundProblem({
      unknowns: [{ id: "white", low: 40, high: 40 }, { id: "black" }],
      differ: [{ a: "white", b: "black", deff: 1.5, bases: [1800, 120], name: "said to differ" }],
      ask: [{ id: "black" }],
    });
    expect(rounded(bounds[0]?.set)).toEqual(
      rounded([
        [0, ends[0] as number],
        [ends[1] as number, 100],
      ]),
    );
    expect(bounds[0]?.restsOn).toEqual([
      { path: "unknowns[0]" },
      { path: "differ[0]", name: "said to differ" },
    ]);
  });

  it("takes a directed significant difference as one side of that hole and a non-significant one as its inside", () => {
    const pair = { deff: 1.5, bases: [1800, 120] as const };
    const unknowns = [{ id: "w", low: 40, high: 40 }, { id: "b" }];
    const ask = [{ id: "b" }];
    const set = (statement: Partial<BoundProblem>) =>
      rounded(boundProblem({ unknowns, ask, ...statement }).bounds[0]?.set);
    const [[, near], [far]] = set({ differ: [{ a: "w", b: "b", ...pair }] }) as [number[], number[]];
    expect(set({ significant: [{ greater: "w", less: "b", ...pair }] })).toEqual([[0, near]]);
    expect(set({ significant: [{ greater: "b", less: "w", deff: 1.5, bases: [120, 1800] }] })).toEqual([
      [far, 100],
    ]);
    const [inside] = set({ notSignificant: [{ a: "w", b: "b", ...pair }] }) as [number[]];
    expect(inside[0]).toBeCloseTo(near as number, 2);
    expect(inside[1]).toBeCloseTo(far as number, 2);
  });

  it("weights later parts at most so many times the first where shares grow", () => {
    // A total of 60 (59.5 to 60.5) of a first figure at 80 and a second: shares from (1/2, 1/2) to (1/4, 3/4).
    // Lowest: equal shares, 2 * 59.5 - 80 = 39; highest: (60.5 - 20) / 0.75 = 54.
    const { bounds } = boundProblem({
      unknowns: [{ id: "first", low: 80, high: 80 }, { id: "second" }],
      shares: { quarters: { growthAtMost: 3 } },
      identities: [
        { total: { printed: "60" }, parts: [{ id: "first" }, { id: "second" }], shares: "quarters" },
      ],
      ask: [{ id: "second" }],
    });
    expect(rounded(bounds[0]?.set)).toEqual([[39, 54]]);
  });

  it("gives one share vector to all identities that name it", () => {
    // The first total says w = (50 - 40) / 20 = 0.5 exactly; the second unknown is then (30 - 0.5 * 20) / 0.5 = 40.
    const exact = (id: string, x: number) => ({ id, low: x, high: x });
    const problem = (second: string): BoundProblem => ({
      unknowns: [exact("a", 60), exact("b", 40), exact("t", 50), exact("c", 20), { id: "d" }, exact("u", 30)],
      shares: { people: {}, others: {} },
      identities: [
        { total: { id: "t" }, parts: [{ id: "a" }, { id: "b" }], shares: "people" },
        { total: { id: "u" }, parts: [{ id: "c" }, { id: "d" }], shares: second },
      ],
      ask: [{ id: "d" }],
    });
    const joint = boundProblem(problem("people"), { holes: false }).bounds[0];
    expect(joint?.low).toBeCloseTo(40, 2);
    expect(joint?.high).toBeCloseTo(40, 2);
    expect(rounded(boundProblem(problem("others")).bounds[0]?.set)).toEqual([[30, 100]]);
  });

  it("adds the parts of a sum, and bounds means and differences", () => {
    const { bounds } = boundProblem({
      unknowns: [
        { id: "very", low: 10, high: 20 },
        { id: "fairly", low: 15, high: 40 },
      ],
      identities: [{ total: { printed: "39" }, parts: [{ id: "very" }, { id: "fairly" }], sum: true }],
      ask: [
        { id: "fairly" },
        { difference: ["very", "fairly"] },
        { mean: ["very", "fairly"] },
        { mean: ["very"], minus: ["fairly"] },
      ],
    });
    // fairly = 38.5 - 20 to 39.5 - 10; the difference from 10 - 29.5 to 20 - 18.5.
    expect(bounds.map(({ set }) => rounded(set))).toEqual([
      [[18.5, 29.5]],
      [[-19.5, 1.5]],
      [[19.25, 19.75]],
      [[-19.5, 1.5]],
    ]);
  });

  it("moves with the rounding rule", () => {
    const low = (rounding: BoundProblem["rounding"]) =>
      boundProblem({
        unknowns: [{ id: "a" }],
        identities: [{ total: { printed: "39" }, parts: [{ id: "a" }] }],
        ...(rounding === undefined ? {} : { rounding }),
      }).bounds[0]?.set;
    expect(rounded(low(undefined))).toEqual([[38.5, 39.5]]);
    expect(rounded(low("via-one-decimal"))).toEqual([[38.45, 39.5]]);
    expect(rounded(low("truncated"))).toEqual([[39, 40]]);
  });

  it("says nothing agrees, and names a smallest set of statements that cannot all be true", () => {
    const order: Order[] = [
      ["a", ">", "b", 1, { name: "a above b", locator: "p. 3" }],
      ["b", ">", "c", 1],
      ["c", ">", "d", 1],
      ["d", ">=", "a"],
      ["c", ">", "a", 0],
    ];
    // Dropping one at a time from the front would end with the four of the longer circle.
    const result = boundProblem({ unknowns: ["a", "b", "c", "d"].map((id) => ({ id })), order });
    expect(result.feasible).toBe(false);
    expect(result.bounds).toEqual([]);
    expect(result.conflict).toEqual([
      { path: "order[0]", name: "a above b", locator: "p. 3" },
      { path: "order[1]" },
      { path: "order[4]" },
    ]);
  });

  it("names a total and the ranges of its parts that contradict each other", () => {
    const { feasible, conflict } = boundProblem({
      unknowns: [{ id: "a", high: 30 }, { id: "b" }, { id: "c" }],
      identities: [{ total: { printed: "60" }, parts: [{ id: "a" }, { id: "b" }] }],
      ranges: [
        { id: "b", high: 50 },
        { id: "c", low: 90 },
      ],
    });
    expect(feasible).toBe(false);
    expect(conflict.map((s) => s.path)).toEqual(["unknowns[0]", "identities[0]", "ranges[0]"]);
  });

  it("names only statements whose removal moves an end, not one of two that say the same", () => {
    const { bounds } = boundProblem({
      unknowns: [{ id: "a" }, { id: "b" }],
      ranges: [
        { id: "a", low: 40 },
        { id: "b", low: 20 },
        { id: "b", low: 20 },
      ],
      order: [["b", "<", "a", 30]],
    });
    expect(rounded(bounds[0]?.set)).toEqual([[50, 100]]);
    expect(bounds[0]?.restsOn).toEqual([{ path: "order[0]" }]);
    expect(bounds[1]?.restsOn).toEqual([{ path: "order[0]" }]);
  });

  it("bounds twelve quarters in order under a growing share vector", () => {
    const quarters = Array.from({ length: 12 }, (_, i) => `q${i}`);
    const problem: BoundProblem = {
      unknowns: quarters.map((id) => ({ id })),
      shares: { contacts: { growthAtMost: 1 } },
      identities: [{ total: { printed: "61" }, parts: quarters.map((id) => ({ id })), shares: "contacts" }],
      order: [
        ["q4", ">", "q5"],
        ["q5", ">", "q6"],
        ["q6", ">", "q7"],
      ],
      ranges: quarters.slice(5).map((id) => ({ id, low: 55, high: 65 })),
      ask: [{ mean: quarters.slice(0, 5), minus: quarters.slice(5) }],
    };
    // Equal shares: 12 * 60.5 = 726 = 5 before + 7 after. After all at 65: (726 - 455) / 5 = 54.2, 10.8 below;
    // after all at 55 before is (12 * 61.5 - 385) / 5 = 70.6, 15.6 above.
    expect(rounded(boundProblem(problem, { leaveOneOut: false }).bounds[0]?.set)).toEqual([[-10.8, 15.6]]);
    // Growth up to 2, weights 1, 1, 1, 2, ..., 2 (sum 21). Below: after at 65, 60.5 * 21 - 14 * 65 = 360.5 all in the fourth
    // and fifth, 180.25 / 5 = 36.05, 28.95 below. Above: after at 55, the first three at 100 and the others 110.75
    // together (61.5 * 21 - 14 * 55 = 521.5 = 300 + 2 * 110.75): 82.15, 27.15 above. Other steps give less.
    const growing = { ...problem, shares: { contacts: { growthAtMost: 2 } } };
    expect(rounded(boundProblem(growing, { leaveOneOut: false }).bounds[0]?.set)).toEqual([[-28.95, 27.15]]);
  });

  it("bounds twelve quarters under weights of any size without telling many cases apart", () => {
    // After is at least 51 and the total at most 50.5: some quarter before lies at or below the total.
    const quarters = Array.from({ length: 12 }, (_, i) => `q${i}`);
    const [bound] = boundProblem(
      {
        unknowns: quarters.map((id) => ({ id })),
        identities: [{ total: { printed: "50" }, parts: quarters.map((id) => ({ id })) }],
        ranges: quarters.slice(5).map((id) => ({ id, low: 51, high: 56 })),
        ask: [{ mean: quarters.slice(0, 5), minus: quarters.slice(5) }],
      },
      { leaveOneOut: false, holes: false },
    ).bounds;
    // Four at 100, one at 50.5 with all the weight.
    expect(bound?.high).toBeCloseTo((400 + 50.5) / 5 - 51, 3);
    expect(bound?.low).toBeCloseTo(-56, 3);
  });

  it.each<[string, Partial<BoundProblem>, string]>([
    ["an unknown that is not there", { ranges: [{ id: "x" }] }, 'ranges[0]: there is no unknown "x"'],
    ["limits the wrong way round", { ranges: [{ id: "a", low: 60, high: 50 }] }, "ranges[0]: no range"],
    ["an id that stands twice", { unknowns: [{ id: "a" }, { id: "a" }] }, '"a" stands twice'],
    ["a question about nothing known", { ask: [{ id: "x" }] }, 'ask: there is no unknown "x"'],
    [
      "a design effect of 0",
      { differ: [{ a: "a", b: "b", deff: 0, bases: [1, 1] }] },
      "0 is no design effect",
    ],
    ["a base of 0", { differ: [{ a: "a", b: "b", deff: 1, bases: [0, 1] }] }, "0 is no base"],
    ["an order of a figure and itself", { order: [["a", ">", "a"]] }, "compared with itself"],
    ["equality by some points", { order: [["a", "=", "b", 2]] }, "no least difference"],
    [
      "a tolerance without bases",
      { identities: [{ total: { id: "a" }, parts: [{ id: "b" }], shareTolerance: 0 }] },
      "a base for each part",
    ],
    [
      "shares that are not there",
      { identities: [{ total: { id: "a" }, parts: [{ id: "b" }], shares: "s" }] },
      'no shares "s"',
    ],
    [
      "a number that is none",
      { identities: [{ total: { printed: "39%" }, parts: [{ id: "b" }] }] },
      "no printed number",
    ],
    [
      "bases for another number of parts",
      {
        shares: { s: { bases: [1, 2] } },
        identities: [{ total: { id: "a" }, parts: [{ id: "b" }], shares: "s" }],
      },
      "2 bases for 1 parts",
    ],
  ])("throws a RangeError for %s", (_, change, message) => {
    const problem = { unknowns: [{ id: "a" }, { id: "b" }], ...change };
    expect(() => boundProblem(problem)).toThrow(RangeError);
    expect(() => boundProblem(problem)).toThrow(message);
  });
});
