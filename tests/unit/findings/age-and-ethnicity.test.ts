import { describe, expect, it } from "vitest";
import { boundProblem, checkSystem } from "../../../src/bounds/index.js";
import {
  ageAndEthnicityResults,
  ageChartRows,
  ageProblem,
  ageRows,
  agreed,
  asInterviewed,
  blackLessWhite,
  corrections,
  designEffectRows,
  ethnicityProblem,
  ethnicityRows,
  extremeAgeCharts,
  facts,
  genderRows,
  highestSignificantlyBelow,
  internetAccess,
  largestFor,
  leastForSilence,
  lostSets,
  roleAlone,
  shownUpTo,
  smallGroupRows,
} from "../../../src/findings/age-and-ethnicity/index.js";
import { formatResult, type Result } from "../../../src/model/result.js";
import { normalProbability } from "../../../src/stats/numeric/distributions.js";
import { benjaminiHochberg, holm } from "../../../src/stats/testing/index.js";
import { VALUES } from "../analysis/held.js";

const given = Object.freeze(facts(VALUES));
const ETHNICITY = { deff: 1, shares: "interviews", silence: false, older: "each" } as const;
const AGE = ETHNICITY;

/** Figure 12 and Figure 10, base lines. */
const N = { asian: 88, black: 132, other: 78, white: 1822, undisclosed: 109, notKnown: 2, all: 2231 };
const AGES = { "16-24": 65, "25-34": 506, "35-44": 970, "45-54": 575, "55-plus": 115 };
const Z = 1.959963984540054;

/** |a - b| over 1.96 standard errors of the unpooled test, squared: the critical design effect of two percentages. */
function critical(a: number, na: number, b: number, nb: number): number {
  const variance = (a * (100 - a)) / na + (b * (100 - b)) / nb;
  return ((a - b) / Z) ** 2 / variance;
}

/** The root of a function that falls from positive to negative. */
function root(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let i = 0; i < 80; i++) {
    const middle = (a + b) / 2;
    if (f(middle) > 0) a = middle;
    else b = middle;
  }
  return a;
}

describe("the ranges", () => {
  const reversed = {
    ...given,
    ages: [...given.ages].reverse(),
    ethnicities: [...given.ethnicities].reverse(),
  };

  it.each([
    ["age", () => [lostSets("age", given, AGE), lostSets("age", reversed, AGE)]],
    [
      "ethnicity",
      () => [lostSets("ethnicity", given, ETHNICITY), lostSets("ethnicity", reversed, ETHNICITY)],
    ],
  ] as const)("of %s are the same in whatever order the groups stand", (_name, make) => {
    const [one, other] = make();
    expect([...(other?.keys() ?? [])].sort()).toEqual([...(one?.keys() ?? [])].sort());
    for (const [code, set] of one ?? []) {
      const ends = other?.get(code)?.flat() ?? [];
      expect(ends, code).toHaveLength(set.flat().length);
      for (const [i, end] of set.flat().entries()) expect(ends[i], code).toBeCloseTo(end, 2);
    }
  });
});

describe("the facts", () => {
  it("are the two charts' groups with their interviews, and what the text holds of them", () => {
    expect(given.ethnicities.map(({ code, value, interviews }) => [code, value, interviews])).toEqual([
      ["asian", 60, N.asian],
      ["black", null, N.black],
      ["other-mixed", null, N.other],
      ["white", null, N.white],
      ["prefer-not-to-say", 20, N.undisclosed],
    ]);
    expect(given.ages.map(({ code, value, interviews }) => [code, value, interviews])).toEqual([
      ["16-24", 56, 65],
      ["25-34", null, 506],
      ["35-44", null, 970],
      ["45-54", null, 575],
      ["55-plus", null, 115],
    ]);
    expect(given.ethnicityNotKnown.value).toBe(N.notKnown);
    expect(given.everyone.printed).toBe("39");
  });
});

