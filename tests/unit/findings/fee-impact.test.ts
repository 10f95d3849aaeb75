import { from } from "arquero";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { readRaw } from "../../../data-loaders/read/index.js";
import { eventsTable } from "../../../data-loaders/tables/documents.js";
import { boundProblem, checkSystem, sampleSystems } from "../../../src/bounds/index.js";
import { drawFigure } from "../../../src/figures/figure.js";
import { feeBlocks } from "../../../src/findings/fee-impact/blocks.js";
import { historiesFigure } from "../../../src/findings/fee-impact/figures/index.js";
import { historyProblem, historyReading } from "../../../src/findings/fee-impact/histories.js";
import {
  aroundRange,
  changeRows,
  fallAsk,
  fallingQuarters,
  feeFacts,
  feeProblem,
  feeResults,
  historyRows,
  historySystem,
  ladderRows,
  RUNGS,
  randomHistories,
  saidRows,
  scenarioProblem,
  scenarioShares,
  segmentedRows,
  settlesRows,
  TWO_ASSUMPTIONS,
  WORDS,
} from "../../../src/findings/fee-impact/index.js";
import {
  HISTORY,
  type HistoryName,
  SCENARIO,
  type Scenario,
} from "../../../src/findings/fee-impact/options.js";
import { defaultState } from "../../../src/model/control.js";
import { formatResult } from "../../../src/model/result.js";
import { VALUES } from "../analysis/held.js";
import { buildWith, RAW } from "../data-loaders/tables/filled-copy.js";

const EVENTS = from([...eventsTable(readRaw(RAW)).rows]);
const given = Object.freeze(feeFacts(VALUES, EVENTS));
const ladder = ladderRows(given);
const changes = changeRows(given);
const results = new Map(feeResults(given).map((r) => [r.id, r]));
const text = (id: string) => {
  const result = results.get(id);
  if (result === undefined) throw new Error(`no result ${id}`);
  return formatResult(result);
};
const rung = (name: string, falling = "august", around = "recorded") => {
  const row = ladder.find((r) => r.rung === name && r.falling === falling && r.around === around);
  return [row?.low, row?.high];
};
const close = (actual: readonly (number | undefined)[], expected: readonly number[]) => {
  expect(actual.length).toBe(expected.length);
  for (const [i, number] of expected.entries()) expect(actual[i]).toBeCloseTo(number, 3);
};

describe("the facts", () => {
  it("are twelve quarters, the fee in the fourth, and a level from the sixth to the last", () => {
    expect(given.quarters.map(({ end }) => end)).toEqual([
      ...["2013-11", "2014-02", "2014-05", "2014-08", "2014-11", "2015-02"],
      ...["2015-05", "2015-08", "2015-11", "2016-02", "2016-05", "2016-08"],
    ]);
    expect([given.feeQuarter, given.aroundFrom, given.aroundTo]).toEqual([3, 5, 11]);
    expect(given.quarters.every(({ low }) => low === null)).toBe(true);
  });

  it("read the three falling quarters in two ways", () => {
    const ends = (falling: "august" | "november") =>
      fallingQuarters(given, falling).map((q) => given.quarters[q]?.end.slice(5));
    expect(ends("august")).toEqual(["08", "11", "02"]);
    expect(ends("november")).toEqual(["11", "02", "05"]);
  });

  it("read around as the table of values does, or as wide as is said", () => {
    expect(aroundRange(given, "recorded")).toEqual({ low: 57.5, high: 62.5 });
    expect(aroundRange(given, "two")).toEqual({ low: 58, high: 62 });
    expect(aroundRange(given, "five")).toEqual({ low: 55, high: 65 });
    expect(aroundRange(given, "rounded")).toEqual({ low: 59.5, high: 60.5 });
  });
});

