import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CELLS,
  cellRanges,
  leastLargestLead,
  type Range,
  type TwoByTwo,
  type TwoByTwoMargins,
} from "../../../src/bounds/index.js";
import { roundingInterval } from "../../../src/model/rounding.js";
import { leastLeadByVertices, rangesByVertices } from "./vertices.js";

const EVEN: TwoByTwo = Object.freeze({ a1: 10, a2: 10, b1: 10, b2: 10 });
const at = (value: number): Range => Object.freeze({ low: value, high: value });
const margins = (over: Partial<TwoByTwoMargins>): TwoByTwoMargins =>
  Object.freeze({ total: at(0.4), a: at(0.5), b: at(0.3), first: at(0.5), second: at(0.3), ...over });

/** A table of interviews, how many in each cell count, and the margins of that truth as whole percentages. */
const truths = fc
  .record({ a1: size(), a2: size(), b1: size(), b2: size() })
  .chain((table) =>
    fc.record({
      table: fc.constant(table),
      yes: fc.record(mapCells((cell) => fc.integer({ min: 0, max: table[cell] }))),
    }),
  )
  .map(({ table, yes }) => {
    const percent = (...cells: (typeof CELLS)[number][]) => {
      const sum = (counts: TwoByTwo) => cells.reduce((s, cell) => s + counts[cell], 0);
      const { low, high } = roundingInterval(String(Math.round((100 * sum(yes)) / sum(table))));
      return Object.freeze({ low: low / 100, high: high / 100 });
    };
    return {
      tables: Object.freeze([Object.freeze(table)]),
      truth: mapCells((cell) => yes[cell] / table[cell]),
      margins: Object.freeze({
        total: percent(...CELLS),
        a: percent("a1", "a2"),
        b: percent("b1", "b2"),
        first: percent("a1", "b1"),
        second: percent("a2", "b2"),
      }),
    };
  });

function size() {
  return fc.integer({ min: 1, max: 60 });
}

function mapCells<T>(make: (cell: (typeof CELLS)[number]) => T): Record<(typeof CELLS)[number], T> {
  return { a1: make("a1"), a2: make("a2"), b1: make("b1"), b2: make("b2") };
}

function expectRanges(found: ReturnType<typeof cellRanges>, expected: readonly Range[] | null): void {
  expect(found === null).toBe(expected === null);
  for (const [i, cell] of CELLS.entries()) {
    if (found === null || expected === null) return;
    expect(found[cell].low).toBeCloseTo(expected[i]?.low ?? Number.NaN, 9);
    expect(found[cell].high).toBeCloseTo(expected[i]?.high ?? Number.NaN, 9);
  }
}