describe("what the text says of ethnicity", () => {
  const problem = ethnicityProblem(given, ETHNICITY);

  it("is the total, the highest and the lowest group, and two differences of which none has a direction", () => {
    expect(problem.identities?.map(({ total, parts }) => [total, parts.length])).toEqual([
      [{ printed: "39" }, 6],
    ]);
    expect(problem.order?.map(([a, sign, b]) => `${a} ${sign} ${b}`)).toEqual([
      "asian > black",
      "asian > other-mixed",
      "asian > white",
      "asian > prefer-not-to-say",
      "black > prefer-not-to-say",
      "other-mixed > prefer-not-to-say",
      "white > prefer-not-to-say",
    ]);
    expect(problem.significant ?? []).toEqual([]);
    expect(problem.differ?.map(({ a, b, bases }) => [a, b, bases])).toEqual([
      ["asian", "white", [N.asian, N.white]],
      ["white", "black", [N.white, N.black]],
    ]);
    expect(problem.notSignificant).toEqual([]);
    expect(problem.unknowns.filter(({ low }) => low !== undefined)).toMatchObject([
      { id: "asian", low: 59.5, high: 60.5 },
      { id: "prefer-not-to-say", low: 19.5, high: 20.5 },
    ]);
  });

  it("cites each statement with its name and place", () => {
    const statements = [...(problem.identities ?? []), ...(problem.differ ?? [])];
    const orders = (problem.order ?? []).map((order) => order[4] ?? {});
    for (const { name, locator } of [...statements, ...orders]) {
      expect(name).toMatch(/\w/);
      expect(locator).toMatch(/^ces-2023-24: Figure/);
    }
  });

  it("leaves White a narrow band, by hand where weights are the interviews", () => {
    // Highest: everyone 39.5, the others as low as they can be, Black too; lowest: everyone 38.5, the others at the top.
    const rest = (black: number, other: number, asian: number, undisclosed: number, unknown: number) =>
      N.black * black +
      N.other * other +
      N.asian * asian +
      N.undisclosed * undisclosed +
      N.notKnown * unknown;
    const high = (39.5 * N.all - rest(19.5, 19.5, 59.5, 19.5, 0)) / N.white;
    const low = (38.5 * N.all - rest(60.5, 60.5, 60.5, 20.5, 100)) / N.white;
    const [[foundLow, foundHigh] = [0, 0]] = lostSets("ethnicity", given, ETHNICITY).get("white") ?? [];
    expect(foundLow).toBeCloseTo(low, 2);
    expect(foundHigh).toBeCloseTo(high, 2);
  });

  it("leaves Black two bands, whose inner ends follow from the test and the total", () => {
    const [down = [0, 0], up = [0, 0], ...more] = lostSets("ethnicity", given, ETHNICITY).get("black") ?? [];
    expect(more).toEqual([]);
    expect(down[0]).toBeCloseTo(19.5, 2);
    expect(up[1]).toBeCloseTo(60.5, 2);
    // Where Black is as high as it can be and still below, White is as high as the total lets it be.
    const whiteHigh = (black: number) =>
      (39.5 * N.all - N.black * black - N.other * 19.5 - N.asian * 59.5 - N.undisclosed * 19.5) / N.white;
    const whiteLow = (black: number) =>
      (38.5 * N.all - N.black * black - N.other * 60.5 - N.asian * 60.5 - N.undisclosed * 20.5 - 200) /
      N.white;
    const at = (black: number, white: number) => critical(black, N.black, white, N.white) - 1;
    expect(down[1]).toBeCloseTo(
      root((b) => at(b, whiteHigh(b)), 20, 38),
      2,
    );
    expect(up[0]).toBeCloseTo(
      root((b) => -at(b, whiteLow(b)), 38, 60),
      2,
    );
  });

  it("has a hole that grows with the design effect, and both directions at each", () => {
    const holes = ethnicityRows(given)
      .filter(({ group, silence }) => group === "ethnicity=black" && silence === "no")
      .map(({ hole_low, hole_high }) => [hole_low ?? Number.NaN, hole_high ?? Number.NaN]);
    expect(holes.length).toBe(4);
    for (const [i, [low = 0, high = 0]] of holes.entries()) {
      expect(low).toBeLessThan(high);
      if (i > 0) {
        expect(low).toBeLessThan(holes[i - 1]?.[0] ?? 0);
        expect(high).toBeGreaterThan(holes[i - 1]?.[1] ?? 0);
      }
    }
    const [below = [0, 0], above = [0, 0]] = blackLessWhite(given, ETHNICITY);
    expect(below[1]).toBeLessThan(0);
    expect(above[0]).toBeGreaterThan(0);
  });

  it("fits no chart where silence is read as not significant, whatever an interview was worth", () => {
    const silent = ethnicityRows(given).filter(
      ({ silence, kind }) => silence === "yes" && kind === "bounded",
    );
    expect(silent.length).toBe(12);
    expect(silent.every(({ low, high }) => low === null && high === null)).toBe(true);
    const { conflict } = boundProblem(
      { ...ethnicityProblem(given, { ...ETHNICITY, silence: true }), ask: [] },
      { leaveOneOut: false },
    );
    expect(conflict.length).toBeGreaterThan(1);
    expect(conflict.some(({ path }) => path.startsWith("notSignificant"))).toBe(true);
  });

  it("is contradicted by that reading because of Asian and prefer not to say, and of Other or Mixed between them", () => {
    // 59.5 of 88 and 20.5 of 109 are the nearest that rounding allows.
    expect(critical(59.5, N.asian, 20.5, N.undisclosed)).toBeGreaterThan(9);
    const [asian, , other, , undisclosed] = given.ethnicities;
    if (!asian || !other || !undisclosed) throw new Error("groups are missing");
    const least = leastForSilence(
      asian as Parameters<typeof leastForSilence>[0],
      other,
      undisclosed as Parameters<typeof leastForSilence>[2],
    );
    // By a grid: the figure whose larger critical design effect with the two is least.
    let smallest = Number.POSITIVE_INFINITY;
    for (let x = 20.6; x < 59.5; x += 0.01)
      smallest = Math.min(
        smallest,
        Math.max(critical(59.5, N.asian, x, N.other), critical(x, N.other, 20.5, N.undisclosed)),
      );
    expect(least).toBeCloseTo(smallest, 2);
  });
});

