import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { readRaw } from "../../../data-loaders/read/index.js";
import {
  groupNotHeld,
  isSizeOrWeight,
  type NotHeld,
  notHeld,
} from "../../../data-loaders/tables/not-held.js";
import { missingCommand } from "../../../tools/missing.js";
import { base, RAW, rawWith, rowsOf, runHere, value, whileInCopy } from "../data-loaders/audit/raw-copy.js";

const FOLDERS = ["ces-2023-24", "cms-2016", "options-2016"];
const raw = readRaw(RAW);

/** Rows of the files without a number. */
const absent = (folder: string) => ({
  values: rowsOf(`${folder}/values.csv`).filter((row) => row.printed === "" && row.words === ""),
  bases: rowsOf(`${folder}/bases.csv`).filter((row) => row.printed === ""),
});
const all = FOLDERS.flatMap((folder) => [...absent(folder).values, ...absent(folder).bases]);
const missing = (...options: string[]) => runHere(missingCommand, ...options);
const csvOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe("notHeld", () => {
  it("has every row without a number, once", () => {
    const ids = notHeld(raw).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(all.map((row) => row.id).toSorted());
  });

  it("tells percentages, sample sizes and weights apart", () => {
    const kinds = (kind: NotHeld["kind"]) => notHeld(raw).filter((row) => row.kind === kind).length;
    const weights = absent("cms-2016").values.filter((row) => row.measure === "cms16.quarter-weight").length;
    expect(kinds("weight")).toBe(weights);
    expect(kinds("sample size")).toBe(FOLDERS.flatMap((folder) => absent(folder).bases).length);
    expect(kinds("percentage")).toBe(FOLDERS.flatMap((f) => absent(f).values).length - weights);
    expect(kinds("number")).toBe(0);
  });

  it("takes a filled-in cell off the list", () => {
    const ids = notHeld(rawWith(value("clear.parent-paying", "40"))).map(({ id }) => id);
    expect(ids).toHaveLength(all.length - 1);
    expect(ids).not.toContain("ces-2023-24.clear.parent-paying");
  });

  it("puts a base on the list once its number is not in the text", () => {
    const tabled = { ...base("used-govuk", "tabled"), column: "status" };
    const row = notHeld(rawWith(base("used-govuk", ""), tabled)).find((r) => r.measure === "interviews");
    expect(row).toMatchObject({
      label: "Number of interviews: Easy to find all information on GOV.UK",
      kind: "sample size",
    });
  });
});

describe("groupNotHeld", () => {
  const lines = groupNotHeld(notHeld(raw));
  const at = (publication: string, place: string) =>
    lines
      .filter((line) => line.publication === publication && line.place === place && !isSizeOrWeight(line))
      .map(({ count, periods, groups }) => [count, periods, groups]);

  it("crosses periods with groups", () => {
    const quarters = "12 quarters, September to November 2013 to June to August 2016";
    expect(at("cms-2016", "Table 2")).toEqual([[24, quarters, "Receiving Parents, Paying Parents"]]);
    expect(at("cms-2016", "Table 1")).toEqual([[12, quarters, "All"]]);
  });

  it("names a gap between months, and crosses dimensions", () => {
    expect(at("options-2016", "Table 1")).toEqual([
      [29, "29 months, April 2014 to June 2016 and August to September 2016", "All"],
    ]);
    expect(at("ces-2023-24", "Figure 4")[2]).toEqual([
      2,
      "April 2023 to March 2024",
      "Receiving Parents, Paying Parents x New customers",
    ]);
  });

  it("keeps groups with different periods on lines of their own", () => {
    const filled = {
      file: "cms-2016/values.csv",
      id: "cms-2016.satisfied.parent-paying.2013-11",
      text: "50",
    };
    const rows = notHeld(rawWith(filled)).filter((row) => row.publication === "cms-2016");
    const found = groupNotHeld(rows).filter((line) => line.place === "Table 2" && !isSizeOrWeight(line));
    expect(found.map(({ periods, groups }) => [periods, groups])).toEqual([
      ["12 quarters, September to November 2013 to June to August 2016", "Receiving Parents"],
      ["11 quarters, December 2013 to February 2014 to June to August 2016", "Paying Parents"],
    ]);
  });

  it("counts every row, has places in the order of their numbers and sample sizes last", () => {
    expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
    expect([...new Set(lines.map(({ publication }) => publication))]).toEqual(FOLDERS);
    expect([...new Set(lines.map(({ place }) => place))].slice(0, 6)).toEqual(
      ["4", "6", "7", "8", "9", "10"].map((number) => `Figure ${number}`),
    );
    const cms = lines.filter((line) => line.publication === "cms-2016").map(isSizeOrWeight);
    expect(cms).toEqual(cms.toSorted());
  });
});

