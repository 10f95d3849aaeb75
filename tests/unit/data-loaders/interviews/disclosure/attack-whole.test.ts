import { describe, expect, it } from "vitest";
import { attack } from "../../../../../data-loaders/interviews/disclosure/attack.js";
import type { Count, CountSystem } from "../../../../../data-loaders/interviews/disclosure/counts.js";

/** Counts of 0 to 9, and sums of them that are at most so much. */
function systemOf(values: readonly number[], rows: readonly (readonly [number[], number])[]): CountSystem {
  const counts = values.map(
    (value, i): Count => ({
      id: `c${i}`,
      build: 0,
      kind: "cell",
      base: "all",
      table: 0,
      value,
      structural: false,
      locked: false,
    }),
  );
  return {
    counts,
    values: Int32Array.from(values),
    before: counts.map(() => null),
    rows: rows.map(([index, high]) => ({
      index,
      coefficient: index.map(() => 1),
      low: 0,
      high,
      statement: -1,
    })),
    differences: [],
    rowsOf: counts.map((_, i) => rows.flatMap(([index], r) => (index.includes(i) ? [r] : []))),
    tables: [values.map((_, i) => i)],
    most: 9,
    effort: { spent: 0 },
  };
}

const limits = (n: number) => ({ low: new Int32Array(n), high: new Int32Array(n).fill(9) });

describe("the attacker's problem", () => {
  it("has whole numbers only, where fractions would reach further", () => {
    // In pairs at most one: 1.5 in all by halves, and 1 by whole interviews.
    const pairs = systemOf(
      [0, 0, 0],
      [
        [[0, 1], 1],
        [[1, 2], 1],
        [[0, 2], 1],
      ],
    );
    const all = { index: [0, 1, 2], coefficient: [1, 1, 1] };
    const { low, high, tables } = attack(pairs, limits(3), all);
    expect([low, high]).toEqual([0, 1]);
    expect([...tables[1].values()].filter((y) => y !== 0)).toEqual([1]);
  });

  it("tells cases apart as deep as it takes", () => {
    // Five in a ring: 2 and not 2.5.
    const ring = systemOf(
      [0, 0, 0, 0, 0],
      [0, 1, 2, 3, 4].map((i) => [[i, (i + 1) % 5], 1]),
    );
    const all = { index: [0, 1, 2, 3, 4], coefficient: [1, 1, 1, 1, 1] };
    expect(attack(ring, limits(5), all).high).toBe(2);
  });
});