describe("the Asian figure against the figures that are lost", () => {
  const results = new Map(ageAndEthnicityResults(given).map((result) => [result.id, result]));
  /** The quadratic of (a - b)² = 1.96² × (the two variances), solved for the lower root, in percent. */
  const byHand = (a: number, na: number, nb: number, deff = 1): number => {
    const z2 = Z ** 2 * deff;
    const [A, B, C] = [1 + z2 / nb, -(2 * a + (100 * z2) / nb), a ** 2 - (z2 * a * (100 - a)) / na];
    return (-B - Math.sqrt(B ** 2 - 4 * A * C)) / (2 * A);
  };

  it.each([
    ["black", N.black, 46.69, "46.2", "47.2", "46.6%"],
    ["other-mixed", N.other, 44.95, "44.4", "45.5", "44.9%"],
  ])(
    "is significantly above a figure of %s up to where a hand calculation puts it",
    (code, n, at, low, high, shown) => {
      const result = results.get(`ethnicity.asian.significantly-above.${code}`) as Result;
      expect(result.kind).toBe("calculated");
      expect(result.value).toBeCloseTo(byHand(60, N.asian, n), 6);
      expect(result.value).toBeCloseTo(at, 1);
      expect(result.low).toBeCloseTo(byHand(59.5, N.asian, n), 6);
      expect(result.low?.toFixed(1)).toBe(low);
      expect(result.high).toBeCloseTo(byHand(60.5, N.asian, n), 6);
      expect(result.high?.toFixed(1)).toBe(high);
      expect(formatResult(result)).toBe(shown);
      // On either side of it the test says the one and the other.
      expect(critical(60, N.asian, (result.value ?? 0) - 0.01, n)).toBeGreaterThan(1);
      expect(critical(60, N.asian, (result.value ?? 0) + 0.01, n)).toBeLessThan(1);
    },
  );

  it("falls as an interview is worth less", () => {
    const at = (deff: number) =>
      highestSignificantlyBelow({ percent: 60, interviews: N.asian }, N.black, deff);
    expect([at(1.5), at(2)]).toEqual([
      expect.closeTo(byHand(60, N.asian, N.black, 1.5), 6),
      expect.closeTo(byHand(60, N.asian, N.black, 2), 6),
    ]);
    expect([at(1.5), at(2)].map((bar) => Math.floor(10 * bar) / 10)).toEqual([43.7, 41.2]);
  });

  it("is not significantly above a Black figure of a half", () => {
    const result = results.get("ethnicity.asian.z-above-half.black") as Result;
    expect(result.value).toBeCloseTo(10 / Math.sqrt((60 * 40) / N.asian + (50 * 50) / N.black), 6);
    expect(formatResult(result)).toBe("1.47");
    expect(result.high).toBeLessThan(Z);
  });

  it("is above those who prefer not to say up to a design effect of more than nine, at the worst rounding", () => {
    const result = results.get("silence.asian-and-undisclosed") as Result;
    expect(result.value).toBeCloseTo(critical(59.5, N.asian, 20.5, N.undisclosed), 6);
    expect(formatResult(result)).toBe("×9.3");
  });
});

