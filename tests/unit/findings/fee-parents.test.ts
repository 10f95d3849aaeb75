import { from } from "arquero";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { readRaw } from "../../../data-loaders/read/index.js";
import { eventsTable } from "../../../data-loaders/tables/documents.js";
import { type BoundProblem, boundProblem, checkSystem } from "../../../src/bounds/index.js";
import { feeBlocks } from "../../../src/findings/fee-impact/blocks.js";
import {
  changeAsk,
  changeRows,
  decreaseOf,
  fallAsk,
  feeFacts,
  feeProblem,
  feeSentences,
  ladderRows,
  PARENT_READINGS,
  parentsRows,
  type Reading,
  randomHistories,
  swingNeeded,
  swingRows,
  WORDS,
} from "../../../src/findings/fee-impact/index.js";
import { DECREASED, MIXES } from "../../../src/findings/fee-impact/options.js";
import { parentStatements } from "../../../src/findings/fee-impact/parents.js";
import { solveOne } from "../../../src/findings/fee-impact/solve.js";
import { feeImpactTables } from "../../../src/findings/fee-impact/tables.js";
import { VALUES } from "../analysis/held.js";
import { drawing } from "../analysis/made-up/made-up-report.js";
import { RAW } from "../data-loaders/tables/filled-copy.js";

const raw = readRaw(RAW);
const EVENTS = from([...eventsTable(raw).rows]);
const given = Object.freeze(feeFacts(VALUES, EVENTS));
const rows = parentsRows(given);
const SAME: Reading = { ...WORDS, weights: { growth: 1 } };
const row = (decreased: string, mix: string, falling = "august", around = "recorded") => {
  const found = rows.find(
    (r) => r.decreased === decreased && r.mix === mix && r.falling === falling && r.around === around,
  );
  if (found === undefined) throw new Error(`no row ${decreased} ${mix}`);
  return found;
};
const mean = (x: readonly number[]) => x.reduce((sum, v) => sum + v, 0) / x.length;
const lowOf = (problem: BoundProblem) =>
  boundProblem(problem, { holes: false, leaveOneOut: false }).bounds[0]?.low ?? Number.POSITIVE_INFINITY;

describe("the decrease of a series", () => {
  const series = [70, 71, 72, 65, 64, 62, 62, 60, 60, 59, 59, 58];
  const at = (decreased: (typeof DECREASED)[number]["code"]) =>
    decreaseOf(given, decreased).reduce((sum, c, i) => sum + c * (series[i] as number), 0);

  it("is first less last, the fall along the line, or mean before less mean after", () => {
    expect(at("ends")).toBeCloseTo(12, 9);
    const slope = series.reduce((sum, x, i) => sum + (i - 5.5) * x, 0) / 143;
    expect(at("trend")).toBeCloseTo(-11 * slope, 9);
    expect(at("means")).toBeCloseTo(71 - mean(series.slice(5)), 9);
  });
});

describe("the sentences on both parents", () => {
  /** Names of the statements that parents' figures break; the mix is half throughout. */
  const broken = (receiving: readonly number[], paying: readonly number[]) => {
    const values = new Map(
      given.quarters.flatMap(({ id }, i): [string, number][] => {
        const [r, p] = [receiving[i] ?? 0, paying[i] ?? 0];
        return [
          [given.parents.receiving[i]?.id ?? "", r],
          [given.parents.paying[i]?.id ?? "", p],
          [id, (r + p) / 2],
        ];
      }),
    );
    const { linear } = parentStatements(given, { decreased: "ends", mix: "constant" }, { low: 50, high: 50 });
    return linear.flatMap(({ terms, low = -Infinity, high = Infinity, name }) => {
      const sum = terms.reduce((total, [id, times]) => total + times * (values.get(id) ?? Number.NaN), 0);
      return sum >= low - 1e-9 && sum <= high + 1e-9 ? [] : [name];
    });
  };
  const falling = (from: number, to: number) =>
    given.quarters.map((_, i, { length }) => from + ((to - from) * i) / (length - 1));

  it("are kept where both fell and Receiving Parents fell by more", () => {
    expect(broken(falling(80, 60), falling(60, 55))).toEqual([]);
  });

  it("are broken where Paying Parents fell by more, or one of both did not fall", () => {
    expect(broken(falling(80, 79), falling(60, 50))).toEqual([
      expect.stringMatching(/^the difference between both parents decreased/),
    ]);
    expect(broken(falling(80, 60), falling(50, 51))).toEqual(["satisfaction decreased among both parents"]);
  });
});

