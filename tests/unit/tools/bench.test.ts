import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { cubeBytes } from "../../../src/stats/index.js";
import { timeCube } from "../../../tools/bench/cube-page.js";
import { benchData, LEVELS, MARGINS, writeBenchData } from "../../../tools/bench/data.js";
import { type Measured, measure, median } from "../../../tools/bench/measure.js";
import { cubeOf, measureOurs } from "../../../tools/bench/ours.js";
import { plan, TASKS, type TaskName, type Timing } from "../../../tools/bench/plan.js";
import { benchRows, disagreements, largestDifference, linearity } from "../../../tools/bench/table.js";

const ROWS = 600;
const data = benchData(ROWS);
const once = (task: TaskName, rows = ROWS): Timing => ({
  task,
  rows,
  warmups: 0,
  runs: 1,
  inR: task !== "cube",
});
const measured = (rows: number, times: number[], values: (number | null)[] = [0.5, 0.01]): Measured => ({
  task: "proportion",
  rows,
  times,
  values,
});

describe("median", () => {
  it("is the time in the middle by size, whatever the order", () => {
    expect(median([10, 2, 9])).toBe(9);
    expect(median([100, 9, 20])).toBe(20);
  });

  it("is between the two in the middle of an even number, and none of none", () => {
    expect(median([8, 1, 2, 4])).toBe(3);
    expect(() => median([])).toThrow(RangeError);
  });
});

describe("measure", () => {
  it("runs the warm-ups too and times only the runs", () => {
    let count = 0;
    const run = () => ++count;
    const { times, values } = measure(
      { task: "design", rows: 1, warmups: 3, runs: 5, inR: true },
      { run, values: (last) => [last, Number.NaN] },
    );
    expect({ count, timed: times.length, values }).toEqual({ count: 8, timed: 5, values: [8, null] });
  });
});

describe("benchData", () => {
  it("is the same sample every time", () => {
    expect(benchData(ROWS)).toEqual(data);
  });

  it("has every level of every factor, clusters within strata, and margins with the sum of the weights", () => {
    for (const [name, k] of Object.entries(LEVELS)) {
      const levels = new Set(data.whole[name as keyof typeof LEVELS]);
      expect([...levels].toSorted((a, b) => a - b)).toEqual(Array.from({ length: k }, (_, a) => a + 1));
    }
    const pairs = new Set(Array.from(data.whole.cluster, (c, i) => `${c} in ${data.whole.stratum[i]}`));
    expect(pairs.size).toBe(new Set(data.whole.cluster).size);
    const all = data.real.weight.reduce((sum, w) => sum + w, 0);
    for (const name of MARGINS)
      expect(data.totals[name].reduce((sum, t) => sum + t, 0) / all).toBeCloseTo(1, 12);
  });

  describe("writeBenchData", () => {
    const folder = mkdtempSync(join(tmpdir(), "bench-test-"));
    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    it("writes the bytes of each column", () => {
      writeBenchData(folder, data);
      const bytes = (name: string) => Uint8Array.from(readFileSync(join(folder, String(ROWS), name))).buffer;
      expect(new Float64Array(bytes("income.double"))).toEqual(data.real.income);
      expect(new Int32Array(bytes("cluster.int32"))).toEqual(data.whole.cluster);
      expect(new Float64Array(bytes("region.totals"))).toEqual(data.totals.region);
    });
  });
});

describe("plan", () => {
  it("has a million rows, and leaves out samples of more rows than asked for", () => {
    const rows = (most: number) => new Set(plan(most).map((timing) => timing.rows));
    expect(rows(1_000_000)).toEqual(new Set([2_280, 100_000, 1_000_000]));
    expect(rows(100_000)).toEqual(new Set([2_280, 100_000]));
    expect(new Set(plan(1_000_000).map(({ task }) => task))).toEqual(new Set(Object.keys(TASKS)));
  });
});

