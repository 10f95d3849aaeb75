import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BoundProblem, boundProblem, type Order } from "../../../src/bounds/index.js";
import { boxVertices, type HalfSpace, rangeOverVertices, significanceTangents } from "./brute-force.js";

const IDS = ["a", "b", "c", "d"] as const;

type Kind = "free" | "within" | "factor" | "growth" | "growing";

const limit = fc.integer({ min: 0, max: 20 }).map((k) => 5 * k);
const range = fc.tuple(limit, limit).map(([p, q]) => ({ low: Math.min(p, q), high: Math.max(p, q) }));
const pairOf = (n: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: n - 1 }), fc.integer({ min: 1, max: n - 1 }))
    .map(([i, k]) => [i, (i + k) % n] as const);

/** Two to four unknowns with ranges, a printed total with shares of its own, and orders. */
const systems = (most: number) =>
  fc.integer({ min: 2, max: most }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      ranges: fc.array(range, { minLength: n, maxLength: n }),
      total: fc.integer({ min: 0, max: 100 }),
      kind: fc.constantFrom<Kind>("free", "within", "factor", "growth", "growing"),
      bases: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: n, maxLength: n }),
      orders: fc.array(fc.tuple(pairOf(n), fc.integer({ min: 0, max: 12 })), { maxLength: 2 }),
      ask: pairOf(n),
      askOne: fc.boolean(),
    }),
  );
type Made = ReturnType<typeof systems> extends fc.Arbitrary<infer T> ? T : never;

function problemOf({ n, ranges, total, kind, bases, orders, ask, askOne }: Made): BoundProblem {
  const based = kind === "within" || kind === "factor";
  const [i, j] = ask.map((k) => IDS[k] as string) as [string, string];
  return {
    unknowns: ranges.map((r, k) => ({ id: IDS[k] as string, ...r })),
    shares: {
      s: {
        ...(based ? { bases } : {}),
        ...(kind === "within" ? { within: 0.3 } : {}),
        ...(kind === "factor" ? { factor: 2 } : {}),
        ...(kind === "growth" ? { growthAtMost: 3 } : {}),
        ...(kind === "growing" ? { nondecreasing: true } : {}),
      },
    },
    identities: [
      {
        total: { printed: String(total) },
        parts: Array.from({ length: n }, (_, k) => ({ id: IDS[k] as string })),
        shares: "s",
      },
    ],
    order: orders.map(([[p, q], least]): Order => [IDS[p] as string, ">", IDS[q] as string, least]),
    ask: [askOne ? { id: i } : { difference: [i, j] }],
  };
}

function halfSpaces({ n, ranges, orders }: Made): HalfSpace[] {
  const unit = (i: number, c: number, j = -1) =>
    Array.from({ length: n }, (_, k) => (k === i ? c : k === j ? -c : 0));
  return [
    ...ranges.flatMap(({ low, high }, i) => [
      { coefficients: unit(i, 1), limit: high },
      { coefficients: unit(i, -1), limit: -low },
    ]),
    ...orders.map(([[p, q], least]) => ({ coefficients: unit(p, -1, q), limit: -least })),
  ];
}

function vertices({ n, kind, bases }: Made): number[][] {
  if (kind === "growth" || kind === "growing") {
    return Array.from({ length: n }, (_, step) => {
      const w = Array.from({ length: n }, (_, i) => (i < n - step ? (kind === "growth" ? 1 : 0) : 3));
      const all = step === 0 ? w.map(() => 1) : w;
      const sum = all.reduce((s, x) => s + x, 0);
      return all.map((x) => x / sum);
    });
  }
  const sum = bases.reduce((s, b) => s + b, 0);
  const low = bases.map((b) => (kind === "free" ? 0 : kind === "within" ? (0.7 * b) / sum : b / sum / 2));
  const high = bases.map((b) =>
    Math.min(1, kind === "free" ? 1 : kind === "within" ? (1.3 * b) / sum : (2 * b) / sum),
  );
  return boxVertices(low, high);
}

/** The union over which vertex holds the total down and which up, each a polytope, of the ranges over its vertices. */
function bruteForce(made: Made, more: readonly HalfSpace[] = []): { low: number; high: number } | null {
  const { n, total, ask, askOne } = made;
  const objective = Array.from({ length: n }, (_, k) =>
    k === ask[0] ? 1 : k === ask[1] && !askOne ? -1 : 0,
  );
  const shares = vertices(made);
  let all: { low: number; high: number } | null = null;
  for (const down of shares) {
    for (const up of shares) {
      const found = rangeOverVertices(
        [
          ...halfSpaces(made),
          { coefficients: down, limit: total + 0.5 },
          { coefficients: up.map((w) => -w), limit: -Math.max(0, total - 0.5) },
          ...more,
        ],
        objective,
      );
      if (found === null) continue;
      all =
        all === null ? found : { low: Math.min(all.low, found.low), high: Math.max(all.high, found.high) };
    }
  }
  return all;
}

function expectAgreement(problem: BoundProblem, expected: { low: number; high: number } | null): void {
  const { feasible, bounds } = boundProblem(problem, { leaveOneOut: false, holes: false, conflict: false });
  expect(feasible).toBe(expected !== null);
  if (expected === null) return;
  expect(Math.abs((bounds[0]?.low ?? Number.NaN) - expected.low)).toBeLessThan(0.001);
  expect(Math.abs((bounds[0]?.high ?? Number.NaN) - expected.high)).toBeLessThan(0.001);
}

