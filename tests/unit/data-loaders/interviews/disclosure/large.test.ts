import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { isTooNarrow, protect, rulesFrom } from "../../../../../data-loaders/interviews/disclosure/index.js";
import { defenceOf } from "../../../../../data-loaders/interviews/disclosure/situation.js";
import { cesLike } from "../../../../../tools/bench/ces-like.js";

interface Highs {
  solve(problem: string, options: object): { Status: string; ObjectiveValue: number };
}
const highs = await (createRequire(import.meta.url)("highs") as () => Promise<Highs>)();

const tables = cesLike(6);
const found = protect(tables);

describe("tables of the size of a survey: 21 bases by 7 dimensions, 20 measures", () => {
  it("are protected, with less than a quarter of their cells suppressed", () => {
    const cells = tables.counts.reduce((sum, table) => sum + table.cells.length, 0);
    expect(found.audit.counts.filter(isTooNarrow)).toEqual([]);
    expect(found.audit.counts.length).toBeGreaterThan(100);
    expect(found.kept.suppressed.length / cells).toBeLessThan(0.25);
  });

  it("have the intervals that another solver finds with all rows at once, to the whole number", () => {
    const suppressed = new Map(found.kept.suppressed);
    const { system, raw, targets } = defenceOf(tables, rulesFrom(), [], ({ counts }) =>
      counts.flatMap(({ id }, i) => {
        const reason = suppressed.get(id);
        return reason === undefined ? [] : [[i, reason] as const];
      }),
    );
    const term = (c: number, i: number) => `${c < 0 ? "-" : "+"} ${Math.abs(c)} x${i}`;
    const sum = (index: readonly number[], coefficient: readonly number[]) =>
      index.map((i, k) => term(coefficient[k] as number, i)).join(" ");
    const rows = system.rows.flatMap(({ index, coefficient, low, high }, r) => [
      ` l${r}: ${sum(index, coefficient)} >= ${low}`,
      ...(high < Number.POSITIVE_INFINITY ? [` h${r}: ${sum(index, coefficient)} <= ${high}`] : []),
    ]);
    const bounds = system.counts.map((_, i) => ` ${raw.low[i]} <= x${i} <= ${raw.high[i]}`);
    const solve = (direction: string, form: { index: readonly number[]; coefficient: readonly number[] }) => {
      const lines = [direction, ` obj: ${sum(form.index, form.coefficient)}`, "Subject To", ...rows];
      const answer = highs.solve([...lines, "Bounds", ...bounds, "End"].join("\n"), {});
      expect(answer.Status).toBe("Optimal");
      return answer.ObjectiveValue;
    };
    for (const { id, form } of targets.filter((_, t) => t % 12 === 0)) {
      const entry = found.audit.counts.find((each) => each.id === id);
      // Its fractions, rounded inwards: the search for whole numbers of this solver overlooks some.
      const ends = [
        Math.ceil(solve("Minimize", form) - 1e-6) + 0,
        Math.floor(solve("Maximize", form) + 1e-6),
      ];
      expect([id, ...ends]).toEqual([id, entry?.low, entry?.high]);
    }
  });

  it("lose less where counts are rounded, and are as protected", () => {
    const some = cesLike(1, 2280, 4);
    const rounded = protect(some, { rounding: { kind: "plain", base: 5 } });
    expect(rounded.audit.counts.filter(isTooNarrow)).toEqual([]);
    expect(rounded.kept.suppressed.length).toBeLessThan(protect(some).kept.suppressed.length);
  });

  it("stay protected when 600 interviews are added and they are published again", () => {
    const first = protect(cesLike(1, 2280, 4));
    const second = protect(cesLike(1, 2880, 4), {}, [{ kept: first.kept, interviews: "added" }]);
    expect(second.audit.counts.filter(isTooNarrow)).toEqual([]);
    expect(new Set(second.audit.counts.map(({ build }) => build))).toEqual(new Set([-1, 0]));
  });

  it("of 5 added are refused at once, with the reason first", () => {
    const first = protect(cesLike(1, 2280, 4));
    expect(() => protect(cesLike(1, 2285, 4), {}, [{ kept: first.kept, interviews: "added" }])).toThrow(
      /^all added: could be found to be 5; expected at least 10 whole numbers\n[\s\S]*and \d+ more\nNo suppression/,
    );
  });

  it("take about a second, and no more than a few on a busy machine", () => {
    const start = process.cpuUsage().user;
    protect(cesLike(3));
    expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(6);
  });
});
