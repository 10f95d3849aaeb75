import { describe, expect, it } from "vitest";
import {
  type BoundProblem,
  checkSystem,
  MAX_R_HAT,
  MIN_EFFECTIVE,
  mixingOf,
  sampleSystems,
} from "../../../src/bounds/index.js";

/** The draws of one unknown. */
const drawsOf = (problem: BoundProblem, id: string, seed = 7, draws = 1000) =>
  sampleSystems(problem, { seed, draws }).draws.map(({ values }) => values[id] as number);
const mean = (x: readonly number[]) => x.reduce((sum, value) => sum + value, 0) / x.length;
/** 1 per thousand in the upper tail of chi-squared with 15 degrees of freedom. */
const CHI_15 = 37.7;

const unknowns = (...ids: string[]) => ids.map((id) => ({ id }));

describe("what is drawn", () => {
  it("are the order statistics of a box cut by an order: their means and their middle's variance", () => {
    const problem: BoundProblem = {
      unknowns: unknowns("a", "b", "c", "d"),
      order: [
        ["a", "<", "b"],
        ["b", "<", "c"],
        ["c", "<", "d"],
      ],
    };
    const { draws, mixed } = sampleSystems(problem, { seed: 3, draws: 1000, thin: 60 });
    expect(mixed).toBe(true);
    // Of four uniform numbers the k-th has mean k / 5 and variance k (5 - k) / 150.
    ["a", "b", "c", "d"].forEach((id, i) => {
      const values = draws.map((draw) => draw.values[id] as number);
      const k = i + 1;
      expect(mean(values)).toBeCloseTo(20 * k, -0.3);
      const variance = mean(values.map((x) => (x - 20 * k) ** 2));
      expect(variance / ((1e4 * k * (5 - k)) / 150)).toBeCloseTo(1, 0.8);
    });
  });

  it("lie in a simplex with its mean, in its own plane", () => {
    const problem: BoundProblem = {
      unknowns: [...unknowns("a", "b", "c", "d"), { id: "all", low: 100, high: 100 }],
      identities: [{ total: { id: "all" }, parts: unknowns("a", "b", "c", "d"), sum: true }],
    };
    const { draws } = sampleSystems(problem, { seed: 5, draws: 1000 });
    for (const { values } of draws.slice(0, 200))
      expect(["a", "b", "c", "d"].reduce((sum, id) => sum + (values[id] as number), 0)).toBeCloseTo(100, 6);
    // A part of a flat Dirichlet of four: mean 1/4, and above x with probability (1 - x)³.
    const a = draws.map(({ values }) => values.a as number);
    expect(mean(a)).toBeCloseTo(25, -0.3);
    for (const x of [0.1, 0.3, 0.5])
      expect(a.filter((value) => value > 100 * x).length / a.length).toBeCloseTo((1 - x) ** 3, 1.4);
  });

  it.each([
    ["a square", { unknowns: unknowns("x", "y") }],
    // Sheared and stretched to a band of 2 points around the line y = x, cut where it leaves the square.
    [
      "a narrow band",
      {
        unknowns: [...unknowns("x"), { id: "y" }, { id: "lead", high: 2 }],
        identities: [{ total: { id: "y" }, parts: unknowns("x", "lead"), sum: true }],
        ranges: [{ id: "x", low: 10, high: 90 }],
      },
    ],
  ] satisfies [string, BoundProblem][])(
    "fill %s evenly: sixteen fields of one size, by chi-squared",
    (_, problem) => {
      const { draws } = sampleSystems(problem, { seed: 11, draws: 800, thin: 60 });
      const fields = new Array<number>(16).fill(0);
      for (const { values } of draws) {
        const [x, y] =
          problem.unknowns.length === 2
            ? [(values.x as number) / 100, (values.y as number) / 100]
            : [((values.x as number) - 10) / 80, (values.lead as number) / 2];
        const field = 4 * Math.min(3, Math.floor(4 * x)) + Math.min(3, Math.floor(4 * y));
        fields[field] = (fields[field] as number) + 1;
      }
      const expected = draws.length / 16;
      const chi = fields.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
      expect(chi).toBeLessThan(CHI_15);
    },
  );

  it("agree with every statement, printed means and shares included, from chain to chain the same for a seed", () => {
    const problem: BoundProblem = {
      unknowns: unknowns("a", "b", "c"),
      identities: [
        {
          total: { printed: "40" },
          parts: [
            { id: "a", base: 100 },
            { id: "b", base: 300 },
            { id: "c", base: 200 },
          ],
          shareTolerance: 0,
        },
      ],
      order: [["a", ">", "b", 3]],
      ranges: [{ id: "c", low: 20, high: 60 }],
    };
    const sample = sampleSystems(problem, { seed: 1, draws: 100 });
    expect(sample.draws.length).toBe(400);
    for (const draw of sample.draws) expect(checkSystem(problem, draw)).toEqual([]);
    expect(sampleSystems(problem, { seed: 1, draws: 100 })).toEqual(sample);
    expect(sampleSystems(problem, { seed: 2, draws: 100 }).draws[0]).not.toEqual(sample.draws[0]);
    expect(drawsOf(problem, "c", 1, 100).some((x) => x > 50)).toBe(true);
  });
});

