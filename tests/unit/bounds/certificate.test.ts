import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundProblem, type Certificate, certificateOf } from "../../../src/bounds/index.js";
import { reports } from "./hidden-truth.js";

/** What a case proves, by hand: the weighted rows, and each number left over at its worst limit. */
function provenBy({ limits, rows }: Certificate["cases"][number], objective: Record<string, number>): number {
  const left = new Map(Object.entries(objective));
  let value = 0;
  for (const { terms, sense, limit, weight } of rows) {
    expect(weight).toBeGreaterThan(0);
    const sign = sense === "at least" ? weight : -weight;
    value += sign * limit;
    for (const [name, c] of Object.entries(terms)) left.set(name, (left.get(name) ?? 0) - sign * c);
  }
  for (const [name, c] of left) {
    const [low, high] = limits[name] as readonly [number, number];
    value += c > 0 ? c * low : c * high;
  }
  return value;
}

describe("certificateOf", () => {
  it("weights the one statement that a bound rests on", () => {
    const { proves, cases } = certificateOf(
      {
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
      },
      { id: "men" },
      "low",
    );
    // Twice the total, at least 38.5, less the printed part at its highest, 47.5.
    expect(proves).toBeCloseTo(29.5, 9);
    expect(cases).toHaveLength(1);
    expect(cases[0]?.rows).toMatchObject([
      { statement: "identities[0]", terms: { men: 0.5 }, sense: "at least", limit: 38.5, weight: 2 },
    ]);
  });

  it("proves, case by case and by arithmetic alone, ends within 0.001 of those attained", () => {
    let cases = 0;
    fc.assert(
      fc.property(reports({ most: 3 }), ({ problem }) => {
        const ask = { id: problem.unknowns.at(-1)?.id ?? "" };
        const [bound] = boundProblem({ ...problem, ask: [ask] }, { leaveOneOut: false, holes: false }).bounds;
        for (const end of ["low", "high"] as const) {
          const certificate = certificateOf(problem, ask, end);
          const sign = end === "low" ? 1 : -1;
          for (const one of certificate.cases) {
            cases++;
            if (one.proves === null) {
              if (one.rows.length > 0) expect(provenBy(one, {})).toBeGreaterThan(0);
            } else expect(provenBy(one, { [ask.id]: sign })).toBeCloseTo(sign * one.proves, 6);
          }
          expect(Math.abs(certificate.proves - (bound?.[end] ?? Number.NaN))).toBeLessThan(0.002);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
    expect(cases).toBeGreaterThan(120);
  });
});
