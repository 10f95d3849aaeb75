import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chanceLeftOut, chanceToSayOtherwise, leaveOut } from "../../../../src/analysis/leave-out.js";
import { seeded } from "../../../../src/analysis/seeded.js";
import {
  ARRANGEMENTS_EXCLUSIONS,
  DIFFERENCES,
  drawSurvey,
  EXCLUDED_EACH,
  expectedError,
  interviewerDesignEffect,
  interviewsUnder,
  LIMITATIONS,
  labResults,
  limitationRows,
  NON_RESPONSE,
  nonResponseRows,
  OPTIONS_EXCLUSIONS,
  SURVEYS,
  WITHOUT_LAB,
} from "../../../../src/methods/simulated-interviews/labs/index.js";
import { RAW } from "../../data-loaders/codebooks/raw.js";
import { ROOT } from "../../site/fixture.js";

describe("leaving a part out", () => {
  it("keeps the whole: both parts together are the truth, and differ as asked", () => {
    for (const [truth, share, difference] of [
      [0.5, 0.8, 0.1],
      [0.39, 0.3, -0.2],
      [0.9, 0.05, 0.05],
    ] as const) {
      const { kept, left } = leaveOut(truth, share, difference);
      expect((1 - share) * kept + share * left).toBeCloseTo(truth, 12);
      expect(kept - left).toBeCloseTo(difference, 12);
      const chance = chanceLeftOut(truth, share, difference);
      expect(truth * chance.yes + (1 - truth) * chance.no).toBeCloseTo(share, 12);
      expect((truth * (1 - chance.yes)) / (1 - share)).toBeCloseTo(kept, 12);
    }
  });

  it("is nothing where both parts are alike or nobody is left out", () => {
    expect(leaveOut(0.4, 0.7, 0)).toEqual({ kept: 0.4, left: 0.4 });
    expect(leaveOut(0.4, 0, 0.1).kept).toBe(0.4);
    expect(chanceLeftOut(0.4, 0.7, 0).yes).toBeCloseTo(chanceLeftOut(0.4, 0.7, 0).no, 12);
  });

  it("refuses what no population can be", () => {
    expect(() => leaveOut(0.1, 0.2, 0.5)).toThrow("would need a share of -0.3");
    expect(() => leaveOut(0.5, 1, 0)).toThrow("expected 0 to below 1");
    expect(() => chanceToSayOtherwise(0.95, 0.1)).toThrow("expected 0 to 1");
  });

  it("turns answers either way by the points asked", () => {
    const up = chanceToSayOtherwise(0.4, 0.06);
    expect(0.4 * (1 - up.yes) + 0.6 * up.no).toBeCloseTo(0.46, 12);
    const down = chanceToSayOtherwise(0.4, -0.06);
    expect(0.4 * (1 - down.yes) + 0.6 * down.no).toBeCloseTo(0.34, 12);
  });
});

const CASES = [NON_RESPONSE, ...LIMITATIONS].flatMap(({ id, knob }) =>
  [knob.values[0], knob.values.at(-1)].map((value) => ({ id, knob: value as number })),
);