describe("the problem", () => {
  const problem = feeProblem(given, TWO_ASSUMPTIONS, [fallAsk(given)]);

  it("has every sentence, with its locator, and no more", () => {
    expect(problem.identities?.[0]?.total).toEqual({ printed: "61" });
    expect(problem.identities?.[0]?.parts.length).toBe(12);
    expect(problem.order?.map(([a, sign, b]) => `${a.slice(-7)} ${sign} ${b.slice(-7)}`)).toEqual([
      "2014-08 < 2014-05",
      "2014-11 < 2014-08",
      "2015-02 < 2014-11",
    ]);
    expect(problem.ranges?.map(({ id }) => id.slice(-7))).toEqual(
      given.quarters.slice(5).map(({ end }) => end),
    );
    const cited = [
      problem.identities?.[0],
      ...(problem.order ?? []).map((o) => o[4]),
      ...(problem.ranges ?? []),
    ];
    expect(cited.every((s) => s?.locator?.startsWith("cms-2016: "))).toBe(true);
  });

  // Planted faults: without one kind of statement the answer is another one.
  it.each([
    ["the pooled figure", { identities: [] }],
    ["the falls", { order: [] }],
    ["the level", { ranges: [] }],
    ["the quarters before the fee alike", { linear: [] }],
    ["the weights", { shares: { quarters: {} } }],
  ])("rests on %s", (_, without) => {
    const range = (p: typeof problem) =>
      boundProblem(p, { holes: false, leaveOneOut: false }).bounds.map(({ low, high }) => [low, high])[0] ??
      [];
    close(range(problem), [0, 58 / 3]);
    expect(range({ ...problem, ...without })).not.toEqual(range(problem));
  });
});

describe("the ladder", () => {
  it("begins with the words: May 2014 anywhere up to 100, February 2015 from 57.5", () => {
    close(rung("words"), [0, 42.5]);
    // If the falls began one quarter later, May 2014 is tied to nothing: 0 less 62.5, 100 less 57.5.
    close(rung("words", "november"), [-62.5, 42.5]);
  });

  it("gives by hand what the equal weights leave", () => {
    // May at x, the two before at x - 5, nine at 57.5, all twelve at most 12 * 61.5 = 738: x = (738 + 10 - 517.5) / 3.
    const x = (738 + 10 - 9 * 57.5) / 3;
    close(rung("same"), [0, x - 57.5]);
    // With "around" from 59.5 the nine stand there.
    close(rung("rounded"), [0, (738 + 10 - 9 * 59.5) / 3 - 59.5]);
  });

  it.each([
    [2, (21 * 61.5 + 10 - 18 * 57.5) / 3 - 57.5],
    // With r times, 3 shares of 1 and 9 of r: at three times x would be above 100, so that 100 is the end.
    [3, 42.5],
    [5, 42.5],
    [10, 42.5],
  ])("lets weights grow %i times", (growth, high) => {
    close(rung(`growth-${growth}`), [0, high]);
  });

  it("never widens from rung to rung, under any reading, and says what each buys", () => {
    expect(ladder.length).toBe(6 * RUNGS.length);
    for (let i = 0; i < ladder.length; i++) {
      const [row, above] = [ladder[i], ladder[i - 1]];
      if (row === undefined || above === undefined || row.rung === "words") continue;
      expect(row.low).toBeGreaterThanOrEqual(above.low - 1e-9);
      expect(row.high).toBeLessThanOrEqual(above.high + 1e-9);
      expect(row.buys).toBeCloseTo(above.high - above.low - (row.high - row.low), 5);
    }
    expect(ladder.every(({ fits }) => fits)).toBe(true);
  });

  it("narrows by neither assumption alone", () => {
    expect(text("fee.fall.most")).toBe("42.5 points");
    expect(text("fee.fall.before-alone")).toBe("42.5 points");
    expect(text("fee.fall.same-alone")).toBe("42.5 points");
    expect(text("fee.fall.two-most")).toBe("19.4 points");
    expect(text("fee.rungs.nothing")).toBe("4");
  });
});

