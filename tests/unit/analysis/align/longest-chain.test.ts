import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Window } from "../../../../src/analysis/align/find-windows.js";
import { longestChain, type Placeable } from "../../../../src/analysis/align/place.js";

const at = (first: number, last: number): Window => ({ first, last, most: 0 });

/** The length of the longest chain by trying all. */
function tried(rows: readonly Placeable[], from = 0): number {
  const [first, ...rest] = rows;
  if (first === undefined) return 0;
  const taken = first.windows
    .filter((window) => window.first >= from)
    .map((window) => 1 + tried(rest, window.last + 1));
  return Math.max(tried(rest, from), ...taken);
}

describe("the longest chain", () => {
  it("leaves out a row that would stand in the way of two others", () => {
    const rows = [
      { row: 0, windows: [at(10, 14)] },
      { row: 1, windows: [at(0, 3)] },
      { row: 2, windows: [at(4, 9), at(20, 25)] },
      { row: 3, windows: [at(10, 12)] },
    ];
    expect(longestChain(rows)).toEqual([
      { row: 1, window: at(0, 3) },
      { row: 2, window: at(4, 9) },
      { row: 3, window: at(10, 12) },
    ]);
  });

  it("is none of nothing", () => {
    expect(longestChain([])).toEqual([]);
    expect(longestChain([{ row: 0, windows: [] }])).toEqual([]);
  });

  it("is as long as the best of all, in order, without overlap, each row once", () => {
    const window = fc.tuple(fc.nat(20), fc.nat(4)).map(([first, more]) => at(first, first + more));
    const rows = fc
      .array(fc.array(window, { maxLength: 3 }), { maxLength: 7 })
      .map((all) => all.map((windows, row): Placeable => ({ row, windows })));
    fc.assert(
      fc.property(rows, (given) => {
        const chain = longestChain(given);
        expect(chain.length).toBe(tried(given));
        for (const [index, { row, window }] of chain.entries()) {
          expect(given[row]?.windows).toContain(window);
          const before = chain[index - 1];
          if (before === undefined) continue;
          expect(row).toBeGreaterThan(before.row);
          expect(window.first).toBeGreaterThan(before.window.last);
        }
      }),
      { numRuns: 500 },
    );
  });
});
