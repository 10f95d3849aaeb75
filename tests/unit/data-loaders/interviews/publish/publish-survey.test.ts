import { tableFromIPC } from "@uwdata/flechette";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { CODEBOOKS } from "../../../../../data-loaders/codebooks/index.js";
import { DisclosureError } from "../../../../../data-loaders/interviews/disclosure/index.js";
import { filled } from "../../../../../data-loaders/interviews/publish/fill.js";
import { publishedHash } from "../../../../../data-loaders/interviews/publish/index.js";
import type { PublishedSurvey } from "../../../../../data-loaders/interviews/publish/published-survey.js";
import { arrowBytes, toCsv } from "../../../../../data-loaders/tables/index.js";
import { interviewResults, interviewTables } from "../../../../../data-loaders/tables/interview-tables.js";
import { periodsOf } from "../../../../../src/model/period-condition.js";
import { randomInterviews } from "../../codebooks/random-interviews.js";
import { cesInterviews, type Row } from "./ces-interviews.js";
import { publishRows, raw } from "./publish-rows.js";

const ROWS = cesInterviews(2280);
const first = publishRows(ROWS);
const countOf = ({ counts }: PublishedSurvey, base: string, by: string | null, code: string | null) =>
  counts.find((count) => count.base === base && count.by === by && count.code === code)?.interviews;

describe("what may be published of a survey", () => {
  const { published } = first;

  it("has a row for each percentage that fits the codebook, and none of a group of 7 or of what would tell it", () => {
    expect(countOf(published, "all-interviews", null, null)).toBe(2280);
    expect(countOf(published, "all-interviews", "ethnicity", "asian")).toBe("[c]");
    const withheld = published.values.filter(({ verdict }) => verdict === "withheld");
    expect(withheld.map(({ asked }) => asked.group)).toContainEqual({ ethnicity: "asian" });
    for (const { estimate, difference } of withheld) expect([estimate, difference]).toEqual([null, null]);
    const hidden = published.counts.filter(
      ({ base, by, interviews }) => base === "all-interviews" && by === "ethnicity" && interviews === "[c]",
    );
    const whole = ROWS.filter(({ ethnicity }) => hidden.some(({ code }) => code === ethnicity)).length;
    expect(whole - 7).toBeGreaterThanOrEqual(10);
  });

  it("has counts of one dimension at a time, which are those of the interviews", () => {
    for (const { base, by, code, interviews } of published.counts.filter(
      (count) => count.base === "all-interviews",
    )) {
      if (typeof interviews !== "number" || by === null) continue;
      const variable = by === "period" ? "quarter" : by;
      expect([base, by, code, interviews]).toEqual([
        ...[base, by, code],
        ROWS.filter((row) => row[variable] === code).length,
      ]);
    }
  });

  it("has [z] where nobody can be, by routing, and [c] where nobody happens to be", () => {
    expect(countOf(published, "ces.timescales", "contact", "change")).toBe("[z]");
    const nobody = publishRows(
      ROWS.map((row) => ({ ...row, ethnicity: row.ethnicity === "black" ? "white" : (row.ethnicity ?? "") })),
    );
    expect(countOf(nobody.published, "all-interviews", "ethnicity", "black")).toBe("[c]");
    expect(published.marks["[z]"]).toContain("nobody can be");
  });

  it("shows percentages to one decimal, errors to two, and covariances that are no more exact than these", () => {
    const shown = published.values.flatMap(({ estimate }) => estimate ?? []);
    const isTo = (x: number | null, decimals: number) =>
      x === null || Math.abs(x * 10 ** decimals - Math.round(x * 10 ** decimals)) < 1e-6;
    expect(shown.length).toBeGreaterThan(60);
    for (const { number, low, high, standardError } of shown)
      expect([isTo(number, 1), isTo(low, 1), isTo(high, 1), isTo(standardError, 2)]).toEqual([
        true,
        true,
        true,
        true,
      ]);
    const error = (code: string) =>
      published.values.find(
        ({ asked }) =>
          asked.measure === "ces.satisfied" &&
          asked.group.age === code &&
          Object.keys(asked.group).length === 1,
      )?.estimate?.standardError ?? Number.NaN;
    for (const { measure, by, codes, covariance } of published.covariances) {
      if (measure !== "ces.satisfied" || by !== "age" || covariance === null) continue;
      const [a, b] = [error(codes[0]), error(codes[1])];
      // A correlation of two decimals times both errors as they are shown.
      expect(Math.abs((100 * covariance) / (a * b) - Math.round((100 * covariance) / (a * b)))).toBeLessThan(
        0.02,
      );
    }
  });

  it("withholds the other of two measures that are the same number", () => {
    // So few are satisfied that the share would tell them.
    const few = publishRows(
      ROWS.map((row, i) => ({
        ...row,
        satisfaction:
          row.satisfaction === "dont-know" ? "dont-know" : i < 5 ? "very-satisfied" : "very-dissatisfied",
      })),
    );
    const of = (measure: string) =>
      few.published.values.find(
        ({ asked }) => asked.measure === measure && Object.keys(asked.group).length === 0,
      )?.verdict;
    expect([of("ces.satisfied"), of("ces.dissatisfied")]).toEqual(["withheld", "withheld"]);
  });

  it("shows percentages of two dimensions where nothing in them is small, without their interviews", () => {
    const crossed = ({ values }: PublishedSurvey) =>
      values.filter(
        ({ asked }) => Object.keys(asked.group).length === 2 && asked.measure === "ces.time-to-outcome",
      );
    expect(crossed(published).map(({ verdict, estimate }) => [verdict, estimate?.interviews])).toEqual([
      ["not-held", null],
      ["not-held", null],
    ]);
    // Of New Paying Parents all but a few give one answer.
    const small = publishRows(
      ROWS.map((row, i) =>
        row.contact === "new" && row.parent === "paying" && row["time-to-outcome"] !== undefined && i > 60
          ? { ...row, "time-to-outcome": "disagree" }
          : row,
      ),
    );
    expect(crossed(small.published).map(({ verdict }) => verdict)).toEqual(["withheld", "withheld"]);
  });
});