describe("before less after", () => {
  const row = (growth: number | null, around = "recorded", falling = "august") => {
    const found = changes.find((r) => r.growth === growth && r.around === around && r.falling === falling);
    return [found?.low, found?.high];
  };

  it("has both signs under every reading and all weights", () => {
    expect(changes.length).toBe(36);
    expect(changes.filter(({ both }) => !both)).toEqual([]);
  });

  it("is about -30 to +14 with equal weights and around within two points, by hand", () => {
    // Greatest: nine quarters at 58, the rest of 738 in three. Least: two at 0, seven at 62, the rest of 726 in three,
    // of which only May 2014 is before.
    close(row(1, "two"), [(726 - 7 * 62) / 3 / 3 - 62, (738 - 9 * 58) / 3 - 58]);
    close(row(1, "two"), [-29.5556, 14]);
  });

  it("is about -30.4 to +16 with equal weights and the recorded width", () => {
    close(row(1), [(726 - 7 * 62.5) / 3 / 3 - 62.5, (738 - 9 * 57.5) / 3 - 57.5]);
    expect(text("fee.change.same")).toBe("−30.5 to 16 points");
  });

  it("is by the words alone 42.5 at most, and -42.6 at least", () => {
    // Least: two at 0; May, August, November and February at 57.5 (each fell); six at 62.5.
    close(row(null), [57.5 / 3 - (57.5 + 6 * 62.5) / 7, 42.5]);
  });
});

describe("what would settle it", () => {
  const all = settlesRows(given);
  const rows = all.filter(({ falling, around }) => falling === "august" && around === "recorded");

  it("leaves what the ladder leaves where nothing more is learnt, under every reading", () => {
    const nothing = all.filter(({ label }) => label === "Nothing more");
    expect(nothing.length).toBe(6);
    for (const { falling, around, low, high } of nothing)
      close([low, high], rung("before", falling, around) as number[]);
  });

  it("is May 2014 first, and the last later quarter no more than nothing", () => {
    expect(rows.map(({ width }) => width)).toEqual(rows.map(({ width }) => width).sort((a, b) => a - b));
    expect(rows[0]).toMatchObject({ label: "May 2014", low: 7, high: 13 });
    const later = rows.find(({ label }) => label === "August 2016");
    expect(later?.width).toBeCloseTo(rows.find(({ label }) => label === "Nothing more")?.width ?? 0, 6);
  });

  it("gives for November 2013 at 70% five points either side", () => {
    // May from 64.5 to 75.5; February from 57.5 to 62.5.
    expect(rows.find(({ label }) => label === "November 2013")).toMatchObject({ low: 2, high: 18 });
  });
});

const histories = historyRows(given);
const systemOf = (...setting: [name: HistoryName, scenario?: Scenario]) => {
  const system = historySystem(given, ...setting);
  if (system === null) throw new Error(`no history ${setting}`);
  return system;
};

describe("the histories", () => {
  const rows = histories;
  const quartersOf = (name: string, weights = "same", first = "august", width = "recorded") =>
    rows.filter(
      ({ history, scenario, falling, around }) =>
        history === name && scenario === weights && falling === first && around === width,
    );
  const of = (name: string) => quartersOf(name).map(({ value }) => value);

  it.each(HISTORY.options.map(({ code }) => code))(
    "%s is a complete system that breaks no sentence",
    (code) => {
      const problem = historyProblem(given, code, historyReading(given, "same"));
      expect(checkSystem(problem, systemOf(code))).toEqual([]);
      expect(checkSystem(feeProblem(given, TWO_ASSUMPTIONS, []), systemOf(code))).toEqual([]);
      // The same without the engine: every sentence, by hand.
      const q = of(code);
      const pooled = q.reduce((sum, v) => sum + v, 0) / 12;
      expect(pooled).toBeGreaterThan(60.5 - 1e-6);
      expect(pooled).toBeLessThan(61.5 + 1e-6);
      for (const i of [3, 4, 5]) expect(q[i]).toBeLessThan((q[i - 1] ?? 0) - 0.09);
      for (const v of q.slice(5)) expect(Math.abs(v - 60)).toBeLessThanOrEqual(2.5 + 1e-6);
    },
  );

  it("are the steepest, the flattest and one that is lower before than after", () => {
    const [steepest, flattest, rising] = HISTORY.options.map(({ code }) => of(code));
    const fall = (q?: number[]) => (q?.[2] ?? 0) - (q?.[5] ?? 0);
    const mean = (v: number[]) => v.reduce((sum, x) => sum + x, 0) / v.length;
    // Each fall takes a tenth at least: August at 57.7, November at 57.6, seven at 57.5, and 738 in all.
    expect(fall(steepest)).toBeCloseTo((738 + 10 - 57.7 - 57.6 - 7 * 57.5) / 3 - 57.5, 3);
    expect(Math.max(...(flattest ?? [])) - Math.min(...(flattest ?? []))).toBeCloseTo(0.3, 5);
    expect(mean((rising ?? []).slice(0, 3))).toBeLessThan(mean((rising ?? []).slice(5)) - 3);
  });
});

