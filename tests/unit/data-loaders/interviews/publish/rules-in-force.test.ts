import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { DisclosureError } from "../../../../../data-loaders/interviews/disclosure/index.js";
import {
  type PublishedSurvey,
  publishedHash,
  publishInterviews,
} from "../../../../../data-loaders/interviews/publish/index.js";
import {
  keepPublished,
  type Publication,
  writeMade,
} from "../../../../../data-loaders/interviews/publish/kept.js";
import { GENERATORS, interviewsCsv } from "../../../../../data-loaders/made-up/index.js";
import { readRaw } from "../../../../../data-loaders/read/index.js";
import { toCsv as tableCsv } from "../../../../../data-loaders/tables/index.js";
import { interviewTables } from "../../../../../data-loaders/tables/interview-tables.js";
import { faults } from "../../read/interviews/files.js";
import { RAW } from "../../tables/filled-copy.js";
import { cesInterviews, type Row, toCsv } from "./ces-interviews.js";

const raw = readRaw(RAW);
const survey = GENERATORS.get("compatible")?.surveys.get("ces-2023-24");
const SIMULATED = interviewsCsv(survey?.simulate(raw, { seed: 7, interviews: 2280 }) as never);
const ROWS = cesInterviews(900);
const PEOPLE = toCsv(ROWS);

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rules-in-force-"));
  return () => rmSync(folder, { recursive: true });
});

/** Publishes interviews under rules, as a build that makes no pages. */
async function publish(csv: string, rules: object | string | null = null): Promise<Publication> {
  writeFileSync(join(folder, "ces-2023-24.csv"), csv);
  const file = join(folder, "disclosure.json");
  if (rules === null) rmSync(file, { force: true });
  else writeFileSync(file, typeof rules === "string" ? rules : JSON.stringify(rules));
  return await publishInterviews(raw, folder);
}
const first = ({ surveys }: Publication) => surveys[0] as PublishedSurvey;
const published = async (csv: string, rules: object | null = null) => first(await publish(csv, rules));
const withheld = ({ counts, values }: PublishedSurvey) => ({
  counts: counts.filter(({ interviews }) => interviews === "[c]").length,
  values: values.filter(({ verdict }) => verdict === "withheld").length,
});
/** Every number of interviews that is shown: in the table of counts, and beside estimates. */
const numbers = ({ counts, values }: PublishedSurvey) => ({
  counts: counts.flatMap(({ interviews }) => (typeof interviews === "number" ? [interviews] : [])),
  beside: values.flatMap(({ estimate }) => estimate?.interviews ?? []),
});

describe.each([
  ["simulated interviews", SIMULATED],
  ["interviews", PEOPLE],
])("the rules of the folder, for %s", (_, csv) => {
  it("withhold more where the least count that is shown is greater, and the mark says which it is", async () => {
    const [usual, strict] = [await published(csv), await published(csv, { least: 60 })];
    expect(withheld(strict).counts).toBeGreaterThan(withheld(usual).counts);
    expect(withheld(strict).values).toBeGreaterThan(withheld(usual).values);
    const { counts, beside } = numbers(strict);
    expect(Math.min(...counts.filter((count) => count > 0), ...beside)).toBeGreaterThanOrEqual(60);
    expect(usual.marks["[c]"]).toContain("fewer than 10 interviews");
    expect(strict.marks["[c]"]).toContain("fewer than 60 interviews");
    expect(strict.rules[0]).toBe("Fewer than 60 interviews are not shown, nor is what rests on them.");
    expect(strict.rules.join()).not.toContain("laxer");
  });

  it.each([
    ["plain", 7, "Counts are rounded to the nearest 7."],
    ["controlled", 7, "Counts are rounded up or down at random to a multiple of 7."],
  ])("round each number of interviews that is shown anywhere: %s", async (kind, base, words) => {
    const rounding = { kind, base, ...(kind === "controlled" ? { seed: 12345 } : {}) };
    const [usual, rounded] = [await published(csv), await published(csv, { rounding })];
    const shown = numbers(rounded);
    expect(shown.counts.length).toBeGreaterThan(50);
    expect(shown.beside.length).toBeGreaterThan(50);
    expect([...shown.counts, ...shown.beside].filter((count) => count % base !== 0)).toEqual([]);
    expect([...numbers(usual).counts].some((count) => count % base !== 0)).toBe(true);
    expect(rounded.rules).toContain(words);
    // In the tables too; and no table tells the seed.
    const tables = interviewTables([rounded], raw);
    for (const { rows, description } of tables) {
      expect(description).toContain(words);
      for (const { interviews } of rows)
        if (typeof interviews === "number") expect(interviews % base).toBe(0);
    }
    expect(tables.map(tableCsv).join() + JSON.stringify(rounded)).not.toContain("12345");
  });
});