describe("before less after with the sentences on both parents, all quarters weighing the same", () => {
  it("is as without them where any mix may be", () => {
    const same = changeRows(given).find(
      (r) => r.growth === 1 && r.falling === "august" && r.around === "recorded",
    );
    for (const { code } of DECREASED) {
      expect(row(code, "any").low).toBeCloseTo(same?.low ?? 0, 4);
      expect(row(code, "any").high).toBeCloseTo(same?.high ?? 0, 4);
    }
  });

  it.each([
    ["constant", 0],
    ["five", 5],
    ["ten", 10],
  ])("by hand, the last quarter below the first, mix %s", (mix, swing) => {
    // August 2016 at 62.5, so November 2013 at 62.5 less the swing times a gap of 100; February 2014 at 0; May, August and
    // November alike at v; seven at 62.5; 726 in all.
    const first = 62.5 - swing;
    const v = (726 - first - 7 * 62.5) / 3;
    expect(row("ends", mix).low).toBeCloseTo((first + v) / 3 - 62.5, 2);
    expect(row("ends", mix).high).toBeCloseTo(16, 4);
  });

  it("has a direction in one reading only, and only with one mix throughout", () => {
    for (const falling of ["august", "november"])
      for (const around of ["recorded", "two", "five"])
        for (const { code } of DECREASED)
          for (const { code: mix } of MIXES)
            expect(row(code, mix, falling, around).both, `${falling} ${around} ${code} ${mix}`).toBe(
              !(code === "means" && mix === "constant"),
            );
    expect(row("means", "constant").low).toBeCloseTo(0, 4);
  });

  it("leaves the direction open for any weights too, and the end of the fall where it was", () => {
    for (const parents of PARENT_READINGS.filter(({ mix }) => mix === "constant")) {
      const change = solveOne(given, { ...WORDS, parents }, changeAsk(given));
      if (parents.decreased === "means") expect(change?.low).toBeCloseTo(0, 4);
      else expect(change?.low).toBeLessThan(-10);
      expect(solveOne(given, { ...WORDS, parents }, fallAsk(given))?.high).toBeCloseTo(42.5, 4);
    }
  });

  // The same without the search: every floor of a grid by itself.
  it.each(DECREASED.flatMap(({ code }) => [["ten", code] as const, ["five", code] as const]))(
    "mix %s, %s: no floor goes further, and some floor comes as far",
    (mix, decreased) => {
      const within = mix === "ten" ? 10 : 5;
      let least = Number.POSITIVE_INFINITY;
      for (let floor = 0; floor <= 100 - within; floor += 1) {
        const reading: Reading = { ...SAME, parents: { decreased, mix } };
        const low = lowOf(feeProblem(given, reading, [changeAsk(given)], { low: floor, high: floor }));
        least = Math.min(least, low);
      }
      expect(row(decreased, mix).low).toBeLessThanOrEqual(least + 1e-6);
      expect(row(decreased, mix).low).toBeGreaterThan(least - 0.15);
    },
  );

  it("is attained by complete sets of numbers that break no sentence", () => {
    for (const parents of PARENT_READINGS) {
      const solved = solveOne(given, { ...SAME, parents }, changeAsk(given));
      const system = solved?.attainedLow;
      if (system === undefined) throw new Error("nothing attained");
      const s = given.quarters.map(({ id }) => system.values[id] as number);
      const r = given.parents.receiving.map(({ id }) => system.values[id] as number);
      const p = given.parents.paying.map(({ id }) => system.values[id] as number);
      expect(checkSystem(feeProblem(given, SAME, []), { ...system })).toEqual([]);
      const decrease = (x: readonly number[]) =>
        decreaseOf(given, parents.decreased).reduce((sum, c, i) => sum + c * (x[i] as number), 0);
      expect(decrease(p)).toBeGreaterThan(-1e-5);
      expect(decrease(r) - decrease(p)).toBeGreaterThan(-1e-5);
      r.forEach((x, i) => {
        expect(x).toBeGreaterThanOrEqual((p[i] as number) - 1e-6);
      });
      const shares = s.flatMap((x, i) => {
        const lead = (r[i] as number) - (p[i] as number);
        return lead > 0.01 ? [(x - (p[i] as number)) / lead] : [];
      });
      const within = MIXES.find(({ code }) => code === parents.mix)?.within ?? 0;
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(within / 100 + 1e-3);
      const change = mean(s.slice(0, 3)) - mean(s.slice(5));
      expect(change).toBeLessThanOrEqual((solved?.low ?? 0) + 0.05 + 1e-6);
    }
  });

  it("holds every made-up history of all clients and both parents", () => {
    let inside = 0;
    for (const [k, { values }] of randomHistories(given, "same").entries()) {
      const { between } = drawing(k);
      const s = given.quarters.map(({ id }) => values[id] as number);
      for (let tries = 0; tries < 20; tries++) {
        const [start, low, swing] = [between(1, 40), between(0, 90), between(0, 10)];
        const end = between(0, start);
        const share = s.map(() => between(low, low + swing) / 100);
        const lead = s.map((_, i) => start + ((end - start) * i) / 11);
        const p = s.map((x, i) => x - (share[i] as number) * (lead[i] as number));
        const r = p.map((x, i) => x + (lead[i] as number));
        if ([...p, ...r].some((x) => x < 0 || x > 100)) continue;
        for (const { code } of DECREASED) {
          const c = decreaseOf(given, code);
          const decrease = (x: readonly number[]) => x.reduce((sum, v, i) => sum + v * (c[i] as number), 0);
          if (!(decrease(p) >= 0 && decrease(r) >= decrease(p))) continue;
          const mix = swing <= 5 ? "five" : "ten";
          const change = mean(s.slice(0, 3)) - mean(s.slice(5));
          expect(change).toBeGreaterThanOrEqual(row(code, mix).low - 1e-6);
          expect(change).toBeLessThanOrEqual(row(code, mix).high + 1e-6);
          inside++;
        }
      }
    }
    expect(inside).toBeGreaterThan(200);
  });

  it("follows percentages of parents that are filled in", () => {
    const held = (percent: number) => ({ value: percent, low: percent - 0.5, high: percent + 0.5 });
    const series = (percents: readonly number[], of: typeof given.parents.receiving) =>
      of.map((quarter, i) => ({ ...quarter, ...held(percents[i] as number) }));
    const parents = {
      receiving: series([72, 72, 72, 70, 69, 66, 66, 66, 65, 65, 65, 65], given.parents.receiving),
      paying: series([60, 60, 60, 58, 57, 56, 56, 55, 55, 55, 55, 55], given.parents.paying),
    };
    const reading: Reading = { ...WORDS, parents: { decreased: "ends", mix: "any" } };
    const solved = solveOne({ ...given, parents }, reading, fallAsk(given));
    // May from 59.5 to 72.5, February from 57.5 (around) to 62.5: the fall from 0 (it fell) to 15.
    expect(solved?.low).toBeCloseTo(0, 4);
    expect(solved?.high).toBeCloseTo(72.5 - 57.5, 4);
    const above = {
      ...parents,
      paying: series(
        Array.from({ length: 12 }, () => 80),
        given.parents.paying,
      ),
    };
    expect(solveOne({ ...given, parents: above }, reading, fallAsk(given))).toBeNull();
  });
});