describe("what the text says of age", () => {
  it("is the total, the youngest above all, and five significant differences", () => {
    const problem = ageProblem(given, AGE);
    expect(problem.significant?.map(({ greater, less, bases }) => [greater, less, bases])).toEqual([
      ["16-24", "35-44", [65, 970]],
      ["16-24", "45-54", [65, 575]],
      ["16-24", "55-plus", [65, 115]],
      ["25-34", "35-44", [506, 970]],
      ["25-34", "45-54", [506, 575]],
    ]);
    expect(problem.order?.map(([a, , b]) => `${a} ${b}`)).toEqual([
      "16-24 25-34",
      "16-24 35-44",
      "16-24 45-54",
      "16-24 55-plus",
    ]);
    expect(problem.identities?.length).toBe(1);
    expect(problem.notSignificant).toEqual([]);
  });

  it("compares ages 25 to 34 with 1,545 interviews where the two middle groups are one", () => {
    const problem = ageProblem(given, { ...AGE, older: "together" });
    expect(problem.significant?.at(-1)).toMatchObject({
      greater: "25-34",
      less: "35-54",
      bases: [506, 1545],
    });
    expect(problem.shares?.answered?.bases).toEqual([65, 506, 1545, 115]);
    expect(problem.shares?.middle?.bases).toEqual([970, 575]);
    expect(problem.identities?.length).toBe(2);
  });

  it("adds the five pairs that are not mentioned where silence is read as a statement", () => {
    expect(
      ageProblem(given, { ...AGE, silence: true }).notSignificant?.map(({ a, b }) => `${a} ${b}`),
    ).toEqual(["16-24 25-34", "25-34 55-plus", "35-44 45-54", "35-44 55-plus", "45-54 55-plus"]);
  });

  it("lets each older group be as high as its difference from 16 to 24 is significant", () => {
    const sets = lostSets("age", given, AGE);
    for (const age of ["35-44", "45-54", "55-plus"] as const) {
      const highest = root((x) => critical(56.5, 65, x, AGES[age]) - 1, 20, 56);
      expect(sets.get(age)?.[0]?.[1]).toBeCloseTo(highest, 2);
    }
    expect(sets.get("25-34")?.[0]?.[1]).toBeCloseTo(56.5, 2);
    // 35-44 at its lowest: 39 is 38.5, the others as high as they can be, 45-54 at its own highest.
    const late = root((x) => critical(56.5, 65, x, AGES["45-54"]) - 1, 20, 56);
    const oldest = root((x) => critical(56.5, 65, x, AGES["55-plus"]) - 1, 20, 56);
    const early = (38.5 * N.all - 56.5 * (65 + 506) - late * 575 - oldest * 115) / 970;
    expect(sets.get("35-44")?.[0]?.[0]).toBeCloseTo(early, 2);
  });

  it("allows more the freer the weights are, and less when silence is a statement", () => {
    const width = (reading: Parameters<typeof lostSets>[2], age: string) => {
      const [[low, high] = [0, 0]] = lostSets("age", given, reading).get(age) ?? [];
      return high - low;
    };
    for (const age of ["25-34", "35-44", "45-54"]) {
      const widths = (["interviews", "tenth", "double"] as const).map((shares) =>
        width({ ...AGE, shares }, age),
      );
      expect(widths).toEqual([...widths].sort((a, b) => a - b));
      expect(width({ ...AGE, silence: true }, age)).toBeLessThan(widths[0] ?? 0);
    }
  });

  it("has a flattest and a steepest chart that break no statement", () => {
    for (const older of ["each", "together"] as const) {
      const reading = { ...AGE, shares: "double", older } as const;
      const charts = extremeAgeCharts(given, reading);
      if (charts === null) throw new Error("no chart fits");
      for (const system of [charts.flattest, charts.steepest])
        expect(checkSystem(ageProblem(given, reading), system)).toEqual([]);
      const steepness = ({ values: v }: typeof charts.flattest) =>
        ((v["16-24"] ?? 0) + (v["25-34"] ?? 0)) / 2 -
        ((v["35-44"] ?? 0) + (v["45-54"] ?? 0) + (v["55-plus"] ?? 0)) / 3;
      expect(steepness(charts.flattest)).toBeCloseTo(charts.low, 2);
      expect(steepness(charts.steepest)).toBeCloseTo(charts.high, 2);
    }
  });

  it("has rows for each setting, in the order of the ages", () => {
    expect(ageRows(given).length).toBe(4 * 2 * 2 * 5);
    expect(ageChartRows(given).length).toBe(4 * 2 * 2 * 5);
    expect(
      new Set(ageRows(given).map((row) => JSON.stringify([row.interview, row.silence, row.older, row.group])))
        .size,
    ).toBe(80);
  });
});

