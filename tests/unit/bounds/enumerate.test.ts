import { describe, expect, it } from "vitest";
import { type BoundProblem, compatibleCharts } from "../../../src/bounds/index.js";
import { boxVertices, dot } from "./brute-force.js";

describe("compatibleCharts", () => {
  it("looks once more at each chart whose bars agree one by one", () => {
    // The halves of a total from 49.5 to below 50.5 add up to 99 to below 101: two whole numbers to 99, 100 or 101.
    const problem: BoundProblem = {
      unknowns: [{ id: "a" }, { id: "b" }],
      identities: [
        {
          total: { printed: "50" },
          parts: [
            { id: "a", base: 1 },
            { id: "b", base: 1 },
          ],
          shareTolerance: 0,
        },
      ],
    };
    expect(compatibleCharts(problem).count).toBe(100 + 101 + 100);
  });

  it("counts by hand, each rounding interval without its high end", () => {
    // a = 2 * (0.5 to 1.5) - (0 to 0.5), so 0.5 to 3 without its end: 1, 2 or 3.
    const charts = compatibleCharts(
      {
        unknowns: [{ id: "a" }],
        identities: [
          {
            total: { printed: "1" },
            parts: [
              { printed: "0", base: 1 },
              { id: "a", base: 1 },
            ],
            shareTolerance: 0,
          },
        ],
      },
      { keep: 2 },
    );
    expect(charts.count).toBe(3);
    expect(charts.ranges).toEqual({ a: [1, 3] });
    expect(charts.frequency).toEqual({
      a: [
        [1, 1],
        [2, 1],
        [3, 1],
      ],
    });
    expect(charts.charts).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it("leaves out what agrees only at a high end", () => {
    // The one bar is the total, 0.5 to 1.5 without its end: 1.5 would print 2.
    const one = { unknowns: [{ id: "a" }], identities: [{ total: { printed: "1" }, parts: [{ id: "a" }] }] };
    expect(compatibleCharts(one).ranges.a).toEqual([1, 1]);
    expect(compatibleCharts({ ...one, ends: "closed" }).ranges.a).toEqual([1, 2]);
    // A total of 40 of a and b together: a at least 40.5 less what b is; both at most 40 as printed "40" below 40.5.
    const charts = compatibleCharts({
      unknowns: [{ id: "a" }, { id: "b" }],
      order: [["a", ">=", "b", 1]],
      ranges: [
        { id: "a", low: 40, high: 41 },
        { id: "b", low: 39.5, high: 40 },
      ],
    });
    // b prints 40 (39.5 to 40); a from 40.5 on, which prints 41. In the closed sets a = 40.5 would print 40 too.
    expect(charts.count).toBe(1);
    expect(charts.flattest).toEqual({ a: 41, b: 40 });
  });

  it("counts as a triple loop over the least and greatest mean of each chart does", () => {
    const bases = [65, 300, 500];
    const shares = bases.map((b) => b / 865);
    const vertices = boxVertices(
      shares.map((s) => s * 0.9),
      shares.map((s) => s * 1.1),
    );
    let count = 0;
    let least = 100;
    let most = 0;
    for (let a = 50; a <= 60; a++)
      for (let b = 30; b <= 45; b++)
        for (let c = 30; c <= 45; c++) {
          const low = Math.min(...vertices.map((w) => dot(w, [a - 0.5, b - 0.5, c - 0.5])));
          const high = Math.max(
            ...vertices.map((w) =>
              dot(w, [Math.min(60.4, a + 0.5), Math.min(45.4, b + 0.5), Math.min(45.4, c + 0.5)]),
            ),
          );
          if (low >= 39.5 || high <= 38.5) continue;
          count++;
          const spread = Math.max(a, b, c) - Math.min(a, b, c);
          least = Math.min(least, spread);
          most = Math.max(most, spread);
        }
    const problem: BoundProblem = {
      unknowns: [
        { id: "a", low: 49.5, high: 60.4 },
        { id: "b", low: 29.5, high: 45.4 },
        { id: "c", low: 29.5, high: 45.4 },
      ],
      identities: [
        {
          total: { printed: "39" },
          parts: ["a", "b", "c"].map((id, i) => ({ id, base: bases[i] as number })),
          shareTolerance: 0.1,
        },
      ],
    };
    const charts = compatibleCharts(problem);
    expect(charts.count).toBe(count);
    const spread = (chart: object | null) => {
      const values: number[] = Object.values(chart ?? {});
      return Math.max(...values) - Math.min(...values);
    };
    expect(spread(charts.flattest)).toBe(least);
    expect(spread(charts.steepest)).toBe(most);
    const total = charts.frequency.b?.reduce((s, [, n]) => s + n, 0);
    expect(total).toBe(count);
    expect(() => compatibleCharts(problem, { most: 10 })).toThrow("more than 10 charts");
  });

  it("asks more of the whole numbers themselves under the stricter reading", () => {
    const problem: BoundProblem = {
      unknowns: [
        { id: "a", low: 45, high: 45 },
        { id: "b", low: 30, high: 44 },
      ],
      significant: [{ greater: "a", less: "b", deff: 1, bases: [400, 400] }],
    };
    // 45 - b = 1.959964 sqrt((2475 + b (100 - b)) / 400) at b = 38.19: b prints 30 to 38, and 38 itself is significant.
    expect(compatibleCharts(problem).ranges.b).toEqual([30, 38]);
    // With a at 45.3 the end is 38.49..38.5: some b that prints 38 still agrees, and so does 38; at 44.9 the end is 38.09.
    const wide: BoundProblem = {
      ...problem,
      unknowns: [
        { id: "a", low: 44.5, high: 45.4 },
        { id: "b", low: 30, high: 44 },
      ],
    };
    // Unrounded a up to 45.4 has b up to 38.58, which prints 39; 45 and 39 as whole numbers are not significant.
    expect(compatibleCharts(wide).ranges.b).toEqual([30, 39]);
    expect(compatibleCharts(wide, { reading: "printed" }).ranges.b).toEqual([30, 38]);
  });

  it("throws a RangeError for a bar that is no unknown", () => {
    expect(() => compatibleCharts({ unknowns: [{ id: "a" }] }, { ids: ["x"] })).toThrow(RangeError);
  });
});
