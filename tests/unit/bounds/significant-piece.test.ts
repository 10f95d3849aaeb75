import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DifferenceBounds } from "../../../src/bounds/difference-bounds.js";
import { significanceEllipse } from "../../../src/bounds/ellipse.js";
import type { Row } from "../../../src/bounds/program.js";
import { significantPiece } from "../../../src/bounds/significant-piece.js";

const Z = 1.959963984540054;
const percentage = fc.integer({ min: 0, max: 10_000 }).map((x) => x / 100);
const base = fc.integer({ min: 20, max: 3000 });
const cases = fc.record({
  bases: fc.tuple(base, base),
  deff: fc.constantFrom(1, 1.5, 3),
  limits: fc
    .tuple(percentage, percentage)
    .map(([p, q]): [number, number] => [Math.min(p, q), Math.max(p, q)]),
  greater: percentage,
  less: percentage,
});

const beyond = (a: number, b: number, deff: number, [na, nb]: readonly [number, number]) =>
  a - b - Z * Math.sqrt(deff * ((a * (100 - a)) / na + (b * (100 - b)) / nb));
const obeys = (rows: readonly Row[], x: readonly number[], room: number) =>
  rows.every(({ index, coefficient, low, high }) => {
    const sum = index.reduce((s, i, k) => s + (coefficient[k] ?? 0) * (x[i] ?? 0), 0);
    return sum >= low - room && sum <= high + room;
  });

describe("a significant difference", () => {
  it("has a relaxation that every pair obeys that differs so, within the limits of the greater figure", () => {
    let held = 0;
    fc.assert(
      fc.property(cases, ({ bases, deff, limits: [low, high], greater, less }) => {
        const x = [low + (high - low) * (greater / 100), less];
        if (beyond(x[0] ?? 0, less, deff, bases) < 0 || (x[0] ?? 0) < less + 0.01) return;
        held++;
        const piece = significantPiece(0, 1, significanceEllipse(deff, bases, ""), "ab", 0);
        const bounds = DifferenceBounds.from([low, 0], [high, 100], []);
        if (bounds === null) throw new Error("no limits");
        expect(obeys(piece.relax(bounds, undefined), x, 1e-6)).toBe(true);
      }),
      { seed: 1, numRuns: 2000 },
    );
    expect(held).toBeGreaterThan(300);
  });

  it("holds wherever its inner rows do", () => {
    let held = 0;
    fc.assert(
      fc.property(cases, percentage, ({ bases, deff, greater, less }, at) => {
        const piece = significantPiece(0, 1, significanceEllipse(deff, bases, ""), "ab", 0);
        if (!obeys(piece.inner([at, 0], 0), [greater, less], 0)) return;
        held++;
        expect(beyond(greater, less, deff, bases)).toBeGreaterThan(-1e-6);
      }),
      { seed: 2, numRuns: 5000 },
    );
    expect(held).toBeGreaterThan(300);
  });
});