describe("cell ranges", () => {
  it("are worked by hand where every cell has as many interviews and nothing is rounded", () => {
    // a1 + a2 = 1, b1 + b2 = 0.6, a1 + b1 = 1, a2 + b2 = 0.6: one number, a1, is free. a2 = 1 - a1, b1 = 1 - a1 and
    // b2 = a1 - 0.4 lie in 0 to 1 for a1 from 0.4 to 1.
    expectRanges(cellRanges([EVEN], margins({})), [
      { low: 0.4, high: 1 },
      { low: 0, high: 0.6 },
      { low: 0, high: 0.6 },
      { low: 0, high: 0.6 },
    ]);
  });

  it("are worked by hand with the statement that a is at least as high as b", () => {
    // a1 >= 1 - a1 asks for a1 >= 0.5, and 1 - a1 >= a1 - 0.4 for a1 <= 0.7.
    expectRanges(cellRanges([EVEN], margins({}), { aAtLeastB: true }), [
      { low: 0.5, high: 0.7 },
      { low: 0.3, high: 0.5 },
      { low: 0.3, high: 0.5 },
      { low: 0.1, high: 0.3 },
    ]);
  });

  it("are those of the rows where a column is empty, whose cells can be anything", () => {
    const given = margins({ first: at(0.4), second: { low: 0, high: 1 } });
    expectRanges(cellRanges([Object.freeze({ a1: 10, a2: 0, b1: 10, b2: 0 })], given), [
      { low: 0.5, high: 0.5 },
      { low: 0, high: 1 },
      { low: 0.3, high: 0.3 },
      { low: 0, high: 1 },
    ]);
  });

  it("are joined over the tables", () => {
    const other = Object.freeze({ a1: 15, a2: 5, b1: 5, b2: 15 });
    const wide = margins({ first: { low: 0.3, high: 0.6 }, second: { low: 0.3, high: 0.6 } });
    const [one, two] = [cellRanges([EVEN], wide), cellRanges([other], wide)];
    const both = cellRanges([EVEN, other], wide);
    expectRanges(
      both,
      CELLS.map((cell) => ({
        low: Math.min(one?.[cell].low ?? Number.NaN, two?.[cell].low ?? Number.NaN),
        high: Math.max(one?.[cell].high ?? Number.NaN, two?.[cell].high ?? Number.NaN),
      })),
    );
  });

  it("pass over a table that does not agree while another does", () => {
    // With 19 of 20 of row a in column 2, which is at 0.3, row a cannot be at 0.5.
    const off = Object.freeze({ a1: 1, a2: 19, b1: 19, b2: 1 });
    expect(cellRanges([off], margins({}))).toBeNull();
    expect(cellRanges([off, EVEN], margins({}))).toEqual(cellRanges([EVEN], margins({})));
  });

  it("are null when no table agrees with the margins, and without a table", () => {
    expect(cellRanges([EVEN], margins({ total: at(0.9) }))).toBeNull();
    expect(cellRanges([], margins({}))).toBeNull();
  });

  it("are null when only the statement disagrees", () => {
    // Row a is lower than row b, so it cannot be at least as high in both columns.
    const turned = margins({ a: at(0.3), b: at(0.5) });
    expect(cellRanges([EVEN], turned)).not.toBeNull();
    expect(cellRanges([EVEN], turned, { aAtLeastB: true })).toBeNull();
  });

  it("hold the truth whose margins were rounded", () => {
    fc.assert(
      fc.property(truths, ({ tables, margins, truth }) => {
        const found = cellRanges(tables, margins);
        for (const cell of CELLS) {
          expect(found?.[cell].low).toBeLessThanOrEqual(truth[cell] + 1e-9);
          expect(found?.[cell].high).toBeGreaterThanOrEqual(truth[cell] - 1e-9);
        }
      }),
    );
  });

  it("have ends that are attained, and nothing beyond: they are those of the vertices", () => {
    fc.assert(
      fc.property(truths, ({ tables, margins }) => {
        expectRanges(cellRanges(tables, margins), rangesByVertices(tables, margins));
      }),
      { numRuns: 60 },
    );
  });

  it("are never widened by the statement, and agree with the vertices under it", () => {
    fc.assert(
      fc.property(truths, ({ tables, margins, truth }) => {
        const free = cellRanges(tables, margins);
        const ahead = cellRanges(tables, margins, { aAtLeastB: true });
        if (truth.a1 >= truth.b1 && truth.a2 >= truth.b2) expect(ahead).not.toBeNull();
        if (ahead === null || free === null) return;
        for (const cell of CELLS) {
          expect(ahead[cell].low).toBeGreaterThanOrEqual(free[cell].low - 1e-9);
          expect(ahead[cell].high).toBeLessThanOrEqual(free[cell].high + 1e-9);
        }
        expectRanges(ahead, rangesByVertices(tables, margins, { aAtLeastB: true }));
      }),
      { numRuns: 60 },
    );
  });
});

describe("least largest lead", () => {
  it("is worked by hand where every cell has as many interviews and nothing is rounded", () => {
    // The leads are 2 a1 - 1 and 1.4 - 2 a1; they are alike at a1 = 0.6, where both are 0.2.
    expect(leastLargestLead([EVEN], margins({}))).toBeCloseTo(0.2, 9);
  });

  it("is negative when a may trail in both columns", () => {
    const turned = margins({ a: at(0.3), b: at(0.5) });
    expect(leastLargestLead([EVEN], turned)).toBeCloseTo(-0.2, 9);
  });

  it("is the least over the tables", () => {
    const other = Object.freeze({ a1: 12, a2: 8, b1: 8, b2: 12 });
    const wide = margins({ first: { low: 0.4, high: 0.6 }, second: { low: 0.2, high: 0.4 } });
    const leads = [[EVEN], [other]].map((tables) => leastLargestLead(tables, wide) ?? Number.NaN);
    expect(leads[0]).not.toBeCloseTo(leads[1] ?? Number.NaN, 6);
    expect(leastLargestLead([EVEN, other], wide)).toBe(Math.min(...leads));
    expect(leastLargestLead([other, EVEN], wide)).toBe(Math.min(...leads));
  });

  it("is null when no table agrees with the margins, and without a table", () => {
    expect(leastLargestLead([EVEN], margins({ total: at(0.9) }))).toBeNull();
    expect(leastLargestLead([], margins({}))).toBeNull();
  });

  it("is at most the larger lead of the truth, and that of a vertex", () => {
    fc.assert(
      fc.property(truths, ({ tables, margins, truth }) => {
        const lead = leastLargestLead(tables, margins);
        expect(lead).toBeLessThanOrEqual(Math.max(truth.a1 - truth.b1, truth.a2 - truth.b2) + 1e-9);
        expect(lead).toBeCloseTo(leastLeadByVertices(tables, margins) ?? Number.NaN, 9);
      }),
      { numRuns: 60 },
    );
  });
});
