import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BoundProblem, boundProblem, checkSystem } from "../../../src/bounds/index.js";
import { type Report, reports } from "./hidden-truth.js";

const QUICK = { leaveOneOut: false };

function expectTruthInside({ problem, truth, answers }: Report, holes = true): void {
  expect(checkSystem(problem, truth)).toEqual([]);
  const { feasible, bounds, conflict } = boundProblem(problem, { ...QUICK, holes });
  expect({ feasible, conflict }).toEqual({ feasible: true, conflict: [] });
  bounds.forEach(({ low, high, set, attainedLow, attainedHigh }, i) => {
    const answer = answers[i] as number;
    expect(set.some(([l, h]) => answer >= l - 1e-6 && answer <= h + 1e-6)).toBe(true);
    expect(set[0]?.[0]).toBe(low);
    expect(set.at(-1)?.[1]).toBe(high);
    for (const [system, end] of [
      [attainedLow, low],
      [attainedHigh, high],
    ] as const) {
      expect(checkSystem(problem, system)).toEqual([]);
      const { values } = system;
      const ids = Object.keys(values).filter((id) => id.startsWith("x"));
      const last = values[ids.at(-1) as string] as number;
      const value = i === 0 ? last : (values.x0 as number) - last;
      expect(Math.abs(value - end)).toBeLessThan(0.001);
    }
  });
}

/** The problem with one statement less of each kind that has one, one kind at a time. */
function* weaker(problem: BoundProblem): Generator<BoundProblem> {
  for (const kind of ["order", "ranges", "significant", "differ", "notSignificant", "identities"] as const) {
    if ((problem[kind]?.length ?? 0) > 0) yield { ...problem, [kind]: problem[kind]?.slice(1) };
  }
}

describe("bounds of reports with a hidden truth", () => {
  it("hold the truth of 420 reports inside, and their ends are attained by systems that break no statement", () => {
    fc.assert(
      fc.property(reports({ most: 4 }), (report) => expectTruthInside(report)),
      { seed: 1, numRuns: 420 },
    );
  });

  it("do so for 80 reports with two totals by one share vector", () => {
    fc.assert(
      fc.property(reports({ joint: true, most: 2 }), (report) => expectTruthInside(report, false)),
      { seed: 2, numRuns: 80 },
    );
  });

  it("never widen when a statement is added", () => {
    fc.assert(
      fc.property(reports({ most: 4 }), ({ problem }) => {
        const { bounds } = boundProblem(problem, { ...QUICK, holes: false });
        for (const less of weaker(problem)) {
          boundProblem(less, { ...QUICK, holes: false }).bounds.forEach(({ low, high }, i) => {
            expect(low).toBeLessThanOrEqual((bounds[i]?.low ?? -Infinity) + 0.001);
            expect(high).toBeGreaterThanOrEqual((bounds[i]?.high ?? Infinity) - 0.001);
          });
        }
      }),
      { seed: 3, numRuns: 60 },
    );
  });
});