describe("what is refused", () => {
  const parts = [
    { id: "a", base: 1 },
    { id: "b", base: 1 },
  ];
  it.each<[string, Partial<BoundProblem>, string]>([
    [
      "shares that are not fixed",
      { identities: [{ total: { printed: "50" }, parts, name: "the whole" }] },
      "identities[0] (the whole): not linear",
    ],
    [
      "significance",
      { significant: [{ greater: "a", less: "b", deff: 1, bases: [100, 100] }] },
      "significant[0]: not linear",
    ],
    [
      "no significance",
      { notSignificant: [{ a: "a", b: "b", deff: 1, bases: [100, 100] }] },
      "notSignificant[0]: not linear",
    ],
    ["a contradiction", { ranges: [{ id: "a", high: 10 }], order: [["a", ">", "b", 20]] }, "nothing agrees"],
    ["no inside", { order: [["a", ">", "b", 50]], ranges: [{ id: "a", high: 50 }] }, "no room inside"],
  ])("%s", (_, statements, message) => {
    const problem = { unknowns: unknowns("a", "b"), ...statements };
    expect(() => sampleSystems(problem, { seed: 1 })).toThrow(message);
  });

  it("options out of range", () => {
    const problem = { unknowns: unknowns("a") };
    for (const options of [
      { seed: 0.5 },
      { seed: 1, draws: 9 },
      { seed: 1, chains: 1 },
      { seed: 1, thin: 0 },
    ])
      expect(() => sampleSystems(problem, options)).toThrow(RangeError);
  });
});

describe("mixing", () => {
  const wave = (shift: number) => Array.from({ length: 100 }, (_, i) => shift + ((i * 37) % 100));
  it("is told of chains that cover the same, and not of chains that stay apart or drift", () => {
    expect(mixingOf([wave(0), wave(0)]).rHat).toBeLessThan(MAX_R_HAT);
    expect(mixingOf([wave(0), wave(80)]).rHat).toBeGreaterThan(1.3);
    const drift = Array.from({ length: 100 }, (_, i) => i);
    expect(mixingOf([drift, drift]).rHat).toBeGreaterThan(1.5);
    expect(mixingOf([drift, drift]).effective).toBeLessThan(10);
    expect(mixingOf([new Array(8).fill(1), new Array(8).fill(1)])).toEqual({ rHat: 1, effective: 16 });
    expect(() => mixingOf([wave(0)])).toThrow(RangeError);
  });

  it("fails where draws lie too close together, and passes with more steps between them", () => {
    const problem: BoundProblem = {
      unknowns: Array.from({ length: 12 }, (_, i) => ({ id: `q${i}` })),
      identities: [
        {
          total: { printed: "61" },
          parts: Array.from({ length: 12 }, (_, i) => ({ id: `q${i}`, base: 1 })),
          shareTolerance: 0,
        },
      ],
    };
    expect(sampleSystems(problem, { seed: 1, draws: 40, thin: 1 }).mixed).toBe(false);
    const { mixed, mixing } = sampleSystems(problem, { seed: 1 });
    expect(mixed).toBe(true);
    expect(Math.min(...Object.values(mixing).map(({ effective }) => effective))).toBeGreaterThan(
      MIN_EFFECTIVE,
    );
  });
});
