import { tmpdir } from "node:os";
import { describe, expect, it, vi } from "vitest";
import type { Value } from "../../../../src/model/value.js";
import { changed, faults, read, VALID, without } from "./raw-folder.js";

const numberOf = (files: Readonly<Record<string, string>>, id: string) => {
  const value = read(files).values.find((v) => v.id === id);
  return value && pick(value);
};
const pick = ({ printed, value, low, high }: Value) => ({ printed, value, low, high });

describe("readRaw", () => {
  it("gives rows in the order of folders and files", () => {
    const raw = read(VALID);
    expect(raw.values.map((v) => v.id)).toEqual([
      "alpha-2016.satisfied",
      "alpha-2016.satisfied.2014-04",
      "alpha-2016.fee",
      "beta-2024.satisfied.parent-receiving",
      "beta-2024.satisfied.parent-paying",
    ]);
    expect(raw.publications.map((p) => [p.id, p.shortTitle, p.coverageEnd])).toEqual([
      ["alpha-2016", "Alpha survey", "2016-09"],
      ["beta-2024", "Beta survey", "2024-03"],
    ]);
  });

  it("gives every list", () => {
    const counts = Object.fromEntries(Object.entries(read(VALID)).map(([name, rows]) => [name, rows.length]));
    expect(counts).toEqual({
      publications: 2,
      measures: 3,
      values: 5,
      bases: 4,
      reconciliations: 1,
      rules: 1,
      limitations: 1,
      events: 1,
      calendar: 1,
      facts: 1,
      sources: 2,
      sentences: 3,
      claims: 2,
      readings: 0,
      phrases: 1,
      comparisons: 3,
    });
  });

  it("gives a value its group, unit, base and place", () => {
    const value = read(VALID).values[3];
    expect(value).toEqual({
      id: "beta-2024.satisfied.parent-receiving",
      publication: "beta-2024",
      measure: "beta.satisfied",
      group: { parent: "receiving" },
      period: "2023-04/2024-03",
      printed: "47",
      words: null,
      status: "printed",
      unit: "percent",
      value: 47,
      low: 46.5,
      high: 47.5,
      base: "beta-2024.base.all.parent-receiving",
      interviews: 1179,
      place: "Figure 2",
      locator: "beta-2024: Figure 2",
      note: null,
      source: { file: expect.stringMatching(/\/beta-2024\/values\.csv$/), line: 2, column: 86 },
    });
  });

  it("names files from the working folder, with forward slashes", () => {
    const cwd = vi.spyOn(process, "cwd").mockReturnValue(tmpdir());
    const file = read(VALID).facts[0]?.source.file;
    cwd.mockRestore();
    expect(file).toMatch(/^raw-\w+\/context\/facts\.csv$/);
  });

  it("gives the parts of a reconciliation as a list, and a fact its number", () => {
    const raw = read(VALID);
    expect(raw.reconciliations[0]).toMatchObject({
      parts: ["beta-2024.base.all.parent-receiving", "beta-2024.base.all.parent-paying"],
      residual: 2,
    });
    expect(raw.facts[0]).toMatchObject({ publication: "context", printed: "8,024", value: 8024 });
  });

  it("reports several faults in several files at once, in order", () => {
    let files = changed("beta-2024/rules.csv", "beta-2024: Weighting", "Weighting");
    files = changed("alpha-2016/values.csv", ",20,", ",£20,", files);
    files = changed("alpha-2016/values.csv", ",93,,printed,1", ",101,,printed,2", files);
    files = changed("context/events.csv", ",B,", ",b,", files);
    files = changed("beta-2024/bases.csv", "1,099", "1,101", files);
    expect(faults(files).map((line) => line.split(";")[0])).toEqual([
      'alpha-2016/values.csv:2:68: rounding is "2"',
      'alpha-2016/values.csv:4:28: printed is "£20"',
      expect.stringContaining("beta-2024/bases.csv:2:50: printed is 2,280, but its parts"),
      'beta-2024/rules.csv:2:55: locator is "Weighting"',
      'context/events.csv:2:42: grade is "b"',
    ]);
  });
});