describe("every history keeps what its chart says of it, under every setting", () => {
  const rows = histories;
  const HALF = { recorded: 2.5, two: 2, five: 5 };
  const settings = [
    ...new Set(rows.map(({ falling, around, scenario }) => `${falling} ${around} ${scenario}`)),
  ];

  it("under 18 settings, three named and 30 at random in each", () => {
    expect(settings.length).toBe(18);
    expect(rows.length).toBe(18 * 33 * 12);
  });

  it.each(settings)("%s", (setting) => {
    const [falling, around, scenario] = setting.split(" ") as ["august", "recorded", "same"];
    const weights = scenarioShares(given, scenario);
    const fell = falling === "august" ? [3, 4, 5] : [4, 5, 6];
    const here = rows.filter((r) => r.falling === falling && r.around === around && r.scenario === scenario);
    const names = new Set(here.map(({ history, draw }) => `${history} ${draw}`));
    for (const name of names) {
      const line = here.filter(({ history, draw }) => `${history} ${draw}` === name);
      const q = line.map(({ value }) => value);
      const pooled = q.reduce((sum, value, i) => sum + value * (weights[i] as number), 0);
      expect(Math.abs(pooled - 61)).toBeLessThanOrEqual(0.5 + 1e-5);
      for (const i of fell) expect(q[i]).toBeLessThanOrEqual((q[i - 1] as number) + 1e-6);
      for (const value of q.slice(5)) expect(Math.abs(value - 60)).toBeLessThanOrEqual(HALF[around] + 1e-5);
      expect(Math.max(...q.slice(0, 3)) - Math.min(...q.slice(0, 3))).toBeLessThanOrEqual(5 + 1e-5);
      expect(q[11]).toBeLessThanOrEqual((q[0] as number) + 1e-6);
      if (line[0]?.draw !== null) continue;
      const receiving = line.map((r) => r.receiving as number);
      const paying = line.map((r) => r.paying as number);
      q.forEach((value, i) => {
        expect(receiving[i]).toBeGreaterThan((paying[i] as number) + 0.099);
        expect(((receiving[i] as number) + (paying[i] as number)) / 2).toBeCloseTo(value, 4);
      });
      const decrease = (series: number[]) => (series[0] as number) - (series[11] as number);
      expect(decrease(paying)).toBeGreaterThan(0.099);
      expect(decrease(receiving)).toBeGreaterThan(decrease(paying) + 0.099);
    }
  });

  it("the steepest falls as far as the chart of assumptions allows, less what makes falls seen", () => {
    for (const [falling, around] of ladder.map((r) => [r.falling, r.around] as const)) {
      const q = rows
        .filter(
          (r) =>
            r.history === "steepest" && r.scenario === "same" && r.falling === falling && r.around === around,
        )
        .map(({ value }) => value);
      const fall = (q[2] as number) - (q[5] as number);
      const most = rung("same", falling, around)[1] as number;
      expect(fall).toBeLessThanOrEqual(most + 1e-6);
      expect(fall).toBeGreaterThan(most - 0.5);
    }
  });
});