it("a number of interviews beside an estimate is the one in the table of counts", async () => {
  const exact = await published(PEOPLE);
  const rounded = await published(PEOPLE, { rounding: { kind: "controlled", base: 10, seed: 1 } });
  const beside = ({ values }: PublishedSurvey, age?: string) =>
    values.find(
      ({ asked }) =>
        asked.measure === "ces.satisfied" &&
        Object.keys(asked.group).length === (age === undefined ? 0 : 1) &&
        asked.group.age === age,
    )?.estimate?.interviews;
  const answered = ROWS.filter(({ satisfaction }) => satisfaction !== "dont-know");
  expect(beside(exact)).toBe(answered.length);
  const base = exact.counts.find(({ by, interviews }) => by === null && interviews === answered.length)?.base;
  const counted = ({ counts }: PublishedSurvey, age: string) =>
    counts.find((one) => one.base === base && one.by === "age" && one.code === age)?.interviews;
  for (const age of ["25-34", "35-44", "45-54"]) {
    expect(beside(exact, age)).toBe(answered.filter((row) => row.age === age).length);
    for (const one of [exact, rounded]) expect(beside(one, age)).toBe(counted(one, age));
    expect(Math.abs(Number(beside(rounded, age)) - Number(beside(exact, age)))).toBeLessThan(10);
  }
});

it("rules that are laxer than the default are said to be so", async () => {
  const { rules, counts, marks } = await published(PEOPLE, { least: 5, width: 5, answers: false });
  expect(rules[0]).toContain("Fewer than 5 interviews");
  expect(rules).toContain("Percentages that tell how few gave an answer are shown.");
  expect(rules.at(-1)).toMatch(
    /^These rules are laxer than the default, under which fewer than 10 are not shown/,
  );
  expect(marks["[c]"] ?? "fewer than 5 interviews").toContain("fewer than 5 interviews");
  // The 7 of one group are shown now.
  expect(counts.find(({ base, code }) => base === "all-interviews" && code === "asian")?.interviews).toBe(7);
});

describe("what is kept of a publication", () => {
  const build = async (csv: string, rules: object | null) => {
    const made = await publish(csv, rules);
    if (made.kept !== null) writeMade(folder, made.kept);
    keepPublished(folder);
    return made;
  };

  it("depends on the rules, and is the same when they are", async () => {
    const usual = await build(PEOPLE, null);
    const again = await build(PEOPLE, null);
    expect(again).toEqual(usual);
    const rounded = await build(PEOPLE, { rounding: { kind: "plain", base: 5 } });
    const madeOf = ({ kept }: Publication) => kept?.["ces-2023-24"]?.made;
    expect(madeOf(rounded)).not.toBe(madeOf(usual));
    expect(rounded.kept?.["ces-2023-24"]?.last.oneWay.rules.rounding).toEqual({ kind: "plain", base: 5 });
    expect(rounded.kept?.["ces-2023-24"]?.before).toEqual(usual.kept?.["ces-2023-24"]?.last);
    expect(publishedHash("abc", rounded.surveys)).not.toBe(publishedHash("abc", usual.surveys));
  });

  it("makes stricter rules impossible where what they hide is public", async () => {
    await build(PEOPLE, null);
    await expect(publish(PEOPLE, { least: 60 })).rejects.toThrow(DisclosureError);
    await expect(publish(PEOPLE, { least: 60 })).rejects.toThrow(
      /\.published\.json holds what the last build published/,
    );
  });

  it("keeps hidden under laxer rules what stricter ones hid, estimates by two dimensions too", async () => {
    const strict = await build(PEOPLE, { least: 60 });
    const lax = await build(PEOPLE, null);
    const hidden = (made: Publication) =>
      first(made).values.filter(
        ({ asked, verdict }) => Object.keys(asked.group).length === 2 && verdict === "withheld",
      ).length;
    expect(hidden(strict)).toBeGreaterThan(0);
    expect(hidden(lax)).toBe(hidden(strict));
    const [count] = first(lax).counts.filter(
      ({ base, code }) => base === "all-interviews" && code === "asian",
    );
    expect(count?.interviews).toBe("[c]");
    rmSync(join(folder, ".published.json"));
    // Without what is kept, the default shows more.
    expect(hidden(await publish(PEOPLE, null))).toBeLessThan(hidden(strict));
  });
});

it("what is wrong with rules, files and interviews is said together", async () => {
  const wrong = ROWS.map((row, i): Row => (i === 4 ? { ...row, parent: "both" } : row));
  expect(await faults(publish(toCsv(wrong), '{\n  "least": 0\n}'))).toEqual([
    expect.stringMatching(/^ces-2023-24\.csv:6:\d+: parent is "both"/),
    "disclosure.json:2:12: least is 0; expected a whole number above 1",
  ]);
  writeFileSync(join(folder, "wave1.csv"), "");
  expect(await faults(publish(PEOPLE, '{"least": 0}'))).toEqual([
    "disclosure.json:1:11: least is 0; expected a whole number above 1",
    expect.stringMatching(/^wave1\.csv:1:1: there is no survey "wave1"/),
  ]);
});