describe("measureOurs", () => {
  it.each((Object.keys(TASKS) as TaskName[]).filter((task) => task !== "cube-browser"))(
    "does the task %s and gives finite numbers to compare",
    (task) => {
      const { values, times } = measureOurs(once(task), data);
      expect(times).toHaveLength(1);
      expect(values.length).toBeGreaterThan(1);
      expect(values).not.toContain(null);
    },
  );

  it("leaves to a browser what is its own", async () => {
    expect(() => measureOurs(once("cube-browser"), data)).toThrow("a browser's page times this");
    const cube = cubeOf(data);
    const { values, times } = timeCube([...cubeBytes(cube)], { level: 0.95, warmups: 0, runs: 2 });
    expect(times).toHaveLength(2);
    expect(values).toEqual(measureOurs(once("cube"), data).values);
  });

  it("gives the numbers of the work: as many proportions as groups, and replicates as clusters", () => {
    const { values } = measureOurs(once("proportion"), data);
    const all = data.real.yes.reduce((sum, yes, i) => sum + yes * (data.real.weight[i] ?? 0), 0);
    const groups = Array.from({ length: 8 }, (_, g) =>
      data.real.weight.reduce((sum, w, i) => sum + (data.whole.group[i] === g + 1 ? w : 0), 0),
    );
    expect(values).toHaveLength(16);
    expect(groups.reduce((sum, w, g) => sum + w * (values[g] ?? 0), 0) / all).toBeCloseTo(1, 12);
    expect(measureOurs(once("jackknife-replicates"), data).values[0]).toBe(ROWS / 10);
  });
});

describe("benchRows", () => {
  const timing = once("proportion");

  it("has medians of both sides, our range, the ratio and how far apart both are", () => {
    const r = [measured(ROWS, [20, 90, 40], [0.5, 0.01 * (1 + 2e-12)])];
    expect(benchRows([timing], [measured(ROWS, [1, 4, 2])], r)).toEqual([
      {
        what: "proportion by group",
        rows: ROWS,
        ours: 2,
        oursRange: [1, 4],
        r: 40,
        rRange: [20, 90],
        ratio: 20,
        agree: 2e-12,
        runs: 1,
      },
    ]);
  });

  it("leaves R empty without R, and for what R does not have", () => {
    const empty = { r: null, rRange: null, ratio: null, agree: null };
    const own = [measured(ROWS, [1]), { ...measured(ROWS, [1]), task: "cube" }];
    expect(benchRows([timing], own, null)[0]).toMatchObject(empty);
    expect(benchRows([once("cube")], own, [])[0]).toMatchObject(empty);
  });

  it("does not pass over a task that one side has not done, or has done on other rows", () => {
    expect(() => benchRows([timing], [measured(ROWS, [1])], [])).toThrow("proportion by group of 600 rows");
    expect(() => benchRows([timing], [measured(ROWS + 1, [1])], null)).toThrow("was not measured");
  });

  it("tells a planted disagreement from rounding", () => {
    const own = [measured(ROWS, [1], [0.5, 0.01])];
    const against = (...values: (number | null)[]) =>
      disagreements(benchRows([timing], own, [measured(ROWS, [1], values)])).length;
    expect(against(0.5, 0.01 * (1 + 1e-10))).toBe(0);
    expect(against(0.5, 0.01 * (1 + 1e-8))).toBe(1);
    expect(against(0.5 * (1 - 1e-8), 0.01)).toBe(1);
    expect(against(0.5)).toBe(1);
    expect(against(0.5, null)).toBe(1);
  });
});

describe("largestDifference", () => {
  it("is relative to the larger of two numbers, and 0 for equal ones, be they 0", () => {
    expect(largestDifference([0, 4], [0, 5])).toBeCloseTo(0.2, 15);
    expect(largestDifference([-5], [-4])).toBeCloseTo(0.2, 15);
    expect(largestDifference([1e-300], [0])).toBe(1);
  });

  it("is infinite where there is nothing to compare", () => {
    for (const [a, b] of [
      [[], []],
      [[1], [1, 2]],
      [[null], [null]],
    ] as const)
      expect(largestDifference(a, b)).toBe(Infinity);
  });
});

describe("linearity", () => {
  it("compares times per row from 100,000 rows on, of the same work", () => {
    const rows = (task: TaskName, n: number, ours: number, r: number | null) => ({
      ...{ what: TASKS[task], rows: n, ours, oursRange: [ours, ours] as const, r, rRange: null },
      ...{ ratio: null, agree: null },
      runs: 1,
    });
    expect(
      linearity([
        rows("design", 1_000_000, 1, 1),
        rows("proportion", 2_280, 1, 1),
        rows("proportion", 100_000, 5, 300),
        rows("proportion", 1_000_000, 60, null),
      ]),
    ).toEqual([{ what: "proportion by group", from: 100_000, to: 1_000_000, ours: 1.2, r: null }]);
  });
});