describe("histories at random", () => {
  it.each(SCENARIO.options)(
    "if the quarters weigh $label: chains have mixed, and every draw fits every sentence",
    (scenario) => {
      const problem = scenarioProblem(given, scenario.code);
      const sample = sampleSystems(problem, { seed: 2014, draws: 150, thin: 96 });
      expect(sample.mixed, JSON.stringify(sample.mixing)).toBe(true);
      for (const draw of sample.draws) expect(checkSystem(problem, draw)).toEqual([]);
      const weights = scenarioShares(given, scenario.code);
      expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
      expect((weights.at(-1) ?? 0) / (weights[0] ?? 1)).toBeCloseTo(scenario.growth, 12);
      // By hand, on the rows that the chart draws.
      const lines = histories.filter(
        (row) =>
          row.scenario === scenario.code &&
          row.draw !== null &&
          row.falling === "august" &&
          row.around === "recorded",
      );
      expect(lines.length).toBe(30 * 12);
      for (let line = 0; line < 30; line++) {
        const q = lines.filter(({ draw }) => draw === line).map(({ value }) => value);
        const pooled = q.reduce((sum, value, i) => sum + value * (weights[i] as number), 0);
        expect(Math.abs(pooled - 61)).toBeLessThanOrEqual(0.5 + 1e-6);
        for (const i of [3, 4, 5]) expect(q[i]).toBeLessThanOrEqual(q[i - 1] as number);
        for (const value of q.slice(5)) expect(Math.abs(value - 60)).toBeLessThanOrEqual(2.5 + 1e-6);
      }
    },
  );

  it("named ones fit under other weights too, and the steepest falls further when early quarters weigh less", () => {
    const falls = SCENARIO.options.map(({ code }) => {
      const { values, shares } = systemOf("steepest", code);
      expect(Object.values(shares)[0]?.[0]).toBeCloseTo(scenarioShares(given, code)[0] as number, 9);
      return (values[given.quarters[2]?.id ?? ""] ?? 0) - (values[given.quarters[5]?.id ?? ""] ?? 0);
    });
    expect(falls[1]).toBeGreaterThan((falls[0] ?? 0) + 5);
    expect(falls[2]).toBeGreaterThan(falls[1] ?? 0);
  });

  it("none are drawn where numbers filled in leave nothing that fits", () => {
    const shut = { ...given, quarters: given.quarters.map((q) => ({ ...q, low: 70, high: 71 })) };
    expect(randomHistories(shut, "same")).toEqual([]);
    expect(historyRows(shut)).toEqual([]);
    const none = historiesFigure.show?.([], defaultState(historiesFigure.controls)) ?? [];
    expect(historiesFigure.readout?.(none, {})).toBe(
      "No history fits the numbers filled in under these settings.",
    );
    const { document } = new JSDOM("").window;
    const chart = drawFigure(historiesFigure, [], defaultState(historiesFigure.controls), {
      width: 640,
      document,
    });
    expect(chart.getAttribute("aria-label")).toContain("No history fits");
  });
});

describe("what was said", () => {
  it("leaves each quarter what its words leave, under both readings", () => {
    const ranges = (falling: string) =>
      saidRows(given)
        .filter((r) => r.mark === "quarter" && r.falling === falling && r.around === "recorded")
        .map(({ low, high }) => `${low}-${high}`);
    const level = Array.from({ length: 7 }, () => "57.5-62.5");
    expect(ranges("august")).toEqual(["0-100", "0-100", "57.5-100", "57.5-100", "57.5-100", ...level]);
    expect(ranges("november")).toEqual(["0-100", "0-100", "0-100", "57.5-100", "57.5-100", ...level]);
  });

  it("has the events with who dates them so", () => {
    const events = saidRows(given).filter(
      (r) => r.mark === "event" && r.falling === "august" && r.around === "two",
    );
    expect(events.map(({ label, grade }) => [label.split(":")[0], grade])).toEqual([
      ["November 2013", "P"],
      ["June 2014", "P"],
      ["30 June 2014", "B"],
      ["11 August 2014", "B"],
    ]);
  });
});

