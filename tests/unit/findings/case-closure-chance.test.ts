import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../../../src/analysis/seeded.js";
import { binomialProbabilities } from "../../../src/findings/case-closure/binomial.js";
import { chanceOfAFall, type Fall, mostInterviewsFor } from "../../../src/findings/case-closure/fall.js";
import { drawMonths } from "../../../src/findings/case-closure/repeated-survey.js";
import { READING } from "../../../src/findings/case-closure/settings.js";

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
const binomial = (n: number, k: number, p: number) =>
  (factorial(n) / (factorial(k) * factorial(n - k))) * p ** k * (1 - p) ** (n - k);

/** Whether a series falls so far between two months that follow each other. */
function falls(yes: readonly number[], of: number, { size, reading }: Fall): boolean {
  return yes.some((now, month) => {
    const before = yes[month - 1];
    if (before === undefined || now >= before) return false;
    return (100 * (before - now)) / (reading === "points" ? of : before) > size - 1e-9;
  });
}

/** The same probability from every series there can be, one after the other. */
function byEverySeries(interviews: number, level: number, months: number, fall: Fall): number {
  let sum = 0;
  const series = Array(months).fill(0) as number[];
  for (let code = 0; code < (interviews + 1) ** months; code++) {
    let rest = code;
    let chance = 1;
    for (let month = 0; month < months; month++) {
      const yes = rest % (interviews + 1);
      rest = Math.floor(rest / (interviews + 1));
      series[month] = yes;
      chance *= binomial(interviews, yes, level / 100);
    }
    if (falls(series, interviews, fall)) sum += chance;
  }
  return sum;
}