describe("the next publication", () => {
  it("is the same from the same interviews, and remembers what came before", () => {
    const again = publishRows(ROWS, first.kept);
    expect(again.published).toEqual(first.published);
    expect(again.kept).toEqual(first.kept);
  });

  it("with three more of one group does not tell how many they are", () => {
    const more = [...ROWS, ...ROWS.slice(100, 103).map((row, i) => ({ ...row, interview: `more-${i}` }))];
    let second: ReturnType<typeof publishRows> | null = null;
    try {
      second = publishRows(more, first.kept);
    } catch (error) {
      expect(error).toBeInstanceOf(DisclosureError);
    }
    // Either it is refused, or no count that both show differs by as few.
    for (const { base, by, code, interviews } of second?.published.counts ?? []) {
      const before = countOf(first.published, base, by, code);
      if (typeof interviews !== "number" || typeof before !== "number" || by === null) continue;
      expect([0, ...Array.from({ length: 2000 }, (_, i) => i + 10)]).toContain(interviews - before);
    }
  });

  it("with fewer or other interviews is refused", () => {
    expect(() => publishRows(ROWS.slice(0, -30), first.kept)).toThrow(DisclosureError);
    const others = ROWS.map((row, i) => ({
      ...row,
      parent: row.parent === "paying" && i < 40 ? "receiving" : (row.parent ?? ""),
    }));
    expect(() => publishRows(others, first.kept)).toThrow(DisclosureError);
  });
});

describe("what is filled in", () => {
  it("are the lost percentages that interviews with people give, and nothing that is printed or withheld", () => {
    const { values } = filled(raw, [first.published]);
    const changed = values.filter((value, i) => value !== raw.values[i]);
    expect(changed.map(({ id }) => id).toSorted()).toEqual(
      first.published.values
        .flatMap(({ value, verdict }) => (value !== null && verdict === "not-held" ? [value.id] : []))
        .toSorted(),
    );
    for (const { printed, value, low, high, status, note, fromInterviews: from } of changed) {
      expect(["plotted", "tabled"]).toContain(status);
      expect(printed).toMatch(/^\d+\.\d$/);
      expect([from, note?.startsWith("From interviews")]).toEqual([true, true]);
      expect((high ?? 0) - (low ?? 0)).toBeCloseTo(0.1, 9);
      expect(value).toBe(Number(printed));
    }
  });

  it("is nothing where interviews were made up, whose every row says what made them up", () => {
    const { published } = publishRows(ROWS, null, { simulated: "compatible world, seed 7" });
    expect(filled(raw, [published])).toBe(raw);
    const [estimates] = interviewTables([published], raw);
    expect(new Set(estimates?.rows.map(({ kind, simulated }) => `${kind}: ${simulated}`))).toEqual(
      new Set(["simulated: compatible world, seed 7"]),
    );
    expect(interviewResults([published]).every(({ kind }) => kind === "simulated")).toBe(true);
  });

  it("changes the hash of the data, and none is as before", () => {
    expect(publishedHash("abc", [])).toBe("abc");
    expect(publishedHash("abc", [first.published])).not.toBe("abc");
  });
});

describe("the tables", () => {
  it("are read back from Arrow and CSV as their rows, and count what the results say", () => {
    const tables = interviewTables([first.published], raw);
    for (const table of tables) {
      const columns = table.columns.map(({ name }) => name);
      const rows = table.rows.map((row) => Object.fromEntries(columns.map((c) => [c, row[c] ?? null])));
      expect(rows.length).toBeGreaterThan(20);
      expect(tableFromIPC(arrowBytes(table, "0")).toArray()).toEqual(rows);
      expect(parse(toCsv(table), { columns: true })).toHaveLength(rows.length);
      expect(rows.filter(({ mark }) => mark === "[c]").length).toBeGreaterThan(0);
    }
    const rows = tables[0]?.rows ?? [];
    const results = new Map(interviewResults([first.published]).map(({ id, value }) => [id, value]));
    expect(results.get("interviews.agree")).toBe(
      rows.filter((r) => r.verdict === "agrees within rounding").length,
    );
    expect(results.get("interviews.differ")).toBe(rows.filter((r) => r.verdict === "differs").length);
    expect(results.get("interviews.withheld")).toBe(
      rows.filter((r) => r.verdict === "too few interviews [c]" && r.id !== null).length,
    );
  });
});

it.each([...CODEBOOKS])("interviews of %s can be published", (_, codebook) => {
  const rows = randomInterviews(codebook, 1500, 5).map(
    (row, i): Row => ({ ...Object.fromEntries(row), interview: `${i}` }),
  );
  const { published } = publishRows(rows, null, { codebook });
  expect(countOf(published, "all-interviews", null, null)).toBe(1500);
  expect(published.counts.filter(({ by }) => by === "period")).not.toHaveLength(0);
  expect(periodsOf(codebook).length).toBeGreaterThan(1);
});