describe("a lab", () => {
  it.each(CASES)("$id at $knob: the sum and surveys drawn person by person agree", ({ id, knob }) => {
    const random = seeded(7);
    const surveys = 60;
    for (const difference of [-20, 10]) {
      let sum = 0;
      for (let i = 0; i < surveys; i++) sum += drawSurvey(id, knob, difference, random).error;
      const n = interviewsUnder(id, knob);
      const deff = id === "interviewers" ? interviewerDesignEffect(knob, difference) : 1;
      // Four standard errors of the mean: a share of a half has the largest.
      const apart = (4 * 50 * Math.sqrt(deff)) / Math.sqrt(n * surveys);
      expect(Math.abs(sum / surveys - expectedError(id, knob, difference))).toBeLessThan(apart);
    }
  });

  it("follows the formula: (1 - r) d, e d, (e + e + ...) d, a d, -c d, 0 and (S - s) d", () => {
    expect(expectedError("non-response", 20, 10)).toBe(8);
    expect(expectedError("non-response", 100, 20)).toBe(0);
    expect(expectedError("six-months", 20, -10)).toBe(-2);
    expect(expectedError("telephone", 40, 20)).toBe(8);
    expect(expectedError("agents", 100, 5)).toBe(5);
    expect(expectedError("options-exclusions", 1, 20)).toBe(1);
    expect(expectedError("options-exclusions", OPTIONS_EXCLUSIONS.length, 20)).toBe(5);
    expect(expectedError("arrangements-exclusions", ARRANGEMENTS_EXCLUSIONS.length, -20)).toBe(-4);
    expect(expectedError("confusion", 30, 20)).toBe(-6);
    expect(expectedError("interviewers", 250, 20)).toBe(0);
    expect(expectedError("small-group", 10, 20)).toBe(0);
    expect(expectedError("unweighted", 5, 10)).toBe(1.5);
    expect(expectedError("unweighted", 20, 10)).toBe(0);
  });

  it("adds up the parts of groups that are left out at once, to what one group of that size comes to", () => {
    for (const { values } of [LIMITATIONS[0], LIMITATIONS[1]].map((lab) => lab?.knob ?? { values: [] }))
      for (const groups of values)
        expect(expectedError("options-exclusions", groups, 10)).toBeCloseTo(
          expectedError("six-months", groups * EXCLUDED_EACH, 10),
          12,
        );
  });

  it("spreads results by the interviewers as their design effect says, while intervals stay as they are", () => {
    // By hand: 1 + 49 × 0.1² / 0.25
    expect(interviewerDesignEffect(50, 10)).toBeCloseTo(2.96, 12);
    expect(interviewerDesignEffect(1, 20)).toBe(1);
    expect(interviewerDesignEffect(250, 0)).toBe(1);
    for (const each of [1, 50, 250]) {
      const random = seeded(11);
      const errors = Array.from({ length: 1500 }, () => drawSurvey("interviewers", each, 10, random).error);
      const variance = errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length;
      const simple = 50 ** 2 / interviewsUnder("interviewers", each);
      // Four standard errors of a variance over so many surveys.
      const apart = 4 * Math.sqrt(2 / errors.length);
      expect(Math.abs(variance / simple / interviewerDesignEffect(each, 10) - 1)).toBeLessThan(apart);
    }
    const held = (each: number) =>
      limitationRows().find(
        (row) =>
          row.limitation === "interviewers" &&
          row.kind === "simulated" &&
          row.knob === each &&
          row.difference === 10,
      )?.covered ?? Number.NaN;
    expect(held(1)).toBeGreaterThanOrEqual(86);
    expect(held(250)).toBeLessThan(60);
  });

  it("draws the same survey from the same seed, and another from another", () => {
    const one = (seed: number) => drawSurvey("agents", 100, 10, seeded(seed));
    expect(one(1)).toEqual(one(1));
    expect(one(1)).not.toEqual(one(2));
  });

  it("has intervals that shorten with interviews in a small group, and hold the truth there", () => {
    const widths = [10, 100, 400].map((n) => {
      const random = seeded(3);
      const drawn = Array.from({ length: 200 }, () => drawSurvey("small-group", n, 10, random));
      expect(drawn.filter(({ low, high }) => low <= 0 && high >= 0).length).toBeGreaterThan(180);
      return drawn.reduce((sum, { low, high }) => sum + high - low, 0) / 200;
    });
    const [few = 0, some = 0, many = 0] = widths;
    // A fourfold number of interviews halves the interval; that of a few is cut off at both ends.
    expect(some / many).toBeGreaterThan(1.8);
    expect(some / many).toBeLessThan(2.1);
    expect(few / many).toBeGreaterThan(5);
  });
});