describe("with the quarters filled in", () => {
  const filledWith = (percentages: readonly number[]) =>
    buildWith(
      given.quarters.map(
        ({ id }, i) => ["cms-2016/values.csv", id, "printed", String(percentages[i])] as const,
      ),
    );
  // Made up.
  const built = filledWith([70, 71, 72, 65, 64, 62, 62, 60, 60, 59, 59, 59]);

  it("a segmented regression appears, which is absent from the raw files as they are", () => {
    expect(segmentedRows(given)).toEqual([]);
    const table = built.tables.get("segmented-regression");
    expect(table?.rows.length).toBe(4);
    const estimates = table?.rows.map((r) => r.estimate as number) ?? [];
    // The first three lie on a line: 70 and 1 a quarter.
    close(estimates.slice(0, 2), [70, 1]);
    // By hand, least squares of the last nine on 0 to 8: mean 61.11, slope -44/60; at 0 they stand at 64.04, where the
    // old line would be at 73.
    const y = [65, 64, 62, 62, 60, 60, 59, 59, 59];
    const slope = y.reduce((sum, v, i) => sum + (i - 4) * v, 0) / 60;
    const start = y.reduce((sum, v) => sum + v, 0) / 9 - 4 * slope;
    close(estimates.slice(2), [start - 73, slope - 1]);
  });

  it("the page shows it, and nothing in its place before", () => {
    const { document } = new JSDOM("").window;
    const block = (tables: typeof built.tables) =>
      feeBlocks(readRaw(RAW), tables, document)["fee-impact.segmented"];
    expect(block(new Map())?.outerHTML).toBe('<div hidden=""></div>');
    expect(block(built.tables)?.textContent).toContain("Step in the quarter of the fee");
  });

  it("the fall is what the numbers say, with their rounding", () => {
    const fall = built.results.find((r) => r.id === "fee.fall.words");
    close([fall?.low ?? 0, fall?.high ?? 0], [9, 11]);
  });

  it("weights that are filled in stand in for those assumed", () => {
    const rows = VALUES.objects().map((row) => {
      const { measure } = row as { measure: string };
      const filled = { printed: "0.083", value: 0.083, low: 0.0825, high: 0.0835 };
      return measure === "cms16.quarter-weight" ? { ...row, ...filled } : row;
    });
    const facts = feeFacts(from(rows), EVENTS);
    expect(facts.weights?.values).toEqual(Array.from({ length: 12 }, () => 0.083));
    expect(given.weights).toBe(null);
    const reading = { ...TWO_ASSUMPTIONS, weights: { growth: 10 } };
    const [bound] = boundProblem(feeProblem(facts, reading, [fallAsk(facts)]), { leaveOneOut: false }).bounds;
    // Equal but for rounding: near the 19.33 of equal weights, and no lower.
    expect(bound?.high).toBeGreaterThan(19.33);
    expect(bound?.high).toBeLessThan(20);
  });

  it("an assumption that the numbers rule out takes the range of the rung above, and says so", () => {
    const other = filledWith([40, 60, 72, 65, 64, 62, 62, 62, 62, 62, 62, 62]);
    const rows = other.tables.get("fall-by-assumption")?.rows ?? [];
    const before = rows.find((r) => r.rung === "before");
    expect(before).toMatchObject({ fits: false, sentence: "does not fit the numbers", low: 9, high: 11 });
  });
});

it("nothing of the words' default reading is assumed beside them", () => {
  expect(WORDS).toEqual({
    falling: "august",
    around: "recorded",
    beforeWithin: null,
    weights: { growth: null },
    parents: null,
  });
});