describe("missing", () => {
  it("lists each place with its counts and totals, in the readers' words", async () => {
    const { stdout, stderr, status } = await missing();
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(stdout).toMatch(new RegExp(`^All together: .*: ${all.length} numbers$`, "m"));
    for (const { place = "" } of all) expect(stdout).toContain(place);
    expect(stdout).not.toMatch(/\b(?:lost|missing)\b/i);
  });

  it("prints CSV that parses back to a row a number", async () => {
    const { stdout, status } = await missing("--csv");
    const rows = csvOf(stdout);
    expect(status).toBe(0);
    expect(Object.keys(rows[0] ?? {}).join(",")).toBe(
      "id,publication,place,measure,label,group,period,kind_of_number,locator,where_to_look,printed",
    );
    expect(rows.map((row) => row.id)).toEqual(notHeld(raw).map(({ id }) => id));
    expect(rows.filter((row) => row.where_to_look === "" || row.printed !== "")).toEqual([]);
    const row = rows.find((r) => r.id === "cms-2016.satisfied.parent-receiving.2013-11");
    expect(row).toMatchObject({ group: "parent=receiving", kind_of_number: "percentage" });
    expect(row?.where_to_look).toMatch(/^Table 2 .*https:\/\/www\.gov\.uk/);
  });

  it("writes a letter that names each table, the address and the sample sizes", async () => {
    const { stdout } = await missing("--letter");
    for (const { place = "" } of all) expect(stdout).toMatch(new RegExp(`^ {3}${place}$`, "m"));
    for (const { id, sourceUrl, publisher } of raw.publications.filter((p) => FOLDERS.includes(p.id))) {
      expect(stdout.includes(sourceUrl), id).toBe(sourceUrl.startsWith("https://"));
      expect(stdout).toContain(publisher);
    }
    expect(stdout).toMatch(/sample size[\s\S]*by quarter or by month/);
    expect(stdout).not.toMatch(/\b(?:lost|missing)\b/i);
  });

  it("keeps to one publication, and names the ids when there is none such", async () => {
    const rows = csvOf((await missing("--csv", "--publication", "cms-2016")).stdout);
    const { values, bases } = absent("cms-2016");
    expect(rows).toHaveLength(values.length + bases.length);
    const { stdout, stderr, status } = await missing("--publication", "cms-2017");
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    for (const { id } of raw.publications) expect(stderr).toContain(id);
    expect((await missing("--publication", "options-2016-methodology")).stdout).toBe(
      "Every number is in the text we hold.\n",
    );
  });

  it("takes a filled-in cell of another folder off the list", async () => {
    await whileInCopy([value("clear.parent-paying", "40")], async (folder) => {
      expect(csvOf((await missing("--csv", "--raw", folder)).stdout)).toHaveLength(all.length - 1);
    });
  });

  it("exits 2 for an input error, an unknown option and two forms at once", async () => {
    await whileInCopy([value("clear.parent-paying", "forty")], async (folder) => {
      const { stdout, stderr, status } = await missing("--raw", folder);
      expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
      expect(stderr).toMatch(/ces-2023-24\/values\.csv:\d+:\d+: printed is "forty"; expected/);
    });
    expect((await missing("--raw", "no-such-folder")).status).toBe(2);
    expect((await missing("--unknown")).status).toBe(2);
    expect((await missing("--csv", "--letter")).status).toBe(2);
  });
});