describe("the largest design effect", () => {
  it("of ages is that of one chart where weights are the interviews, by hand", () => {
    // The youngest at 56.5, all pairs with them as critical as the total lets them be, 25-34 at 56.5.
    const effect = root(
      (deff) => {
        const highest = (age: "35-44" | "45-54" | "55-plus") =>
          root((x) => critical(56.5, 65, x, AGES[age]) - deff, 0.01, 56);
        const total =
          56.5 * (65 + 506) + highest("35-44") * 970 + highest("45-54") * 575 + highest("55-plus") * 115;
        return total / N.all - 38.5;
      },
      1,
      8,
    );
    expect(largestFor("age", given, { shares: "interviews" })).toBeCloseTo(effect, 2);
  });

  it("of internet access is 2.19 as printed, 1.04 and 0.97 at worst", () => {
    const { printed, best, asInterviewed, worst, shareOfWorst } = internetAccess(given);
    // 95 of 1,179 and 92 of 1,101; 94.5 and 92.5; 95.5 and 91.5.
    expect(printed).toBeCloseTo(critical(95, 1179, 92, 1101), 9);
    expect(printed.toFixed(2)).toBe("2.19");
    expect(worst).toBeCloseTo(critical(94.5, 1179, 92.5, 1101), 9);
    expect(worst.toFixed(2)).toBe("0.97");
    expect(asInterviewed.toFixed(2)).toBe("1.04");
    expect(best).toBeCloseTo(critical(95.5, 1179, 91.5, 1101), 9);
    expect(shareOfWorst).toBeCloseTo(0.5, 9);
  });

  it("stands in seven rows, the freest weights of ages highest", () => {
    const rows = designEffectRows(given);
    expect(rows.map(({ code }) => code)).toEqual([
      ...["age-interviews", "age-tenth", "age-double"],
      ...["online-best", "online-printed", "online-interviews", "online-worst"],
    ]);
    const [interviews = 0, tenth = 0, double = 0] = rows.map(({ value }) => value);
    expect(interviews).toBeLessThan(tenth);
    expect(tenth).toBeLessThan(double);
  });
});

