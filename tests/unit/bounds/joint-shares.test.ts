import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BoundProblem, boundProblem, type Identity } from "../../../src/bounds/index.js";
import { type HalfSpace, polytopeVertices } from "./brute-force.js";
import { brokenStatements } from "./direct-check.js";

interface Made {
  readonly bases: readonly number[];
  readonly shares: readonly number[];
  /** For each measure its true figures, all printed but the first of the last one. */
  readonly measures: readonly (readonly number[])[];
}

const FACTOR = 1.5;

/** Several measures of the groups of one population: one share vector within a factor of the bases. */
const surveys = (groups: { min: number; max: number }, measures: { min: number; max: number }) =>
  fc.tuple(fc.integer(groups), fc.integer(measures)).chain(([n, m]) =>
    fc
      .record({
        bases: fc.array(fc.integer({ min: 50, max: 900 }), { minLength: n, maxLength: n }),
        moved: fc.array(fc.integer({ min: 85, max: 115 }), { minLength: n, maxLength: n }),
        measures: fc.array(fc.array(fc.integer({ min: 100, max: 900 }), { minLength: n, maxLength: n }), {
          minLength: m,
          maxLength: m,
        }),
      })
      .map(({ bases, moved, measures }): Made => {
        const raw = bases.map((b, i) => b * (moved[i] ?? 0));
        const sum = raw.reduce((s, w) => s + w, 0);
        return {
          bases,
          shares: raw.map((w) => w / sum),
          measures: measures.map((x) => x.map((v) => v / 10)),
        };
      }),
  );

const totalOf = ({ shares }: Made, x: readonly number[]) =>
  Math.round(x.reduce((s, v, i) => s + v * (shares[i] ?? 0), 0));

/** The first `lost` groups of the last measures (all measures but the first where more than one) are unknown. */
function problemOf(made: Made, lost = 1): BoundProblem {
  const last = made.measures.length - 1;
  const id = (q: number, i: number) => `${q}-${i}`;
  const isLost = (q: number, i: number) => i < lost && (q === last || (lost > 1 && q > 0));
  return {
    unknowns: made.measures.flatMap((x, q) => x.flatMap((_, i) => (isLost(q, i) ? [{ id: id(q, i) }] : []))),
    shares: { people: { bases: made.bases, factor: FACTOR } },
    identities: made.measures.map(
      (x, q): Identity => ({
        total: { printed: String(totalOf(made, x)) },
        parts: x.map((v, i) => (isLost(q, i) ? { id: id(q, i) } : { printed: String(Math.round(v)) })),
        shares: "people",
      }),
    ),
    ask: [{ id: id(last, 0) }],
  };
}

/**
 * The range of the lost figure, without a search: for given shares it is the total less the others, over its share. That is
 * a linear fraction of the shares, and what the other measures say is linear in them, so its ends lie at vertices.
 */
function rangeByVertices(made: Made): { low: number; high: number } {
  const n = made.bases.length;
  const all = made.bases.reduce((s, b) => s + b, 0);
  // The last share is what is left.
  const half = (c: readonly number[], limit: number): HalfSpace => ({
    coefficients: c.slice(0, -1).map((x) => x - (c.at(-1) ?? 0)),
    limit: limit - (c.at(-1) ?? 0),
  });
  const unit = (i: number, sign: number) => made.bases.map((_, k) => (k === i ? sign : 0));
  const spaces = made.bases.flatMap((b, i) => [
    half(unit(i, 1), Math.min(1, (b / all) * FACTOR)),
    half(unit(i, -1), -b / all / FACTOR),
  ]);
  made.measures.forEach((x, q) => {
    const lost = (i: number) => q === made.measures.length - 1 && i === 0;
    const total = totalOf(made, x);
    const ends = (by: number, open: number) => x.map((v, i) => (lost(i) ? open : Math.round(v) + by));
    spaces.push(half(ends(-0.5, 0), total + 0.5));
    spaces.push(
      half(
        ends(0.5, 100).map((v) => -v),
        0.5 - total,
      ),
    );
  });
  const x = made.measures.at(-1) ?? [];
  const rest = (w: readonly number[], by: number) =>
    w.reduce((s, share, i) => (i === 0 ? s : s + share * (Math.round(x[i] ?? 0) + by)), 0);
  let [low, high] = [100, 0];
  for (const point of polytopeVertices(spaces, n - 1)) {
    const w = [...point, 1 - point.reduce((s, v) => s + v, 0)];
    low = Math.min(low, (totalOf(made, x) - 0.5 - rest(w, 0.5)) / (w[0] ?? 0));
    high = Math.max(high, (totalOf(made, x) + 0.5 - rest(w, -0.5)) / (w[0] ?? 0));
  }
  return { low: Math.max(0, low), high: Math.min(100, high) };
}

const QUICK = { holes: false, leaveOneOut: false };

describe("one share vector that serves several totals", () => {
  it("leaves a lost figure the range that the vertices of its shares give", () => {
    fc.assert(
      fc.property(surveys({ min: 3, max: 4 }, { min: 2, max: 3 }), (made) => {
        const problem = problemOf(made);
        const [bound] = boundProblem(problem, QUICK).bounds;
        if (bound === undefined) throw new Error("nothing agrees");
        const { low, high } = rangeByVertices(made);
        expect(Math.abs(bound.low - low)).toBeLessThan(0.001);
        expect(Math.abs(bound.high - high)).toBeLessThan(0.001);
        for (const system of [bound.attainedLow, bound.attainedHigh])
          expect(brokenStatements(problem, system)).toEqual([]);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("does so for up to six groups, with truth inside where more are lost, in few cases", () => {
    fc.assert(
      fc.property(surveys({ min: 5, max: 6 }, { min: 2, max: 3 }), fc.constantFrom(1, 2), (made, lost) => {
        const problem = problemOf(made, lost);
        const [bound] = boundProblem(problem, QUICK).bounds;
        if (bound === undefined) throw new Error("nothing agrees");
        const truth = made.measures.at(-1)?.[0] ?? 0;
        expect(bound.low).toBeLessThanOrEqual(truth + 1e-6);
        expect(bound.high).toBeGreaterThanOrEqual(truth - 1e-6);
        for (const system of [bound.attainedLow, bound.attainedHigh])
          expect(brokenStatements(problem, system)).toEqual([]);
      }),
      { seed: 2, numRuns: 40 },
    );
  });
});

describe("the parts of shares that serve several totals", () => {
  const problem = (n: number, printed: boolean): BoundProblem => ({
    unknowns: Array.from({ length: n }, (_, i) => ({ id: `u${i}` })),
    shares: { people: {} },
    identities: ["40", "41"].map((total, q) => ({
      total: { printed: total },
      parts: Array.from({ length: n }, (_, i) =>
        printed && i > 0 ? { printed: String(30 + q + 2 * i) } : { id: `u${i}` },
      ),
      shares: "people",
    })),
    ask: [{ id: "u0" }],
  });

  it("may be as many as are printed, and eight that are not", () => {
    expect(boundProblem(problem(12, true), QUICK).feasible).toBe(true);
    expect(() => boundProblem(problem(9, false))).toThrow('shares "people" of 9 parts that are not printed');
  });
});