describe("the swing that hides a fall", () => {
  it("is the fall of both divided by their gap, and none where that is all of them", () => {
    expect(swingNeeded(2, 10)).toBe(20);
    expect(swingNeeded(10, 10)).toBeNull();
    expect(swingRows().length).toBe(16);
    expect(() => swingNeeded(0, 10)).toThrow(RangeError);
    expect(() => swingNeeded(1, 0)).toThrow(RangeError);
  });

  // Both fall by at least `fall`, the mean gap since February 2015 is at most `gap`, the mix swings by ten points.
  it.each([
    [2, 10],
    [1, 10],
    [1, 20],
  ])("agrees with the solver: %d points, a gap of %d", (fall, gap) => {
    const parents = { decreased: "means", mix: "ten" } as const;
    const later = [5, 6, 7, 8, 9, 10, 11];
    const { receiving, paying } = given.parents;
    const lows = [20, 40, 50, 60].map((floor) => {
      const problem = feeProblem(given, { ...SAME, parents }, [changeAsk(given)], {
        low: floor,
        high: floor,
      });
      const falls = decreaseOf(given, "means");
      const terms = (of: typeof receiving) =>
        of.flatMap(({ id }, i) => (falls[i] === 0 ? [] : [[id, falls[i] as number] as const]));
      const lead = later.flatMap(
        (i) =>
          [
            [receiving[i]?.id ?? "", 1 / 7],
            [paying[i]?.id ?? "", -1 / 7],
          ] as const,
      );
      return lowOf({
        ...problem,
        linear: [
          ...(problem.linear ?? []),
          { terms: terms(receiving), low: fall },
          { terms: terms(paying), low: fall },
          { terms: lead, high: gap },
        ],
      });
    });
    for (const low of lows) expect(low).toBeCloseTo(fall - gap / 10, 4);
    expect(Math.sign(Math.round(Math.min(...lows) * 1000))).toBe(Math.sign(10 * fall - gap));
    expect(swingNeeded(fall, gap) ?? 100).toBe((100 * fall) / gap);
  });

  it("stands on the page as a table", () => {
    const { tables } = feeImpactTables(VALUES, EVENTS, raw.claims, () => null);
    const { document } = new JSDOM("").window;
    const block = feeBlocks(raw, new Map(tables.map((t) => [t.name, t])), document)["fee-impact.swings"];
    const cells = [...(block?.querySelectorAll("tbody tr") ?? [])].map((tr) =>
      [...tr.children].map((cell) => cell.textContent),
    );
    expect(cells[1]).toEqual(["2 points", "40", "20", "10", "5"]);
    expect(cells[3]).toEqual(["10 points", "no swing does", "no swing does", "50", "25"]);
  });
});

