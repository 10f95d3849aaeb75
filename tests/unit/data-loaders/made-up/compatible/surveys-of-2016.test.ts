import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CODEBOOKS } from "../../../../../data-loaders/codebooks/index.js";
import { fromInterviews } from "../../../../../data-loaders/interviews/beside-printed/from-interviews.js";
import { sentencesFromInterviews } from "../../../../../data-loaders/interviews/beside-printed/sentences-from-interviews.js";
import { readMicrodata } from "../../../../../data-loaders/interviews/mapping/index.js";
import { ledgerOf } from "../../../../../data-loaders/ledger/ledger.js";
import { disagreements } from "../../../../../data-loaders/made-up/compatible/find-world.js";
import { GENERATORS, interviewsCsv } from "../../../../../data-loaders/made-up/index.js";
import type { CodedInterviews } from "../../../../../src/analysis/interviews/index.js";
import { RAW } from "../../codebooks/raw.js";
import { changed } from "./changed.js";

const folder = mkdtempSync(join(tmpdir(), "worlds-"));
afterAll(() => rmSync(folder, { recursive: true }));
const LEDGER = ledgerOf(RAW);
const surveyOf = (id: string) => {
  const survey = GENERATORS.get("compatible")?.surveys.get(id);
  if (survey === undefined) throw new Error(`there is no survey ${id}`);
  return survey;
};
const made = new Map<string, CodedInterviews>();
const make = (id: string, seed: number): CodedInterviews => {
  const known = made.get(`${id} ${seed}`);
  if (known !== undefined) return known;
  const survey = surveyOf(id);
  const interviews = survey.simulate(RAW, { seed, interviews: survey.interviews });
  made.set(`${id} ${seed}`, interviews);
  return interviews;
};
const wrong = (interviews: CodedInterviews) => disagreements(LEDGER, fromInterviews(RAW, interviews));

describe.each([...CODEBOOKS.keys()])("made-up interviews of %s", (id) => {
  it("are read as interviews with nothing wrong, and are as many as is the default", async () => {
    const file = join(folder, `${id}.csv`);
    const interviews = make(id, 2);
    writeFileSync(file, interviewsCsv(interviews));
    const codebook = CODEBOOKS.get(id);
    if (codebook === undefined) throw new Error("no codebook");
    const read = await readMicrodata(codebook, file, null);
    expect(read.interviews.rows).toBe(surveyOf(id).interviews);
    expect(read.interviews.simulated).toBe("compatible world, seed 2");
    const weight = codebook.roles.weight;
    if (weight !== null) expect(read.interviews.column(weight)).toEqual(interviews.column(weight));
  });

  it("agree with everything that is published", () => {
    expect(wrong(make(id, 2))).toEqual([]);
  });

  it("are the same bytes for the same seed, and others for another", () => {
    const survey = surveyOf(id);
    const csv = (seed: number) =>
      interviewsCsv(survey.simulate(RAW, { seed, interviews: survey.interviews }));
    const again = csv(2);
    expect(again === interviewsCsv(make(id, 2))).toBe(true);
    expect(csv(3).replaceAll("seed 3", "seed 2") === again).toBe(false);
  });
});

