import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastObjective } from "../../../src/bounds/branch-and-bound.js";
import { minimiseLinear } from "../../../src/bounds/linear-program.js";
import type { LinearProgram } from "../../../src/bounds/program.js";
import { askObjective, solvable } from "../../../src/bounds/solvable.js";
import { statementsOf } from "../../../src/bounds/statements.js";
import { type PreparedSystem, relaxation } from "../../../src/bounds/system.js";
import { reports } from "./hidden-truth.js";

interface Highs {
  solve(problem: string, options: object): { Status: string; ObjectiveValue: number };
}
const highs = await (createRequire(import.meta.url)("highs") as () => Promise<Highs>)();

/** The least objective by HiGHS with every row wider by `wider`, Infinity where it says that nothing agrees. */
function byHighs({ low, high, rows }: LinearProgram, objective: ArrayLike<number>, wider = 0): number {
  const term = (c: number, i: number) => `${c < 0 ? "-" : "+"} ${Math.abs(c)} x${i}`;
  const lines = ["Minimize", ` obj: ${Array.from(objective, term).join(" ")}`, "Subject To"];
  rows.forEach(({ index, coefficient, low: l, high: h }, r) => {
    const sum = index.map((i, k) => term(coefficient[k] as number, i)).join(" ");
    if (h < Infinity) lines.push(` u${r}: ${sum} <= ${h + wider}`);
    if (l > -Infinity) lines.push(` l${r}: ${sum} >= ${l - wider}`);
  });
  lines.push("Bounds", ...Array.from(low, (l, i) => ` ${l} <= x${i} <= ${high[i]}`), "End");
  const { Status, ObjectiveValue } = highs.solve(lines.join("\n"), {
    primal_feasibility_tolerance: 1e-9,
    dual_feasibility_tolerance: 1e-9,
  });
  if (Status === "Infeasible") return Infinity;
  if (Status !== "Optimal") throw new Error(Status);
  return ObjectiveValue;
}

const programs = fc.integer({ min: 1, max: 8 }).chain((n) =>
  fc.record({
    limits: fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 60 })), {
      minLength: n,
      maxLength: n,
    }),
    objective: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: n, maxLength: n }),
    rows: fc.array(
      fc.record({
        coefficients: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n }),
        from: fc.integer({ min: -300, max: 300 }),
        width: fc.constantFrom(0, 7, 100, Infinity),
      }),
      { maxLength: 10 },
    ),
  }),
);

describe("the linear solver", () => {
  it("agrees with HiGHS on 300 random programmes, also on which have no solution", () => {
    fc.assert(
      fc.property(programs, ({ limits, objective, rows }) => {
        const program: LinearProgram = {
          low: limits.map(([l]) => l),
          high: limits.map(([l, w]) => l + w),
          rows: rows.map(({ coefficients, from, width }) => ({
            index: coefficients.map((_, i) => i),
            coefficient: coefficients,
            low: from,
            high: from + width,
            statement: 0,
          })),
        };
        const found = minimiseLinear(program, objective)?.value ?? Infinity;
        const expected = byHighs(program, objective);
        if (expected === Infinity) expect(found).toBe(Infinity);
        else expect(Math.abs(found - expected)).toBeLessThan(1e-6);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("agrees with HiGHS on the relaxations of the cases that searches end with", () => {
    let compared = 0;
    const compare = (kind: { joint?: boolean; most?: number }, seed: number, runs: number) => {
      for (const { problem } of fc.sample(reports(kind), { seed, numRuns: runs })) {
        const system = solvable(problem, statementsOf(problem));
        const prepared = system.prepared as PreparedSystem;
        const objective = askObjective(system, { id: "x0" });
        let taken = 0;
        leastObjective(prepared, objective, {
          closed({ bounds, added, choices }) {
            if (taken++ > 8) return;
            const program = relaxation(prepared, bounds, added, choices, []);
            if (Array.from(program.low).some((l, i) => l > (program.high[i] as number))) return;
            const found = minimiseLinear(program, objective)?.value ?? Infinity;
            const expected = byHighs(program, objective);
            compared++;
            // Feasible or not may hang by a hair: then HiGHS too says the other for rows a millionth wider or narrower.
            if (found === Infinity) expect(byHighs(program, objective, -1e-6)).toBe(Infinity);
            else if (expected === Infinity) expect(byHighs(program, objective, 1e-6)).toBeLessThan(Infinity);
            else expect(Math.abs(found - expected)).toBeLessThan(1e-5);
          },
        });
      }
    };
    compare({}, 1, 250);
    compare({ joint: true, most: 2 }, 2, 20);
    expect(compared).toBeGreaterThan(300);
  });
});