describe("binomial probabilities", () => {
  it("are those of the formula with factorials, and sum to 1", () => {
    for (const n of [0, 1, 2, 7, 20])
      for (const p of [0, 0.07, 0.5, 0.93, 1]) {
        const made = [...binomialProbabilities(n, p)];
        expect(made.length).toBe(n + 1);
        made.forEach((value, k) => {
          expect(value).toBeCloseTo(binomial(n, k, p), 12);
        });
        expect(made.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      }
  });

  it("do not overflow with many interviews: mean and variance are np and np(1 - p)", () => {
    const made = [...binomialProbabilities(4500, 0.93)];
    const mean = made.reduce((sum, value, k) => sum + k * value, 0);
    expect(mean).toBeCloseTo(4500 * 0.93, 6);
    expect(made.reduce((sum, value, k) => sum + (k - mean) ** 2 * value, 0)).toBeCloseTo(
      4500 * 0.93 * 0.07,
      4,
    );
  });

  it.each([
    [-1, 0.5],
    [1.5, 0.5],
    [3, -0.1],
    [3, 1.1],
    [3, Number.NaN],
  ])("refuse n = %d with p = %d", (n, p) => {
    expect(() => binomialProbabilities(n, p)).toThrow(RangeError);
  });
});

describe("the chance of a fall", () => {
  it("of one interview in two months is that of a yes and then a no", () => {
    // 0.5 × 0.5; 0.9 × 0.1
    expect(
      chanceOfAFall({ interviews: 1, level: 50, months: 2 }, { size: 22, reading: "points" }),
    ).toBeCloseTo(0.25, 12);
    expect(
      chanceOfAFall({ interviews: 1, level: 90, months: 2 }, { size: 100, reading: "percent" }),
    ).toBeCloseTo(0.09, 12);
  });

  it("of one interview in three months is that of yes-no somewhere: all but no…no yes…yes", () => {
    // Series without a fall at a half: 000, 001, 011, 111.
    expect(
      chanceOfAFall({ interviews: 1, level: 50, months: 3 }, { size: 22, reading: "points" }),
    ).toBeCloseTo(0.5, 12);
  });

  it("counts a fall of exactly the size, whichever way it is read", () => {
    // Ten interviews, from 10 to 8: 20 points and 20%. From 5 to 4: 10 points, but 20%.
    const survey = { interviews: 10, level: 70, months: 2 };
    for (const { code: reading } of READING.options) {
      const at = chanceOfAFall(survey, { size: 20, reading });
      const above = chanceOfAFall(survey, { size: 20.001, reading });
      const below = chanceOfAFall(survey, { size: 19.999, reading });
      expect(at).toBeCloseTo(below, 12);
      expect(at).toBeGreaterThan(above + 0.001);
    }
  });

  it("is that of every series there can be, one after the other", () => {
    for (const { code: reading } of READING.options)
      for (const [interviews, level, months] of [
        [1, 40, 6],
        [2, 70, 5],
        [4, 90, 5],
        [7, 60, 4],
        [9, 80, 3],
        [12, 75, 3],
      ] as const)
        for (const size of [8, 21.5, 40]) {
          const fall = { size, reading };
          expect(
            chanceOfAFall({ interviews, level, months }, fall),
            `${interviews} ${level} ${months} ${size}`,
          ).toBeCloseTo(byEverySeries(interviews, level, months, fall), 10);
        }
  });

  it("is about that of 20,000 simulated series", () => {
    const random = seeded(11);
    for (const [interviews, level, reading] of [
      [30, 80, "points"],
      [30, 80, "percent"],
      [60, 60, "percent"],
    ] as const) {
      const fall = { size: 21.5, reading };
      let found = 0;
      for (let i = 0; i < 20_000; i++) {
        const drawn = drawMonths(random, { interviews, level, months: 30 });
        if (
          falls(
            drawn.map((percent) => Math.round((percent * interviews) / 100)),
            interviews,
            fall,
          )
        )
          found++;
      }
      const exact = chanceOfAFall({ interviews, level, months: 30 }, fall);
      // Five standard errors of a simulated share.
      expect(Math.abs(found / 20_000 - exact)).toBeLessThan(5 * Math.sqrt((exact * (1 - exact)) / 20_000));
    }
  });

  it("grows with the months, shrinks with the size, and is greater read as per cent than as points", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 5, max: 95 }),
        fc.integer({ min: 2, max: 12 }),
        fc.double({ min: 1, max: 60, noNaN: true }),
        (interviews, level, months, size) => {
          const at = (m: number, s: number, reading: Fall["reading"]) =>
            chanceOfAFall({ interviews, level, months: m }, { size: s, reading });
          expect(at(months + 1, size, "points")).toBeGreaterThanOrEqual(at(months, size, "points") - 1e-12);
          expect(at(months, size + 5, "points")).toBeLessThanOrEqual(at(months, size, "points") + 1e-12);
          expect(at(months, size, "percent")).toBeGreaterThanOrEqual(at(months, size, "points") - 1e-12);
        },
      ),
      { seed: 1, numRuns: 100 },
    );
  });

  it.each([
    [{ interviews: 0, level: 80, months: 30 }, 22],
    [{ interviews: 2.5, level: 80, months: 30 }, 22],
    [{ interviews: 20, level: 101, months: 30 }, 22],
    [{ interviews: 20, level: 80, months: 1 }, 22],
    [{ interviews: 20, level: 80, months: 30 }, 0],
  ])("refuses %o with a fall of %d", (survey, size) => {
    expect(() => chanceOfAFall(survey, { size, reading: "points" })).toThrow(RangeError);
  });
});

describe("the most interviews at which chance makes a fall", () => {
  const survey = { level: 90, months: 30 };
  const fall = { size: 21.5, reading: "points" } as const;

  it.each([0.5, 0.05])(
    "with a probability of %d are the last that reach it, with none beyond",
    (probability) => {
      const most = mostInterviewsFor(probability, survey, fall, 120);
      expect(chanceOfAFall({ ...survey, interviews: most }, fall)).toBeGreaterThanOrEqual(probability);
      for (let interviews = most + 1; interviews <= 120; interviews++)
        expect(chanceOfAFall({ ...survey, interviews }, fall)).toBeLessThan(probability);
    },
  );

  it("are none where a fall cannot be, and an error where the search is too short", () => {
    expect(mostInterviewsFor(0.5, survey, { size: 101, reading: "points" })).toBe(0);
    expect(() => mostInterviewsFor(0.05, survey, fall, 20)).toThrow(/beyond 20 interviews/);
  });
});