describe("a value", () => {
  const EMPTY = "alpha-2016.satisfied.2014-04";
  const fill = (printed: string) =>
    changed("alpha-2016/values.csv", "2014-04,,,tabled", `2014-04,${printed},,tabled`);

  it("is not held while its cell is empty", () => {
    expect(numberOf(VALID, EMPTY)).toEqual({ printed: null, value: null, low: null, high: null });
  });

  it("is held once its cell is filled in, with half a unit of the last digit either way", () => {
    expect(numberOf(fill("91"), EMPTY)).toEqual({ printed: "91", value: 91, low: 90.5, high: 91.5 });
    expect(numberOf(fill("91.0"), EMPTY)).toEqual({ printed: "91.0", value: 91, low: 90.95, high: 91.05 });
  });

  it("has an interval cut to the range of its measure", () => {
    expect(numberOf(fill("100"), EMPTY)).toEqual({ printed: "100", value: 100, low: 99.5, high: 100 });
    expect(numberOf(fill("0"), EMPTY)).toEqual({ printed: "0", value: 0, low: 0, high: 0.5 });
  });

  it("has no width when it is exact", () => {
    expect(numberOf(VALID, "alpha-2016.fee")).toEqual({ printed: "20", value: 20, low: 20, high: 20 });
  });

  it("has only the interval given when it is worded, unless a number is printed too", () => {
    const id = "beta-2024.satisfied.parent-paying";
    expect(numberOf(VALID, id)).toEqual({ printed: null, value: null, low: 59.5, high: 60.5 });
    const printed = changed("beta-2024/values.csv", ",,six out of ten", ",60,six out of ten");
    expect(numberOf(printed, id)).toEqual({ printed: "60", value: 60, low: 59.5, high: 60.5 });
  });

  it("has the interviews of its base, also once that is filled in", () => {
    const interviews = (files: Readonly<Record<string, string>>) =>
      read(files).values.find((v) => v.id === EMPTY)?.interviews;
    expect(interviews(VALID)).toBeNull();
    expect(interviews(changed("alpha-2016/bases.csv", ",,tabled", ',"1,250",tabled'))).toBe(1250);
  });
});

describe("the folders", () => {
  it("each need a publication.csv, except the context", () => {
    expect(faults(without("beta-2024/publication.csv"))).toEqual([
      "beta-2024/publication.csv:1:1: the file is absent; expected one in each publication's folder",
    ]);
  });

  it("each need a row in publication.csv", () => {
    const path = "beta-2024/publication.csv";
    const header = VALID[path]?.split("\n")[0] ?? "";
    expect(faults({ ...VALID, [path]: `${header}\n` })).toEqual([
      `${path}:1:1: the file has no row; expected one row after the columns`,
    ]);
  });

  it("hold only files of the known names", () => {
    expect(faults({ ...VALID, "beta-2024/value.csv": "", "context/rules.csv": "", "notes.txt": "" })).toEqual(
      [
        "beta-2024/value.csv:1:1: the file name is unknown; expected one of publication.csv, measures.csv, values.csv, " +
          "bases.csv, reconciliations.csv, rules.csv, limitations.csv, events.csv, calendar.csv, sentences.csv, " +
          "claims.csv, readings.csv, phrases.csv",
        "context/rules.csv:1:1: the file name is unknown; expected one of comparisons.csv, events.csv, facts.csv, phrases.csv, sources.csv",
        "notes.txt:1:1: the file is in no folder; expected files in the folder of a publication, or in context",
      ],
    );
  });

  it("may hold hidden files, and a README beside them", () => {
    expect(faults({ ...VALID, "README.md": "Read me.", "beta-2024/.~lock.values.csv#": "" })).toEqual([]);
  });
});
