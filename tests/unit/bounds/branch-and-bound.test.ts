import { describe, expect, it } from "vitest";
import { leastObjective, type Node } from "../../../src/bounds/branch-and-bound.js";
import type { BoundProblem } from "../../../src/bounds/index.js";
import { askObjective, solvable } from "../../../src/bounds/solvable.js";
import { statementsOf } from "../../../src/bounds/statements.js";

const PROBLEM: BoundProblem = {
  unknowns: [{ id: "a" }, { id: "b", low: 49, high: 51 }],
  differ: [{ a: "a", b: "b", deff: 2, bases: [150, 400] }],
  ranges: [{ id: "a", low: 48 }],
};
const system = solvable(PROBLEM, statementsOf(PROBLEM));
const objective = askObjective(system, { id: "a" });
const search = (options: Parameters<typeof leastObjective>[2] = {}) => {
  if (system.prepared === null) throw new Error("nothing agrees");
  return leastObjective(system.prepared, objective, options);
};

describe("leastObjective", () => {
  it("proves a little less than it attains, by the solver's tolerance at least and the precision at most", () => {
    for (const precision of [0.0005, 0.1]) {
      const least = search({ precision });
      const behind = (least?.attained ?? 0) - (least?.proven ?? 0);
      expect(behind).toBeGreaterThan(0.9e-7);
      expect(behind).toBeLessThanOrEqual(precision + 1e-6);
    }
  });

  it("tells of every case that is done with, of which none may lie below what is proven", () => {
    const closed: { node: Node; least: number }[] = [];
    const least = search({ closed: (node, value) => closed.push({ node, least: value }) });
    expect(closed.length).toBeGreaterThan(1);
    expect(Math.min(...closed.map((c) => c.least))).toBeCloseTo(least?.proven ?? 0, 9);
  });

  it("gives up aloud after so many cases", () => {
    expect(() => search({ mostNodes: 1 })).toThrow("did not end within 1 cases");
  });
});
