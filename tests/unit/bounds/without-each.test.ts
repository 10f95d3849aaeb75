import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BoundProblem, boundProblem, boundsWithoutEach } from "../../../src/bounds/index.js";
import { reports } from "./hidden-truth.js";

/** The problem without the statement of a path, taken out of its list. */
function lacking(problem: BoundProblem, path: string): BoundProblem {
  const [, kind = "", index = ""] = /^(\w+)\[(\d+)\]$/.exec(path) ?? [];
  const i = Number(index);
  if (kind === "unknowns") {
    const unknowns = problem.unknowns.map((unknown, k) => (k === i ? { id: unknown.id } : unknown));
    return { ...problem, unknowns };
  }
  const list = problem[kind as "order"] ?? [];
  return { ...problem, [kind]: list.filter((_, k) => k !== i) };
}

const setsOf = (problem: BoundProblem) =>
  boundProblem(problem, { leaveOneOut: false, conflict: false }).bounds.map(({ set }) => set);

/** Two groups and their total, of which one is at least 40. */
const TWO: BoundProblem = {
  unknowns: [{ id: "men" }, { id: "women", low: 40 }],
  shares: { all: { bases: [1, 1], within: 0, name: "weights" } },
  identities: [
    { total: { printed: "40" }, parts: [{ id: "men" }, { id: "women" }], shares: "all", locator: "Table 1" },
  ],
  ask: [{ id: "men" }],
};

describe("boundsWithoutEach", () => {
  it("gives what is possible without each statement, and with any weights", () => {
    expect(boundsWithoutEach(TWO)).toEqual([
      // Men 79 to 81 less women, who then may have any percentage.
      { left: [{ path: "unknowns[1]" }], sets: [[[0, 81]]] },
      { left: [{ path: "identities[0]", locator: "Table 1" }], sets: [[[0, 100]]] },
      // With women of at least 40 and men of any weight.
      { left: [{ path: "shares.all", name: "weights" }], sets: [[[0, 100]]] },
    ]);
  });

  it("frees weights also where their bases stand at the parts", () => {
    const { shares: _, ...rest } = TWO;
    const parts = ["men", "women"].map((id) => ({ id, base: 1 }));
    const problem: BoundProblem = {
      ...rest,
      shares: { all: { within: 0 } },
      identities: [{ total: { printed: "40" }, parts, shares: "all" }],
    };
    expect(boundsWithoutEach(problem).at(-1)).toEqual({
      left: [{ path: "shares.all" }],
      sets: [[[0, 100]]],
    });
  });

  it("leaves out what is one sentence together, where that is asked for", () => {
    const problem: BoundProblem = {
      unknowns: [{ id: "a" }, { id: "b" }, { id: "c" }],
      order: [
        ["a", ">", "b", 10, { name: "a leads", locator: "Figure 1" }],
        ["a", ">", "c", 20, { name: "a leads", locator: "Figure 1" }],
        ["b", ">", "c", 5, { name: "a leads", locator: "Figure 2" }],
      ],
      ask: [{ id: "a" }],
    };
    expect(boundsWithoutEach(problem).map(({ sets }) => sets)).toEqual([
      [[[20, 100]]],
      [[[15, 100]]],
      [[[20, 100]]],
    ]);
    const together = boundsWithoutEach(problem, { sentences: true });
    expect(together.map(({ left, sets }) => [left.map(({ path }) => path), sets])).toEqual([
      [["order[0]", "order[1]"], [[[0, 100]]]],
      [["order[2]"], [[[20, 100]]]],
    ]);
  });

  it("finds holes that open or close", () => {
    const pair = (a: string, b: string) => ({ a, b, deff: 1, bases: [100, 100] as const });
    const problem: BoundProblem = {
      unknowns: [{ id: "a" }, { id: "b", low: 40, high: 40 }],
      differ: [pair("a", "b")],
      ask: [{ id: "a" }],
    };
    const [free, whole] = boundsWithoutEach(problem);
    expect(free?.sets[0]).toEqual([[0, 100]]);
    expect(whole?.sets[0]).toEqual([[0, 100]]);
    expect(setsOf(problem)[0]).toHaveLength(2);
    expect(boundsWithoutEach({ ...problem, ranges: [{ id: "a", high: 90 }] })[1]?.sets[0]).toHaveLength(2);
  });

  it("gives nothing where nothing agrees without it either", () => {
    const problem: BoundProblem = {
      unknowns: [{ id: "a", low: 60 }],
      ranges: [
        { id: "a", high: 50 },
        { id: "a", high: 40 },
      ],
    };
    expect(boundsWithoutEach(problem).map(({ sets }) => sets[0])).toEqual([[[0, 40]], [], []]);
  });

  it("is boundProblem on the problem without the statement", () => {
    let compared = 0;
    fc.assert(
      fc.property(reports({ most: 3 }), ({ problem }) => {
        const asked = { ...problem, ask: [{ id: problem.unknowns.at(-1)?.id ?? "" }] };
        for (const { left, sets } of boundsWithoutEach(asked)) {
          const path = left[0]?.path ?? "";
          if (path.startsWith("shares.")) continue;
          const expected = setsOf(lacking(asked, path));
          expect(
            sets.map((set) => set.length),
            path,
          ).toEqual(expected.map((set) => set.length));
          sets.flat(2).forEach((end, i) => {
            expect(Math.abs(end - (expected.flat(2)[i] ?? Number.NaN)), path).toBeLessThan(0.002);
          });
          compared++;
        }
      }),
      { seed: 7, numRuns: 40 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});
