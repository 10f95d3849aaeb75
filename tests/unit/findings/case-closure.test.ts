import { tableFromIPC } from "@uwdata/flechette";
import { type ColumnTable, fromArrow } from "arquero";
import { describe, expect, it } from "vitest";
import { arrowBytes } from "../../../data-loaders/tables/index.js";
import { seeded } from "../../../src/analysis/seeded.js";
import { drawPictures, rulerIsRight } from "../../../src/findings/case-closure/guess.js";
import {
  caseClosureResults,
  type Facts,
  facts,
  fallRows,
  guessRows,
  noiseRows,
  sizeRows,
  wordRows,
} from "../../../src/findings/case-closure/index.js";
import { chanceAbove, expectedSwing } from "../../../src/findings/case-closure/noise.js";
import {
  average,
  drawGroups,
  drawMonths,
  monthsOnTop,
  swing,
} from "../../../src/findings/case-closure/repeated-survey.js";
import { AT_INTERVIEWS, FIRST_DRAW } from "../../../src/findings/case-closure/settings.js";
import { GOAL, gapSeen } from "../../../src/findings/case-closure/survey-size.js";
import { formatResult } from "../../../src/model/result.js";
import { powerOfDifference } from "../../../src/stats/planning/index.js";
import { built } from "../site/fixture.js";

