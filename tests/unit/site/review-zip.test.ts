import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, describe, expect, it } from "vitest";
import { readRaw } from "../../../data-loaders/read/index.js";
import { countResult } from "../../../src/model/result.js";
import { filesBelow } from "../../../tools/site/files.js";
import { RAW } from "../../../tools/site/paths.js";
import { expectedCsv, REVIEW, reviewZip } from "../../../tools/site/review-zip.js";

const RESULTS = [
  countResult({ id: "a.count", label: "A", value: 3, because: "b", inputs: [], madeBy: "tables.a" }),
  {
    ...countResult({ id: "a.range", label: "A", value: 0, because: "b", inputs: [], madeBy: "tables.b" }),
    kind: "bounded" as const,
    value: null,
    low: 0.1 + 0.2,
  },
];

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe("the reviewer's package", () => {
  it("holds the raw files, the scripts, their text and the lock as they stand, and what is expected", () => {
    const files = unzipSync(reviewZip(RESULTS));
    const raw = filesBelow(RAW).filter((path) => path.endsWith(".csv"));
    expect(raw.length).toBeGreaterThan(40);
    const same = new Map([
      ["README.txt", `${REVIEW}/README.txt`],
      ["check.R", `${REVIEW}/check.R`],
      ["survey.R", `${REVIEW}/survey.R`],
      ["results.lock.json", "results.lock.json"],
      ["raw/README.md", `${RAW}/README.md`],
      ...raw.map((path) => [path.replace(RAW, "raw"), path] as const),
    ]);
    expect(Object.keys(files).sort()).toEqual([...same.keys(), "expected.csv"].sort());
    for (const [name, path] of same)
      expect([name, strFromU8(files[name] as Uint8Array)]).toEqual([name, readFileSync(path, "utf8")]);
    expect(strFromU8(files["expected.csv"] as Uint8Array)).toBe(expectedCsv(RESULTS));
  });

  it("has the numbers that a build filled in from interviews in their cells, with a note that says so, and no others", () => {
    const values = readRaw(RAW).values;
    const id = "ces-2023-24.satisfied.ethnicity-white";
    const filled = values.map((value) =>
      value.id === id
        ? { ...value, printed: "38.4", note: "From interviews", fromInterviews: true as const }
        : value,
    );
    const name = "ces-2023-24/values.csv";
    const before: Record<string, string>[] = parse(readFileSync(`${RAW}/${name}`), { columns: true });
    const after: Record<string, string>[] = parse(unzipSync(reviewZip([], filled))[`raw/${name}`] as never, {
      columns: true,
    });
    expect(after).toEqual(
      before.map((row) => (row.id === id ? { ...row, printed: "38.4", note: "From interviews" } : row)),
    );
    expect(after).not.toEqual(before);
  });

  it("keeps every digit of what is expected", () => {
    expect(expectedCsv(RESULTS)).toBe(
      "id,kind,value,low,high,made_by\na.count,calculated,3,3,3,tables.a\na.range,bounded,,0.30000000000000004,0,tables.b\n",
    );
  });

  it("has the same bytes at any time and in any zone, and others for other results", () => {
    process.env.TZ = "Pacific/Auckland";
    const first = reviewZip(RESULTS);
    process.env.TZ = "America/New_York";
    expect(reviewZip(RESULTS)).toEqual(first);
    expect(reviewZip(RESULTS.slice(1))).not.toEqual(first);
  });

  it.each(["check.R", "survey.R"])("has %s of fewer than 300 lines that loads no package", (name) => {
    const script = readFileSync(`${REVIEW}/${name}`, "utf8");
    expect(script.split("\n").length).toBeLessThan(300);
    expect(script).not.toMatch(/\b(?:library|require|requireNamespace|install\.packages)\s*\(|::/);
  });
});
