import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { CODEBOOKS } from "../../../data-loaders/codebooks/index.js";
import type { Codebook } from "../../../src/model/codebook.js";
import { checkDataCommand } from "../../../tools/check-data.js";
import { madeUp } from "../analysis/interviews/made-up.js";
import { runHere } from "../data-loaders/audit/raw-copy.js";

const CES = CODEBOOKS.get("ces-2023-24") as Codebook;
const OPTIONS = CODEBOOKS.get("options-2016") as Codebook;
let folder = "";
const path = (name: string) => join(folder, name);

const csvOf = ({ variables }: Codebook, rows: readonly Readonly<Record<string, string>>[], mark?: string) => {
  const columns = variables.map(({ id }) => id);
  const lines = rows.map((row) => [...columns.map((id) => row[id] ?? ""), ...(mark ? [mark] : [])]);
  return `${[[...columns, ...(mark ? ["simulated"] : [])], ...lines].map((cells) => cells.join(",")).join("\n")}\n`;
};
const ROWS = madeUp(CES, 200, 3);

/** What the command prints, and how it ends. */
async function check(...args: string[]): Promise<{ out: string; error: string; code: number }> {
  const { stdout, stderr, status } = await runHere(checkDataCommand, "--folder", folder, ...args);
  return { out: stdout, error: stderr, code: status };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "check-data-"));
  return () => rmSync(folder, { recursive: true });
});
const elsewhere = mkdtempSync(join(tmpdir(), "check-data-other-"));
afterAll(() => rmSync(elsewhere, { recursive: true }));

