import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isTooNarrow,
  protect,
  type Rounding,
  type Tables,
} from "../../../../../data-loaders/interviews/disclosure/index.js";
import { measure, oneTable, table, tablesFrom } from "./small-tables.js";

const PLAIN: Rounding = { kind: "plain", base: 5 };
const controlled = (seed: number, base = 5): Rounding => ({ kind: "controlled", base, seed });

const counts = (tables: Tables, rounding: Rounding) =>
  protect(tables, { rounding }).tables.counts[0]?.cells.map(({ count }) => count);

describe("plain rounding", () => {
  it("rounds each count that is shown to the nearest multiple, halves up", () => {
    expect(counts(oneTable({ a: 12, b: 13, c: 57, d: 80 }), PLAIN)).toEqual([10, 15, 55, 80]);
    expect(counts(oneTable({ a: 15, b: 65 }), { kind: "plain", base: 10 })).toEqual([20, 70]);
  });

  it("shows a count that rounds to zero as [low], and says so", () => {
    const { tables } = protect(oneTable({ a: 4, b: 60 }), {
      least: 2,
      width: 2,
      rounding: { kind: "plain", base: 10 },
    });
    expect(tables.counts[0]?.cells.map(({ count }) => count)).toEqual(["[low]", 60]);
    expect(tables.marks).toEqual({ "[low]": "low: more than zero, rounded to zero" });
    expect(tables.rounding).toBe("Counts are rounded to the nearest 10.");
  });

  it("needs no complement where the rounding of the others is room enough, and needs one where it is not", () => {
    const groups = { a: 6, b: 55, c: 80, d: 95, e: 105, f: 110 };
    expect(protect(oneTable(groups)).kept.suppressed).toHaveLength(3);
    const rounded = protect(oneTable(groups), { rounding: PLAIN });
    expect(rounded.kept.suppressed).toEqual([["all/age=a", "primary"]]);
    expect(rounded.audit.counts[0]).toMatchObject({ low: 0, high: 9 });
    // One other alone, shown as 80, is 78 to 82 of 88.
    expect(protect(oneTable({ a: 6, b: 82 }), { rounding: PLAIN }).kept.suppressed).toHaveLength(2);
  });

  it("is no room where a percentage beside the count, with its standard error, gives it away", () => {
    const ages = table("all", "age", { a: 6, b: 57, c: 82, d: 93, e: 107, f: 112 });
    const answers = { a: 3, b: 20, c: 30, d: 40, e: 50, f: 60 };
    const tables = tablesFrom([{ id: "all", total: 457 }], [ages], [measure(ages, answers)]);
    expect(protect(tables, { rounding: PLAIN, answers: false }).kept.suppressed).toHaveLength(3);
  });

  it("is room beside a weighted percentage, as far as the weights reach", () => {
    const groups = { a: 6, b: 57, c: 82, d: 93, e: 107, f: 112 };
    const tablesWith = (spread: number): Tables => {
      const estimate = (count: number) => {
        const answers = Math.round(count / 3);
        return {
          share: {
            answers,
            percentage: answers === 0 ? "0" : ((100 * answers) / count).toFixed(0),
            weighted: { answers, others: count - answers },
          },
          details: null,
        };
      };
      const total = 457;
      const all = Object.values(groups).reduce((sum, n) => sum + Math.round(n / 3), 0);
      return {
        ...tablesFrom([{ id: "all", total }], [table("all", "age", groups)]),
        measures: [
          {
            id: "satisfied",
            base: "all",
            all: {
              share: {
                answers: all,
                percentage: ((100 * all) / total).toFixed(0),
                weighted: { answers: all, others: total - all },
              },
              details: null,
            },
            groups: [
              {
                dimension: "age",
                cells: Object.entries(groups).map(([code, n]) => ({ code, ...estimate(n) })),
              },
            ],
          },
        ],
        weights: { low: 1 / spread, high: spread },
      };
    };
    const suppressed = (spread: number) =>
      protect(tablesWith(spread), { rounding: PLAIN, answers: false }).kept.suppressed.length;
    expect(suppressed(1.0001)).toBe(3);
    expect(suppressed(1.0001)).toBeGreaterThanOrEqual(suppressed(50));
  });
});