describe("parental role alone", () => {
  const [women, men] = genderRows(given);
  if (women === undefined || men === undefined) throw new Error("a gender is missing");

  it("needs 93.75 to 100% of women who receive and 87.5 to 100% of men who pay", () => {
    // (46.5 - 31.5) / (47.5 - 31.5) and (46.5 - 32.5) / (46.5 - 30.5).
    expect([women.low, women.high]).toEqual([93.75, 100]);
    expect(men.low).toBeCloseTo(87.5, 9);
    expect(men.high).toBe(100);
  });

  it("holds exactly where a grid over the four roundings says so", () => {
    const grid = Array.from({ length: 41 }, (_, i) => i / 40);
    const strips = new Map(roleAlone(women, men, 0.5).map((strip) => [strip.women, strip]));
    for (const share of [90, 93.5, 94, 95.5, 97, 98.5, 100]) {
      const x = share / 100;
      const found = grid.flatMap((r) =>
        grid.flatMap((p) => {
          const [receiving, paying] = [46.5 + r, 30.5 + p];
          const mean = x * receiving + (1 - x) * paying;
          if (mean < 46.5 || mean > 47.5) return [];
          const ends = [32.5, 31.5].map((m) => (receiving - m) / (receiving - paying));
          return (ends[0] ?? 2) > 1 ? [] : ends.map((end) => 100 * Math.min(1, end));
        }),
      );
      const strip = strips.get(share);
      expect(strip === undefined).toBe(found.length === 0);
      if (strip === undefined) continue;
      expect(Math.abs(strip.low - Math.min(...found))).toBeLessThan(0.15);
      expect(Math.abs(strip.high - Math.max(...found))).toBeLessThan(0.15);
    }
  });

  it("agrees with the interviews, of whom 42 have no gender on record", () => {
    // All 1,096 women receive: 1,152 - 1,096 = 56 more, of whom none or 42 are without a gender.
    const { low, high } = asInterviewed(women, men, 100);
    expect(low).toBeCloseTo(100 * (1 - 56 / 1093), 9);
    expect(high).toBeCloseTo(100 * (1 - 14 / 1093), 9);
    expect(agreed(women, men).length).toBeGreaterThan(0);
    expect(women.agreed_low).toBeGreaterThanOrEqual(women.low);
    expect(men.agreed_high).toBeLessThan(100);
  });
});

describe("small groups", () => {
  it("are those of fewer than 200 interviews", () => {
    expect(smallGroupRows(given).map(({ group, kind }) => [group, kind])).toEqual([
      ["age=16-24", "calculated"],
      ["age=55-plus", "bounded"],
      ["ethnicity=asian", "calculated"],
      ["ethnicity=black", "bounded"],
      ["ethnicity=other-mixed", "bounded"],
      ["ethnicity=prefer-not-to-say", "calculated"],
    ]);
  });

  it("have limits that hold each limit of a figure that they can have", () => {
    const oldest = smallGroupRows(given).find(({ group }) => group === "age=55-plus");
    const limits = Array.from({ length: 41 }, (_, i) => shownUpTo(i + 1, 115));
    expect(oldest?.low).toBe(0);
    expect(oldest?.high).toBeCloseTo(Math.max(...limits), 1);
  });

  it("are left out where the interval gets 30 points wide", () => {
    const limit = shownUpTo(56, 65);
    // 65 / 1.41 = 46 effective interviews: 26 of 46 has the exact interval 41.1 to 71.1 (R binom.test(26, 46)).
    expect(65 / limit).toBeGreaterThan(45);
    expect(65 / limit).toBeLessThan(47);
    expect(shownUpTo(3, 65)).toBe(0);
  });
});