describe("ends that are corners", () => {
  const ladder = ladderRows(given);
  const changes = changeRows(given);
  const ends = <Row extends { lowest: string | null; highest: string | null }>(found: Row | undefined) => [
    found?.lowest,
    found?.highest,
  ];

  it("say what the fall takes: everyone satisfied in May 2014, or nobody", () => {
    const rung = (name: string, falling: string) =>
      ends(ladder.find((r) => r.rung === name && r.falling === falling && r.around === "recorded"));
    expect(rung("words", "august")).toEqual([null, "100 less 57.5: everyone satisfied in May 2014"]);
    expect(rung("words", "november")).toEqual([
      "0 less 62.5: nobody satisfied in May 2014",
      "100 less 57.5: everyone satisfied in May 2014",
    ]);
    expect(rung("same", "august")).toEqual([null, null]);
  });

  it("say what before less after takes, and only what it must take", () => {
    const change = (growth: number | null) =>
      ends(changes.find((r) => r.growth === growth && r.falling === "august" && r.around === "recorded"));
    expect(change(null)).toEqual([
      "nobody satisfied in November 2013 and February 2014",
      "everyone satisfied in November 2013, February 2014 and May 2014",
    ]);
    // With equal weights only the sum of the quarters before is fixed at the high end.
    expect(change(1)).toEqual(["nobody satisfied in November 2013 and February 2014", null]);
  });
});

describe("the sentences of each figure", () => {
  const sentences = feeSentences(given, raw.claims);
  const list = (figure: string, part: string) =>
    sentences.filter((s) => s.figure === figure && s.part === part).map(({ statement }) => statement);
  const FIGURES = [...new Set(sentences.map(({ figure }) => figure))];

  it("are listed for all seven figures of the page", () => {
    expect(FIGURES.length).toBe(7);
  });

  it("are those that its problems are made of", () => {
    const words = [
      "61% were satisfied, all quarters together",
      "satisfaction fell in 3 quarters in a row",
      "satisfaction was around 60% from February 2015 on",
    ];
    const parents = [
      "Paying Parents were less satisfied than Receiving Parents in every quarter",
      "satisfaction decreased among both parents",
      "the difference between both parents decreased, since Receiving Parents fell by more points",
    ];
    expect(list("what-was-said", "used")).toEqual(words);
    expect(list("what-was-said", "left out")).toEqual(expect.arrayContaining(parents));
    for (const figure of ["before-less-after-by-parents", "histories-that-fit"]) {
      expect(list(figure, "used")).toEqual(expect.arrayContaining([...words, ...parents]));
      expect(list(figure, "left out").filter((s) => parents.includes(s))).toEqual([]);
    }
    expect(list("fall-by-assumption", "assumed")).toContain("all quarters weigh the same");
    expect(list("what-was-said", "assumed")).toEqual([]);
  });

  it("leave out what the report says of the quarters by CSA past and of samples, and nothing twice", () => {
    for (const figure of FIGURES) {
      const left = list(figure, "left out");
      expect(left.some((s) => /CSA past/.test(s))).toBe(true);
      expect(left.some((s) => /samples have grown/.test(s))).toBe(true);
      const all = sentences.filter((s) => s.figure === figure).map(({ statement }) => statement);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});