it("rounded tables leave the intervals that adding up all numbers that round so gives", () => {
  let compared = 0;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 45 }), { minLength: 3, maxLength: 6 }),
      fc.constantFrom(3, 5, 10),
      (sizes, base) => {
        const total = sizes.reduce((a, b) => a + b, 0);
        fc.pre(total >= 10);
        const groups = Object.fromEntries(sizes.map((n, g) => [`g${g}`, n]));
        const { audit, kept } = protect(oneTable(groups), { rounding: { kind: "plain", base } });
        const reasons = new Map(kept.suppressed);
        const isWhole = reasons.size === sizes.length;
        const rounded = (n: number) => Math.floor(n / base + 0.5) * base;
        const options = sizes.map((n, g) => {
          const reason = reasons.get(`all/age=g${g}`);
          return Array.from({ length: total + 1 }, (_, x) => x).filter((x) => {
            if (reason === undefined) return x >= 10 && rounded(x) === rounded(n);
            return isWhole || (reason === "primary" ? x < 10 : x >= 10);
          });
        });
        for (const { id, low, high } of audit.counts) {
          const own = Number(id.slice("all/age=g".length));
          let sums = new Set([0]);
          options.forEach((each, g) => {
            if (g !== own) sums = new Set([...sums].flatMap((sum) => each.map((x) => sum + x)));
          });
          const possible = (options[own] ?? []).filter((x) => sums.has(total - x));
          expect([id, low, high]).toEqual([id, Math.min(...possible), Math.max(...possible)]);
          compared++;
        }
      },
    ),
    { seed: 3, numRuns: 150 },
  );
  expect(compared).toBeGreaterThan(200);
});

describe("controlled rounding", () => {
  it("rounds to a neighbouring multiple, and cells add up to the total where all are shown", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 10, max: 300 }), { minLength: 2, maxLength: 8 }),
        fc.integer(),
        fc.constantFrom(3, 5, 10),
        (sizes, seed, base) => {
          const groups = Object.fromEntries(sizes.map((n, g) => [`g${g}`, n]));
          const { tables } = protect(oneTable(groups), { rounding: controlled(seed, base) });
          const shown = tables.counts[0]?.cells.map(({ count }) => count as number) ?? [];
          shown.forEach((count, g) => {
            expect(count % base).toBe(0);
            expect(Math.abs(count - (sizes[g] as number))).toBeLessThan(base);
          });
          expect(shown.reduce((a, b) => a + b, 0)).toBe(tables.bases[0]?.total);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it("is right on average: over 2,000 seeds each mean is within a tenth of the count", () => {
    const sizes = { a: 12, b: 58, c: 81, d: 94 };
    const sums = [0, 0, 0, 0];
    for (let seed = 0; seed < 2000; seed++)
      counts(oneTable(sizes), controlled(seed * 7919))?.forEach((count, k) => {
        sums[k] = (sums[k] as number) + (count as number);
      });
    // The standard error of a mean is at most 2.5 / √2000 = 0.056.
    Object.values(sizes).forEach((n, k) => {
      expect(Math.abs((sums[k] as number) / 2000 - n)).toBeLessThan(0.2);
    });
  });

  it("leaves suppressed counts their intervals", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 7 }),
        fc.integer(),
        (sizes, seed) => {
          fc.pre(sizes.reduce((a, b) => a + b, 0) >= 10);
          const groups = Object.fromEntries(sizes.map((n, g) => [`g${g}`, n]));
          const { audit } = protect(oneTable(groups), { rounding: controlled(seed) });
          expect(audit.counts.some(isTooNarrow)).toBe(false);
        },
      ),
      { seed: 2, numRuns: 100 },
    );
  });

  it("is the same for the same seed, and says nothing of it", () => {
    const tables = oneTable({ a: 12, b: 58, c: 81, d: 94 });
    expect(counts(tables, controlled(3))).toEqual(counts(tables, controlled(3)));
    expect(protect(tables, { rounding: controlled(3) }).tables.rounding).toBe(
      "Counts are rounded up or down at random to a multiple of 5.",
    );
  });
});