describe("the survey on Options", () => {
  const interviews = make("options-2016", 2);
  const beside = fromInterviews(RAW, interviews);
  const of = (end: string) =>
    beside.values.find(({ value }) => value?.id === `options-2016.${end}`)?.number ?? Number.NaN;
  const months = Array.from({ length: 30 }, (_, i) => {
    const month = 2014 * 12 + 3 + i;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });

  it("gives 93, 93, 98 and a lowest month of 89 in July 2016", () => {
    expect(
      [of("satisfied"), of("client-service"), of("call-waiting"), of("satisfied.2016-07")].map(Math.round),
    ).toEqual([93, 93, 98, 89]);
    const others = months.filter((month) => month !== "2016-07").map((month) => of(`satisfied.${month}`));
    expect(Math.min(...others)).toBeGreaterThan(of("satisfied.2016-07"));
  });

  it("has one fall of 22 points, to January 2015, among parents of some or no care", () => {
    const some = months.map((month) => of(`satisfied.care-some-or-none.${month}`));
    const falls = some.slice(1).map((next, i) => (some[i] as number) - next);
    expect(Math.round(Math.max(...falls))).toBe(22);
    expect(months[falls.indexOf(Math.max(...falls)) + 1]).toBe("2015-01");
  });

  it("keeps every item at 87 or more from January 2015 on", () => {
    for (const item of ["explained", "easy", "understanding", "information", "options", "best"])
      for (const month of months.slice(9))
        expect(Math.round(of(`item-${item}.${month}`))).toBeGreaterThanOrEqual(87);
  });

  it("decides its sentences, none of them on significance", () => {
    const sentences = sentencesFromInterviews(LEDGER, beside);
    expect(sentences.filter(({ significance }) => significance)).toHaveLength(0);
    expect(sentences).toHaveLength(29);
  });

  it("is refused with so few interviews that months could not be steady", () => {
    expect(() => surveyOf("options-2016").simulate(RAW, { seed: 1, interviews: 900 })).toThrow(
      "6000 or more",
    );
  });

  it("with a month made worse disagrees", () => {
    const month = interviews.reader("month");
    const found = wrong(
      changed(interviews, "overall", (row, value) => (month(row) === "2015-06" && row % 6 === 0 ? 3 : value)),
    );
    expect(found).toContain("options-2016.claim.lowest-month");
  });
});

describe("the survey on the CMS", () => {
  const interviews = make("cms-2016", 2);
  const beside = fromInterviews(RAW, interviews);
  const ends = [
    "2013-11",
    "2014-02",
    "2014-05",
    "2014-08",
    "2014-11",
    "2015-02",
    "2015-05",
    "2015-08",
    "2015-11",
    "2016-02",
    "2016-05",
    "2016-08",
  ];
  const of = (end: string) =>
    beside.values.find(({ value }) => value?.id === `cms-2016.${end}`)?.number ?? Number.NaN;

  it("gives 61 and 79, and around 60 in every quarter from February 2015 on", () => {
    expect([of("satisfied"), of("client-service")].map(Math.round)).toEqual([61, 79]);
    for (const end of ends.slice(5)) {
      expect(of(`satisfied.${end}`)).toBeGreaterThan(57.5);
      expect(of(`satisfied.${end}`)).toBeLessThan(62.5);
    }
  });

  it("falls in three quarters one after the other, which seeds choose among the two readings", () => {
    const readings = [1, 2, 3, 4, 5, 6].map((seed) => {
      const { values } = fromInterviews(RAW, make("cms-2016", seed));
      const at = (end: string) =>
        values.find(({ value }) => value?.id === `cms-2016.satisfied.${end}`)?.number ?? 0;
      const falls = (from: number) =>
        [1, 2, 3].every((i) => at(ends[from + i] as string) < at(ends[from + i - 1] as string));
      expect(falls(2) || falls(3)).toBe(true);
      return falls(3);
    });
    expect(new Set(readings)).toEqual(new Set([true, false]));
  });

  it("has Paying Parents below Receiving Parents in each quarter", () => {
    for (const end of ends)
      expect(of(`satisfied.parent-paying.${end}`)).toBeLessThan(of(`satisfied.parent-receiving.${end}`));
  });

  it("with the parents of one quarter changed over disagrees", () => {
    const quarter = interviews.reader("quarter");
    const found = wrong(
      changed(interviews, "parent", (row, value) =>
        quarter(row) === "2015-06/2015-08" ? (value === "paying" ? "receiving" : "paying") : value,
      ),
    );
    expect(found).toContain("cms-2016.claim.paying-below");
  });
});