describe("check-data", () => {
  it("says of an empty folder that it is one", async () => {
    writeFileSync(path("README.md"), "");
    expect(await check()).toEqual({ out: `There are no interviews in ${folder}.\n`, error: "", code: 0 });
  });

  it("counts the interviews of each file in the folder beside the printed numbers", async () => {
    writeFileSync(path("ces-2023-24.csv"), csvOf(CES, ROWS));
    writeFileSync(path("options-2016.csv"), csvOf(OPTIONS, madeUp(OPTIONS, 40, 1), "world 7"));
    const { out, error, code } = await check();
    expect([error, code]).toEqual(["", 0]);
    expect(out).toContain(`${path("ces-2023-24.csv")}: 200 interviews, and nothing is wrong with them`);
    expect(out).toMatch(/every customer interviewed +All +April 2023 to March 2024 +2,280 +200 +differs/);
    const receiving = ROWS.filter(({ parent }) => parent === "receiving").length;
    expect(out).toMatch(
      new RegExp(`every customer interviewed +Receiving Parents .*1,179 +${receiving} +differs`),
    );
    expect(out).toContain("Made-up data: world 7. They show methods, never parents.");
    expect(out).not.toContain("Percentages from the interviews");
    // It only reads.
    expect(readdirSync(folder).toSorted()).toEqual(["ces-2023-24.csv", "options-2016.csv"]);
    expect((await check("--survey", "options-2016")).out).not.toContain("ces-2023-24");
  });

  it("shows the percentages beside the printed ones where asked, and the same as JSON", async () => {
    const rows = ROWS.map((row): Record<string, string> => ({ ...row, weight: "1" }));
    writeFileSync(path("ces-2023-24.csv"), csvOf(CES, rows));
    const answered = rows.filter(({ satisfaction }) => satisfaction !== "dont-know");
    const satisfied = answered.filter(({ satisfaction }) =>
      ["very-satisfied", "fairly-satisfied"].includes(satisfaction ?? ""),
    );
    const share = (100 * satisfied.length) / answered.length;
    const { out } = await check("--estimates");
    expect(out).toMatch(
      new RegExp(
        `Satisfied with the service overall +All +April 2023 to March 2024 +39 +${share.toFixed(2)} .*\\(beta\\) +${answered.length} `,
      ),
    );
    const { surveys } = JSON.parse((await check("--estimates", "--json")).out);
    expect(surveys).toHaveLength(1);
    expect(surveys[0]).toMatchObject({
      ...{ survey: "ces-2023-24", interviews: 200, kind: "calculated", simulated: null },
      ...{ unusedColumns: [], unusedCodes: [] },
    });
    const first = surveys[0].estimates.find(({ id }: { id: string }) => id === "ces-2023-24.satisfied");
    expect(first).toMatchObject({ printed: "39", interviews: answered.length, verdict: "differs" });
    expect(first.estimate).toBeCloseTo(share, 10);
  });

  it("reads a file elsewhere with its mapping, and names what is not used", async () => {
    const data = join(elsewhere, "wave.csv");
    const mapping = join(elsewhere, "wave.json");
    const csv = csvOf(CES, ROWS)
      .replace(/^interview,/, "SERIAL,")
      .replaceAll("\n", ",x\n")
      .replace(",x\n", ",EXTRA\n");
    writeFileSync(data, csv);
    writeFileSync(mapping, '{"columns": {"interview": "SERIAL"}, "codes": {"mode": {"3": "online"}}}');
    const { out, code } = await check("--survey", "ces-2023-24", "--data", data, "--mapping", mapping);
    expect(code).toBe(0);
    expect(out).toContain("Columns that are not used: EXTRA");
    expect(out).toContain('Codes of the mapping that stand in no cell: mode "3"');
  });

  it("says everything that is wrong in all files, and ends with 2", async () => {
    const wrong = ROWS.map((row, i) => (i === 4 ? { ...row, weight: "0" } : row));
    writeFileSync(path("ces-2023-24.csv"), csvOf(CES, wrong));
    const months = madeUp(OPTIONS, 5, 1).map((row, i) => (i === 1 ? { ...row, month: "2020-01" } : row));
    writeFileSync(path("options-2016.csv"), csvOf(OPTIONS, months));
    const { out, error, code } = await check("--json");
    expect([out, code]).toEqual(["", 2]);
    expect(error.trim().split("\n")).toEqual([
      expect.stringMatching(/ces-2023-24\.csv:6:\d+: weight is "0"; expected a weight above 0$/),
      expect.stringMatching(
        /options-2016\.csv:3:\d+: month is "2020-01", out of the survey's contacts; expected /,
      ),
    ]);
  });

  it("says under which rules a build would publish, and what is wrong with their file among the rest", async () => {
    writeFileSync(path("ces-2023-24.csv"), csvOf(CES, ROWS));
    writeFileSync(path("disclosure.json"), '{"least": 20}');
    expect((await check()).out).toContain("Fewer than 20 interviews are not shown");
    expect(JSON.parse((await check("--json")).out).rules[0]).toContain(
      "Fewer than 20 interviews are not shown",
    );
    const wrong = ROWS.map((row, i) => (i === 4 ? { ...row, weight: "0" } : row));
    writeFileSync(path("ces-2023-24.csv"), csvOf(CES, wrong));
    writeFileSync(path("disclosure.json"), '{"leest": 20}');
    const { error, code } = await check();
    expect([code, error.trim().split("\n")]).toEqual([
      2,
      [
        expect.stringMatching(/ces-2023-24\.csv:6:\d+: weight is "0"/),
        `${path("disclosure.json")}:1:11: "leest" is unknown here; expected only known keys`,
      ],
    ]);
  });

  it("says which files do not belong in the folder", async () => {
    for (const name of [
      "ces-2023-24.xlsx",
      "wave1.csv",
      "cms-2016.mapping.json",
      "options-2016.arrow",
      "options-2016.csv",
    ])
      writeFileSync(path(name), "");
    const { error, code } = await check();
    expect(code).toBe(2);
    expect(error.trim().split("\n")).toEqual([
      `${path("ces-2023-24.xlsx")}:1:1: the file has another name than files here have; expected SURVEY.csv, .parquet, .arrow or .feather, SURVEY.mapping.json, or disclosure.json`,
      `${path("cms-2016.mapping.json")}:1:1: there are no interviews for it; expected cms-2016.csv, or another kind`,
      `${path("options-2016.csv")}:1:1: there is options-2016.arrow already; expected one file of interviews for a survey`,
      `${path("wave1.csv")}:1:1: there is no survey "wave1"; expected one of ${[...CODEBOOKS.keys()].join(", ")}`,
    ]);
  });

  it.each([
    [["--survey", "other"], /^there is no survey other; expected cms-2016/],
    [["--mapping", "a.json"], /^--mapping stands without --data; expected both/],
    [
      ["--data", "wave.csv"],
      /^the name of wave\.csv does not say which survey it is; expected --survey with one of/,
    ],
    [
      ["--survey", "cms-2016", "--data", "wave.csv"],
      /^wave\.csv:1:1: the file is absent; expected a CSV, Parquet or Arrow file/,
    ],
    [["--other"], /unknown option/],
  ])("refuses %j", async (args, said) => {
    const { out, error, code } = await check(...args);
    expect([out, code]).toEqual(["", 2]);
    expect(error).toMatch(said);
  });
});