describe("the limitations of the methodology papers", () => {
  const named = RAW.limitations.filter(({ publication }) => publication.endsWith("-methodology"));
  const labs = [NON_RESPONSE, ...LIMITATIONS];
  const shown = new Set(labs.flatMap((lab) => lab.named));

  it("each have a lab or a reason why not, and never both", () => {
    expect(named).toHaveLength(12);
    for (const { id } of named) expect([id, shown.has(id) !== WITHOUT_LAB.has(id)]).toEqual([id, true]);
  });

  it("are those that the labs name, and no lab names one that is not recorded", () => {
    const known = new Set(RAW.limitations.map(({ id }) => id));
    expect([...shown, ...WITHOUT_LAB.keys()].filter((id) => !known.has(id))).toEqual([]);
    for (const lab of labs) expect(lab.named.length, lab.id).toBeGreaterThan(0);
  });

  it("that have no lab are said to have none on the page, with the reason", () => {
    const page = readFileSync(`${ROOT}/src/methods/simulated-interviews.md`, "utf8");
    for (const reason of WITHOUT_LAB.values()) expect(page).toContain(reason);
  });

  it("have a place for every group that a paper says is left out, in the order of the paper", () => {
    const rules = (publication: string) =>
      RAW.rules.flatMap((rule) =>
        rule.publication === publication && rule.kind === "exclusion" ? [rule.id] : [],
      );
    for (const [publication, lab, groups] of [
      ["options-2016-methodology", "options-exclusions", OPTIONS_EXCLUSIONS],
      ["arrangements-2019-methodology", "arrangements-exclusions", ARRANGEMENTS_EXCLUSIONS],
    ] as const) {
      expect(groups.map(({ rule }) => rule)).toEqual(rules(publication));
      const own = limitationRows().filter((row) => row.limitation === lab && row.kind === "calculated");
      expect([...new Set(own.map(({ last }) => last))]).toEqual(groups.map(({ who }) => who));
    }
  });
});

describe("the tables of the labs", () => {
  it("have a worked-out and a simulated row for each knob and difference", () => {
    expect(nonResponseRows().length).toBe(2 * NON_RESPONSE.knob.values.length * DIFFERENCES.length);
    const knobs = LIMITATIONS.reduce((sum, { knob }) => sum + knob.values.length, 0);
    expect(limitationRows().length).toBe(2 * knobs * DIFFERENCES.length);
    for (const row of [...nonResponseRows(), ...limitationRows()])
      expect([row.low, row.high, row.covered].map((cell) => cell === null)).toEqual(
        Array(3).fill(row.kind === "calculated"),
      );
  });

  it("have beside each worked-out row the mean of surveys, which is near it and between the least and the most", () => {
    const rows = [...nonResponseRows(), ...limitationRows()];
    for (const [i, drawn] of rows.entries()) {
      if (drawn.kind !== "simulated") continue;
      const sum = rows[i - 1];
      expect([sum?.kind, sum?.knob, sum?.difference]).toEqual(["calculated", drawn.knob, drawn.difference]);
      // Answers to one interviewer lie together: the variance of a survey grows by theirs, over its interviewers.
      const together = drawn.limitation === "interviewers" ? drawn.knob * drawn.difference ** 2 : 0;
      const apart = 4 * Math.sqrt((50 ** 2 + together) / drawn.interviews / SURVEYS);
      expect(Math.abs(drawn.error - (sum?.error ?? Number.NaN))).toBeLessThan(apart);
      expect(drawn.error).toBeGreaterThan(drawn.low ?? Number.NaN);
      expect(drawn.error).toBeLessThan(drawn.high ?? Number.NaN);
    }
  });

  it("never call a drawn number worked out", () => {
    const results = new Map(labResults().map((result) => [result.id, result]));
    expect(results.get("lab.refusals.error")).toMatchObject({ kind: "calculated", value: 8 });
    expect(results.get("lab.refusals.drawn")?.kind).toBe("simulated");
    expect(results.get("lab.truth")?.kind).toBe("simulated");
    expect(results.get("lab.interviewers.held")?.kind).toBe("simulated");
    expect(results.get("lab.interviewers.deff")).toMatchObject({ kind: "calculated" });
    expect(results.get("lab.confusion.error")).toMatchObject({
      kind: "calculated",
      value: 2,
      low: 2,
      high: 2,
    });
  });
});