describe("bounds by brute force", () => {
  it("are those over the vertices of every case for up to three unknowns and every kind of share vector", () => {
    fc.assert(
      fc.property(systems(3), (made) => expectAgreement(problemOf(made), bruteForce(made))),
      { seed: 1, numRuns: 300 },
    );
  });

  it("are those over the vertices of every case for four unknowns", () => {
    fc.assert(
      fc.property(
        systems(4).filter(({ n, kind }) => n === 4 && kind !== "factor" && kind !== "within"),
        (made) => expectAgreement(problemOf(made), bruteForce(made)),
      ),
      { seed: 2, numRuns: 40 },
    );
  });

  it("are those over fine tangents where a difference is significant", () => {
    fc.assert(
      fc.property(
        systems(3).filter(({ kind, n }) => n === 2 || kind === "growth"),
        fc.constantFrom<[number, number]>([60, 900], [300, 80], [40, 40]),
        (made, bases) => {
          const problem = problemOf(made);
          const [greater, less] = made.ask;
          const significant = [
            { greater: IDS[greater] as string, less: IDS[less] as string, deff: 1.5, bases },
          ];
          const found = significanceTangents(made.n, greater, less, 1.5, bases, 0.5).flatMap((tangent) => {
            const range = bruteForce(made, [tangent]);
            return range === null ? [] : [range];
          });
          const { bounds } = boundProblem({ ...problem, significant }, { leaveOneOut: false, holes: false });
          if (found.length === 0) return;
          const expected = {
            low: Math.min(...found.map((r) => r.low)),
            high: Math.max(...found.map((r) => r.high)),
          };
          // Tangents lie inside: what they find is possible, and the curve bends by less than 0.01 between them.
          expect(bounds[0]?.low).toBeLessThan(expected.low + 0.001);
          expect(bounds[0]?.high).toBeGreaterThan(expected.high - 0.001);
          expect(bounds[0]?.low).toBeGreaterThan(expected.low - 0.01);
          expect(bounds[0]?.high).toBeLessThan(expected.high + 0.01);
        },
      ),
      { seed: 3, numRuns: 12 },
    );
  });

  it("are those over a fine grid of shares where one vector serves two totals", () => {
    const unit = (i: number, c: number) => Array.from({ length: 4 }, (_, k) => (k === i ? c : 0));
    const mean = (first: number, w: number) =>
      Array.from({ length: 4 }, (_, k) => (k === first ? w : k === first + 1 ? 1 - w : 0));
    fc.assert(
      fc.property(
        fc.array(range, { minLength: 4, maxLength: 4 }),
        fc.tuple(fc.integer({ min: 20, max: 80 }), fc.integer({ min: 20, max: 80 })),
        fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
        (ranges, totals, bases) => {
          const share = bases[0] / (bases[0] + bases[1]);
          const found = (w: number) =>
            rangeOverVertices(
              [
                ...ranges.flatMap(({ low, high }, i) => [
                  { coefficients: unit(i, 1), limit: high },
                  { coefficients: unit(i, -1), limit: -low },
                ]),
                ...totals.flatMap((total, k) => [
                  { coefficients: mean(2 * k, w), limit: total + 0.5 },
                  { coefficients: mean(2 * k, w).map((c) => -c), limit: 0.5 - total },
                ]),
                // The first figure is above the third by at least 2, so that the two totals speak of one another.
                { coefficients: [-1, 0, 1, 0], limit: -2 },
              ],
              [0, 1, 0, -1],
            );
          let expected: { low: number; high: number } | null = null;
          const look = (from: number, to: number, end: "low" | "high", rounds: number) => {
            let best: { w: number; value: number } | null = null;
            for (let k = 0; k <= 24; k++) {
              const w = from + ((to - from) * k) / 24;
              const at = found(w);
              if (at === null) continue;
              expected = {
                low: Math.min(at.low, expected?.low ?? Infinity),
                high: Math.max(at.high, expected?.high ?? -Infinity),
              };
              const value = end === "low" ? at.low : -at.high;
              if (best === null || value < best.value) best = { w, value };
            }
            if (best === null || rounds === 0) return;
            const step = (to - from) / 24;
            look(Math.max(from, best.w - step), Math.min(to, best.w + step), end, rounds - 1);
          };
          for (const end of ["low", "high"] as const) {
            // Both shares stay within 0.2 of their own: the smaller one binds.
            const reach = 0.2 * Math.min(share, 1 - share);
            look(share - reach, share + reach, end, 2);
          }
          const { feasible, bounds } = boundProblem(
            {
              unknowns: ranges.map((r, k) => ({ id: IDS[k] as string, ...r })),
              shares: { s: { bases, within: 0.2 } },
              identities: totals.map((total, k) => ({
                total: { printed: String(total) },
                parts: [{ id: IDS[2 * k] as string }, { id: IDS[2 * k + 1] as string }],
                shares: "s",
              })),
              order: [["a", ">", "c", 2]],
              ask: [{ difference: ["b", "d"] }],
            },
            { leaveOneOut: false, holes: false, conflict: false },
          );
          // A grid misses what only shares between its points allow.
          const grid = expected as { low: number; high: number } | null;
          if (grid === null) return;
          expect(feasible).toBe(true);
          expect(Math.abs((bounds[0]?.low ?? Number.NaN) - grid.low)).toBeLessThan(0.002);
          expect(Math.abs((bounds[0]?.high ?? Number.NaN) - grid.high)).toBeLessThan(0.002);
        },
      ),
      { seed: 4, numRuns: 10 },
    );
  });
});
