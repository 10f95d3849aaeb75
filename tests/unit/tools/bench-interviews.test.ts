import { describe, expect, it } from "vitest";
import { type InterviewRow, rowOf } from "../../../tools/bench/interview-rows.js";
import { measureReading } from "../../../tools/bench/interviews.js";
import { measurePublishing } from "../../../tools/bench/publishing.js";

describe("a row of the bench of interviews", () => {
  it("has the median, the least and the most, and how many times as long the other way takes", () => {
    expect(rowOf("A", 100, [30, 10, 20.004], { what: "B", times: [50, 70, 10] })).toEqual({
      ...{ what: "A", interviews: 100, ours: 20, oursRange: [10, 30], runs: 3 },
      ...{ beside: "B", ratio: 2.5 },
    });
    expect(rowOf("A", 100, [30])).toMatchObject({ beside: null, ratio: null });
  });
});

describe("what is timed", () => {
  const complete = (rows: readonly InterviewRow[]) => {
    for (const { what, ours, oursRange, runs } of rows) {
      expect(ours, what).toBeGreaterThan(0);
      expect(oursRange[0], what).toBeLessThanOrEqual(ours);
      expect(runs, what).toBeGreaterThan(0);
    }
    expect(new Set(rows.map(({ what }) => what)).size).toBe(rows.length);
    return rows.filter(({ beside }) => beside !== null).map(({ beside }) => beside);
  };

  it("is reading by two ways that give the same interviews and the same cube, and the command", async () => {
    const rows = await measureReading(600, 1);
    const others = complete(rows);
    expect(others).toHaveLength(2);
    expect(rows.map(({ what }) => what)).toEqual(expect.arrayContaining(others));
    expect(rows.every(({ interviews }) => interviews === 600)).toBe(true);
  });

  it("is what a build does with a survey, and disclosure control of small tables", async () => {
    const rows = await measurePublishing(1500, 1, 3);
    expect(complete(rows)).toEqual([]);
    expect(rows.at(-1)).toMatchObject({ interviews: 36, runs: 3 });
  });
});
