import { describe, expect, it } from "vitest";
import { findWorld } from "../../../../../data-loaders/made-up/compatible/find-world.js";
import { fitMargins } from "../../../../../data-loaders/made-up/compatible/fit-margins.js";
import { fitShares } from "../../../../../data-loaders/made-up/compatible/fit-shares.js";
import { reach } from "../../../../../data-loaders/made-up/compatible/pick-rows.js";
import { printedOf } from "../../../../../data-loaders/made-up/compatible/printed.js";
import { GENERATORS, randomOf } from "../../../../../data-loaders/made-up/index.js";
import type { CodedInterviews } from "../../../../../src/analysis/interviews/index.js";
import { RAW } from "../../codebooks/raw.js";
import { changed } from "./changed.js";

const N = 400;
const ROWS = Array.from({ length: N }, (_, row) => row);
const WEIGHTS = Float64Array.from(ROWS, (row) => 0.6 + (row % 9) / 10);
const HALVES = Int32Array.from(ROWS, (row) => row % 2);
const THIRDS = Int32Array.from(ROWS, (row) => (row % 7 === 0 ? -1 : row % 3));

const percent = (truth: ArrayLike<number>, isIn: (row: number) => boolean) => {
  const sum = (list: readonly number[]) => list.reduce((all, row) => all + (WEIGHTS[row] as number), 0);
  const group = ROWS.filter(isIn);
  return (100 * sum(group.filter((row) => truth[row] === 1))) / sum(group);
};

describe("fitting margins", () => {
  const margins = [
    { codes: new Int32Array(N), spans: [[38.9, 39.1] as const] },
    { codes: HALVES, spans: [[50.9, 51.1] as const, null] },
    { codes: THIRDS, spans: [[20, 20.3] as const, null, [60, 60.3] as const] },
  ];

  it("brings the weighted percentage of each group into its span", () => {
    const truth = fitMargins(ROWS, WEIGHTS, margins, randomOf(1));
    if (truth === null) throw new Error("not found");
    const checks: [number, number, number][] = [
      [percent(truth, () => true), 38.9, 39.1],
      [percent(truth, (row) => HALVES[row] === 0), 50.9, 51.1],
      [percent(truth, (row) => THIRDS[row] === 0), 20, 20.3],
      [percent(truth, (row) => THIRDS[row] === 2), 60, 60.3],
    ];
    for (const [number, low, high] of checks) {
      expect(number).toBeGreaterThanOrEqual(low - 1e-9);
      expect(number).toBeLessThanOrEqual(high + 1e-9);
    }
  });

  it("decides for no other rows than those given", () => {
    const some = ROWS.filter((row) => row % 5 !== 0);
    const truth = fitMargins(
      some,
      WEIGHTS,
      [
        {
          codes: HALVES,
          spans: [
            [90, 91],
            [90, 91],
          ],
        },
      ],
      randomOf(2),
    );
    expect(ROWS.filter((row) => row % 5 === 0 && truth?.[row] === 1)).toEqual([]);
    expect(some.filter((row) => truth?.[row] === 1).length).toBeGreaterThan(280);
  });

  it("is given up where no answers can do it", () => {
    const apart = [
      { codes: new Int32Array(N), spans: [[10, 11] as const] },
      { codes: HALVES, spans: [[50, 51] as const, [50, 51] as const] },
    ];
    expect(fitMargins(ROWS, WEIGHTS, apart, randomOf(1))).toBeNull();
  });
});

describe("fitting shares", () => {
  const codes = () => ROWS.map((row) => (row % 4 === 0 ? "a" : row % 4 === 1 ? "b" : "c"));

  it("moves codes to other weights and changes the number of none", () => {
    const values: (string | null)[] = codes();
    const sets = [
      { codes: ["a"], span: [27, 27.2] as const },
      { codes: ["a", "b"], span: [50, 50.2] as const },
    ];
    expect(fitShares(values, ROWS, WEIGHTS, sets, randomOf(3))).toBe(true);
    expect(values.toSorted()).toEqual(codes().toSorted());
    const weightOf = (list: readonly number[]) =>
      list.reduce((sum, row) => sum + (WEIGHTS[row] as number), 0);
    const share = (wanted: readonly string[]) =>
      (100 * weightOf(ROWS.filter((row) => wanted.includes(String(values[row]))))) / weightOf(ROWS);
    expect(share(["a"])).toBeGreaterThanOrEqual(27 - 1e-9);
    expect(share(["a"])).toBeLessThanOrEqual(27.2 + 1e-9);
    expect(share(["a", "b"])).toBeGreaterThanOrEqual(50 - 1e-9);
    expect(share(["a", "b"])).toBeLessThanOrEqual(50.2 + 1e-9);
  });

  it("is given up where weights do not differ enough", () => {
    const sets = [{ codes: ["a"], span: [70, 71] as const }];
    expect(fitShares(codes(), ROWS, WEIGHTS, sets, randomOf(3))).toBe(false);
  });
});

describe("reaching a percentage", () => {
  it("comes within half of the lightest row that is left, and takes the first first", () => {
    const picked = reach(ROWS, WEIGHTS, 37.3);
    const truth = ROWS.map((row) => (picked.has(row) ? 1 : 0));
    expect(Math.abs(percent(truth, () => true) - 37.3)).toBeLessThan(0.1);
    expect(ROWS.slice(0, 130).every((row) => picked.has(row))).toBe(true);
    expect(reach(ROWS, WEIGHTS, 0).size).toBe(0);
    expect(reach(ROWS, WEIGHTS, 100).size).toBe(N);
  });
});

describe("finding a world", () => {
  it("fails and says so where no draw leaves one, each from a stream of its own", () => {
    const streams: number[] = [];
    const draw = (stream: number) => {
      streams.push(stream);
      return null;
    };
    expect(() => findWorld(RAW, 5, draw)).toThrow("no compatible world was found for seed 5 in 200 draws");
    expect(new Set(streams).size).toBe(200);
    expect(() => findWorld(RAW, 6, draw)).toThrow("for seed 6");
    expect(new Set(streams).size).toBe(400);
  });

  let good: CodedInterviews | null = null;
  const agreeing = (): CodedInterviews => {
    const survey = GENERATORS.get("compatible")?.surveys.get("cms-2016");
    good ??= survey?.simulate(RAW, { seed: 1, interviews: 3600 }) ?? null;
    if (good === null) throw new Error("no world");
    return good;
  };

  it("takes the first draw that agrees", () => {
    let draws = 0;
    expect(findWorld(RAW, 5, () => (++draws < 4 ? null : agreeing()))).toBe(agreeing());
    expect(draws).toBe(4);
  });

  it("takes no draw that disagrees, and says what the last did not agree with", () => {
    const bad = changed(agreeing(), "satisfaction", (row, value) => (row % 3 === 0 ? 2 : value));
    let draws = 0;
    const found = findWorld(RAW, 5, () => (draws++ === 0 ? bad : agreeing()));
    expect(found).toBe(agreeing());
    expect(() => findWorld(RAW, 5, () => bad, 2)).toThrow(
      /in 2 draws; the last did not agree with cms-2016\.satisfied, /,
    );
  });

  it("refuses a number that is not printed", () => {
    expect(() => printedOf(RAW, "ces-2023-24").span("satisfied.age-25-34")).toThrow(
      "no percentage is printed",
    );
    expect(() => printedOf(RAW, "options-2016").base("all")).toThrow("no number of interviews is printed");
  });
});