const columns = (name: string): ColumnTable => {
  const table = built().tables.get(name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return fromArrow(tableFromIPC(arrowBytes(table, "")) as unknown as Parameters<typeof fromArrow>[0]);
};
const [values, events] = [columns("values"), columns("events")];
const given: Facts = Object.freeze(facts(values, events));
const results = new Map(caseClosureResults(given).map((r) => [r.id, r]));
const text = (id: string) => {
  const result = results.get(id);
  if (result === undefined) throw new Error(`no result ${id}`);
  return formatResult(result);
};

describe("the facts", () => {
  it("are what the two texts print: 93 and 61, a fall of 22 in January 2015, and the months of two events", () => {
    expect([given.level.value, given.cmsLevel.value]).toEqual([93, 61]);
    expect(given.fall).toMatchObject({ value: 22, low: 21.5, high: 22.5, month: "2015-01" });
    expect([given.letters, given.turn]).toEqual(["2014-06", "2015-11"]);
  });

  it("are twelve quarters and thirty months of each group, none held, all in Table 3", () => {
    const of = ({ numbers, held, place, start, end }: Facts["series"]["csaNone"]) => [
      numbers,
      held,
      place,
      start,
      end,
    ];
    for (const name of ["csaNone", "csaPast"] as const)
      expect(of(given.series[name])).toEqual([12, 0, "Table 3", "2013-11", "2016-08"]);
    for (const name of ["letterNone", "letterReceived"] as const)
      expect(of(given.series[name])).toEqual([30, 0, "Table 3", "2014-04", "2016-09"]);
    expect(given.months).toBe(30);
    expect(["closure.cms.not-held", "closure.options.not-held"].map(text)).toEqual(["24", "60"]);
  });

  it("name what is missing", () => {
    expect(() => facts(values, columns("calendar"))).toThrow();
    const without = values.params({}).filter("d => d.id !== 'options-2016.satisfied'");
    expect(() => facts(without, events)).toThrow("0 rows are named options-2016.satisfied");
  });
});

describe("the words", () => {
  it("are four lines, and no number of them", () => {
    expect(wordRows(given).map((r) => [r.survey, r.group, r.shape, r.held, r.numbers])).toEqual([
      ["cms", "csa=none", "above", 0, 12],
      ["cms", "csa=past", "below", 0, 12],
      ["options", "letter=not-received", "level", 0, 30],
      ["options", "letter=received", "erratic", 0, 30],
    ]);
  });

  it("put the turn at the ninth quarter: the one that ends in November 2015, two years after the first", () => {
    expect(wordRows(given).map((r) => r.until_turn)).toEqual([9, 9, 0, 0]);
  });

  it("say neither figure nor month", () => {
    for (const { said } of wordRows(given)) expect(said).not.toMatch(/\d/);
  });
});

describe("a made-up survey", () => {
  it("draws the same under the same seed, and something else under another", () => {
    const draw = (seed: number) => drawMonths(seeded(seed), { interviews: 30, level: 88, months: 30 });
    expect(draw(4)).toEqual(draw(4));
    expect(draw(4)).not.toEqual(draw(5));
  });

  it("draws whole interviews, whose mean over many months is the true level", () => {
    const drawn = drawMonths(seeded(2), { interviews: 15, level: 88, months: 40_000 });
    expect(
      drawn.every((percent) => Math.abs((percent * 15) / 100 - Math.round((percent * 15) / 100)) < 1e-9),
    ).toBe(true);
    // Five standard errors: 5 × √(88 × 12 / 15 / 40,000) points.
    expect(Math.abs(average(drawn) - 88)).toBeLessThan(5 * Math.sqrt((88 * 12) / 15 / 40_000));
    const variance = average(drawn.map((percent) => (percent - 88) ** 2));
    expect(variance).toBeGreaterThan(0.95 * ((88 * 12) / 15));
    expect(variance).toBeLessThan(1.05 * ((88 * 12) / 15));
  });

  it("counts months on top, without ties, and the swing from lowest to highest", () => {
    expect(monthsOnTop({ small: [90, 80, 95], large: [90, 85, 90] })).toBe(1);
    expect(swing([80, 95, 70, 90])).toBe(25);
    expect(average([80, 90, 100])).toBe(90);
  });

  it("moves the same luck when the gap changes: no month rises as the gap grows", () => {
    const of = (gap: number) =>
      drawGroups(seeded(9), { interviews: 30, others: 300, level: 93, gap, months: 30 });
    of(10).small.forEach((percent, month) => {
      expect(percent).toBeLessThanOrEqual(of(3).small[month] ?? 0);
    });
    expect(of(10).large).toEqual(of(3).large);
  });
});

describe("what chance does to a steady gap", () => {
  it("is worked out by hand for one interview each: on top where it says yes and the other no", () => {
    // 0.8 × 0.1
    expect(chanceAbove({ interviews: 1, level: 80 }, { interviews: 1, level: 90 })).toBeCloseTo(0.08, 12);
    // One of 1 against 2 of 2, 1 of 2 and 0 of 2: above the last two. 0.5 × 0.75
    expect(chanceAbove({ interviews: 1, level: 50 }, { interviews: 2, level: 50 })).toBeCloseTo(0.375, 12);
  });

  it("swings by hand over 100 points where one interview says yes once and no once", () => {
    // Two months of one interview at a half: 100 points in two of four series.
    expect(expectedSwing({ interviews: 1, level: 50 }, 2)).toBeCloseTo(50, 12);
    // Three months: in six of eight.
    expect(expectedSwing({ interviews: 1, level: 50 }, 3)).toBeCloseTo(75, 12);
  });

  it("is for each setting about the mean of 4,000 draws", () => {
    const rows = noiseRows(given).filter((row) => row.interviews <= 30 && row.gap !== 3);
    for (const row of rows) {
      const random = seeded(row.interviews + row.gap);
      const drawn = Array.from({ length: 4000 }, () => drawGroups(random, row));
      const close = (of: number[], exact: number) => {
        const spread = Math.sqrt(average(of.map((value) => (value - exact) ** 2)) / of.length);
        expect(Math.abs(average(of) - exact), row.label).toBeLessThan(5 * spread);
      };
      close(drawn.map(monthsOnTop), row.on_top);
      const ever = drawn.filter((d) => monthsOnTop(d) > 0).length / drawn.length;
      const exact = row.ever_on_top / 100;
      expect(Math.abs(ever - exact)).toBeLessThan(5 * Math.sqrt((exact * (1 - exact)) / drawn.length) + 1e-3);
      close(
        drawn.map((d) => swing(d.small)),
        row.swing,
      );
      close(
        drawn.map((d) => swing(d.large)),
        row.swing_others,
      );
    }
  });

  it("grows less with more interviews and a greater gap", () => {
    const rows = noiseRows(given);
    const at = (interviews: number, gap: number) =>
      rows.find((r) => r.interviews === interviews && r.gap === gap);
    for (const gap of [0, 3, 5, 10]) expect(at(120, gap)?.swing).toBeLessThan((at(15, gap)?.swing ?? 0) / 2);
    for (const interviews of [15, 30, 60, 120])
      expect(at(interviews, 10)?.on_top).toBeLessThan(at(interviews, 3)?.on_top ?? 0);
  });

  it("swings over 23 points at 30 interviews and a gap of 5, with the small group on top in 6.2 months of 30", () => {
    expect(
      ["swing", "swing-others", "on-top", "on-top-no-gap", "ever-on-top"].map((id) =>
        text(`closure.noise.${id}`),
      ),
    ).toEqual(["23 points", "6 points", "6.2", "15.6", "99%"]);
  });

  it("looks near its average in the draw that is shown first", () => {
    const row = noiseRows(given).find((r) => r.interviews === 30 && r.gap === 5);
    if (row === undefined) throw new Error("no such row");
    const first = drawGroups(seeded(FIRST_DRAW), row);
    expect(monthsOnTop(first)).toBe(Math.round(row.on_top));
    expect(Math.abs(swing(first.small) - row.swing)).toBeLessThan(1);
  });
});

describe("the pictures", () => {
  const rows = guessRows(given);

  it("are four, of which one has no gap, in every round, and each has its turn", () => {
    const answers = Array.from({ length: 99 }, (_, round) => {
      const pictures = drawPictures(rows, round + 1, null);
      expect(pictures.map((p) => p.true_gap).sort()).toEqual([0, 5, 5, 5]);
      return pictures.find((p) => p.true_gap === 0)?.picture;
    });
    for (const picture of [1, 2, 3, 4])
      expect(answers.filter((answer) => answer === picture).length).toBeGreaterThan(12);
    expect(text("closure.guess.answer")).toBe(String(answers[0]));
  });

  it("are the same before and after a guess, which shows what they were drawn with", () => {
    const [before, after] = [drawPictures(rows, 3, null), drawPictures(rows, 3, 2)];
    expect(after.map((p) => p.small)).toEqual(before.map((p) => p.small));
    expect(before.some((p) => p.revealed || p.chosen)).toBe(false);
    expect(after.map((p) => [p.revealed, p.chosen])).toEqual([
      [true, false],
      [true, true],
      [true, false],
      [true, false],
    ]);
  });

  it("are told apart by a ruler about as often as in 3,000 rounds", () => {
    let right = 0;
    for (let round = 1; round <= 3000; round++) {
      const pictures = drawPictures(rows, round, null);
      const differences = pictures.map((p) => average(p.large) - average(p.small));
      if (pictures[differences.indexOf(Math.min(...differences))]?.true_gap === 0) right++;
    }
    const [row] = rows;
    if (row === undefined) throw new Error("no picture");
    const exact = rulerIsRight(row);
    expect(Math.abs(right / 3000 - exact)).toBeLessThan(5 * Math.sqrt((exact * (1 - exact)) / 3000));
    expect(text("closure.guess.ruler")).toBe("98%");
  });

  it("are told apart by a ruler once in four where none has a gap", () => {
    expect(rulerIsRight({ interviews: 5, others: 50, months: 6, level: 80, gap: 0 })).toBeCloseTo(0.25, 9);
  });
});

describe("the month that fell by 22", () => {
  const rows = fallRows(given);
  const of = (reading: string) => rows.filter((row) => row.reading === reading);

  it("has thresholds for four levels under each reading", () => {
    // A second, direct programme over whole numbers of interviews up to 400 gave the same.
    expect(of("points").map((r) => [r.level, r.likely_up_to, r.possible_up_to])).toEqual([
      [90, 18, 37],
      [80, 27, 60],
      [70, 37, 79],
      [60, 41, 88],
    ]);
    expect(of("percent").map((r) => [r.level, r.likely_up_to, r.possible_up_to])).toEqual([
      [90, 18, 38],
      [80, 35, 77],
      [70, 60, 129],
      [60, 93, 199],
    ]);
  });

  it("gives the chance at 20, 50 and 100 interviews", () => {
    expect(AT_INTERVIEWS).toEqual({ few: 20, more: 50, many: 100 });
    const eighty = of("points").find((row) => row.level === 80);
    expect([eighty?.chance_20, eighty?.chance_50, eighty?.chance_100].map((c) => c?.toFixed(1))).toEqual([
      "67.6",
      "11.7",
      "0.2",
    ]);
  });

  it("names the range over the levels, and what the other reading makes of it", () => {
    expect(["likely", "possible", "at-few", "at-many"].map((id) => text(`closure.fall.${id}`))).toEqual([
      "18 to 41",
      "37 to 88",
      "23.4 to 90.6%",
      "0.0 to 2.6%",
    ]);
    expect(["likely", "possible"].map((id) => text(`closure.fall.${id}.percent`))).toEqual([
      "18 to 93",
      "38 to 199",
    ]);
    expect(results.get("closure.fall.likely.percent")?.variant).toEqual({
      of: "closure.fall.likely",
      when: { reading: "percent" },
    });
  });
});

describe("what a survey would need", () => {
  it("grows with the design effect and reaches its power, not with one interview less", () => {
    for (const row of sizeRows(given)) {
      [row.deff_1, row.deff_1_5, row.deff_2].forEach((n, index) => {
        const power = (size: number) =>
          powerOfDifference({
            p1: row.level / 100,
            p2: row.lower / 100,
            n1: size,
            n2: size,
            deff: [1, 1.5, 2][index] ?? 1,
            alpha: GOAL.alpha,
            nullVariance: "unpooled",
          });
        expect(power(n)).toBeGreaterThanOrEqual(GOAL.power - 1e-9);
        expect(power(n - 1)).toBeLessThan(GOAL.power);
      });
    }
  });

  it("is by hand 162 interviews for 10 points at the level of Options", () => {
    // (1.959964 + 0.841621)² (0.93 × 0.07 + 0.83 × 0.17) / 0.1² = 7.848880 × 0.2062 / 0.01 = 161.84
    expect(sizeRows(given)[0]).toMatchObject({
      survey: "options",
      gap: 10,
      level: 93,
      lower: 83,
      deff_1: 162,
      deff_2: 324,
    });
    expect(["10", "8", "5", "3"].map((gap) => text(`closure.needed.${gap}`))).toEqual([
      "162",
      "237",
      "536",
      "1,353",
    ]);
  });

  it("sees 24 points in one month of 30 interviews, and 2.9 to 4.3 in thirty", () => {
    expect(["full", "two-thirds", "half"].map((code) => text(`closure.seen.all.${code}`))).toEqual([
      "2.9 points",
      "3.6 points",
      "4.3 points",
    ]);
    expect(text("closure.seen.month.full")).toBe("24.0 points");
    const found = gapSeen(93, 900, 1) / 100;
    const power = powerOfDifference({
      p1: 0.93,
      p2: 0.93 - found,
      n1: 9000,
      n2: 900,
      deff: 1,
      alpha: 0.05,
      nullVariance: "unpooled",
    });
    expect(power).toBeCloseTo(0.8, 9);
  });
});