describe("corrections for many comparisons", () => {
  const { ages, ethnicities } = corrections(given, 1);

  it("can leave none of the ages' pairs, and never more than without them", () => {
    for (const { pairs, uncorrected, holm: strict, benjaminiHochberg: mild } of [ages, ethnicities]) {
      expect(pairs).toBe(10);
      for (const end of ["low", "high"] as const) {
        expect(strict[end]).toBeLessThanOrEqual(mild[end]);
        expect(mild[end]).toBeLessThanOrEqual(uncorrected[end]);
      }
    }
    // Five are called significant.
    expect(ages.uncorrected.low).toBe(5);
    expect(ages.holm.low).toBe(0);
    // The total keeps the ages from all being as near to each other as significance allows; without it this is 0.
    expect(ages.benjaminiHochberg.low).toBe(2);
  });

  it("look at charts that the bounds allow: by brute force over ethnic groups", () => {
    // Weights as interviews within a tenth; every whole percentage, total within 38.5 to 39.5 by the extreme weights.
    const kept = { uncorrected: [] as number[], holm: [] as number[], benjaminiHochberg: [] as number[] };
    const sizes = [N.asian, N.black, N.other, N.white, N.undisclosed];
    const below = (p: ArrayLike<number>) => Array.from(p).filter((value) => value <= 0.05).length;
    const bases = [N.asian, N.black, N.other, N.white, N.undisclosed, N.notKnown].map((n) => n / N.all);
    const mean = (figures: readonly number[], most: boolean) => {
      const order = figures
        .map((_, i) => i)
        .sort((a, b) => (figures[most ? b : a] ?? 0) - (figures[most ? a : b] ?? 0));
      let left = 0.1;
      let total = 0;
      for (const [i, figure] of figures.entries()) total += 0.9 * (bases[i] ?? 0) * figure;
      for (const i of order) {
        const given = Math.min(left, 0.2 * (bases[i] ?? 0));
        total += given * (figures[i] ?? 0);
        left -= given;
      }
      return total;
    };
    for (let black = 20; black <= 60; black++)
      for (let other = 20; other <= 60; other++)
        for (let white = 20; white <= 60; white++) {
          if (critical(white, N.white, black, N.black) < 1 || critical(60, N.asian, white, N.white) < 1)
            continue;
          const low = mean([59.5, black - 0.5, other - 0.5, white - 0.5, 19.5, 0], false);
          const high = mean([60.5, black + 0.5, other + 0.5, white + 0.5, 20.5, 100], true);
          if (low > 39.5 || high < 38.5) continue;
          const chart = [60, black, other, white, 20];
          const p = chart.flatMap((a, i) =>
            chart.slice(i + 1).map((b, j) => {
              const z = Z * Math.sqrt(critical(a, sizes[i] ?? 0, b, sizes[i + 1 + j] ?? 0));
              return 2 * normalProbability(z, "upper");
            }),
          );
          kept.uncorrected.push(below(p));
          kept.holm.push(below(holm(p)));
          kept.benjaminiHochberg.push(below(benjaminiHochberg(p)));
        }
    for (const method of ["uncorrected", "holm", "benjaminiHochberg"] as const)
      expect(ethnicities[method]).toEqual({
        low: Math.min(...kept[method]),
        high: Math.max(...kept[method]),
      });
  });
});
