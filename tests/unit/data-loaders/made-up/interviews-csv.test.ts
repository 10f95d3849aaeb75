import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readMicrodata } from "../../../../data-loaders/interviews/mapping/index.js";
import { interviewsCsv, madeInterviews } from "../../../../data-loaders/made-up/made-interviews.js";
import { watermark } from "../../../../data-loaders/made-up/watermark.js";
import type { CodedValue } from "../../../../src/analysis/interviews/index.js";
import { LIBRARY } from "../codebooks/made-up-survey.js";

const folder = mkdtempSync(join(tmpdir(), "made-"));
afterAll(() => rmSync(folder, { recursive: true }));

const MADE = new Map<string, CodedValue[]>([
  ["visitor", ["1", "2, with a comma"]],
  ["day", ["2025-02-03", "2025-03-04"]],
  ["month", ["2025-01", "2025-02"]],
  ["weight", [0.75, 1.25]],
  ["sex", ["female", "missing"]],
  ["borrowed", ["yes", "no"]],
  ["books", [3, null]],
  ["choice", [0, 4]],
  ["staff", [3, "none-met"]],
]);
describe("made-up interviews as CSV", () => {
  const made = () => madeInterviews(LIBRARY, MADE, watermark("compatible", 7));

  it("say in each row what made them up, with an empty cell for a question that was not asked", () => {
    const [head, first, second, end] = interviewsCsv(made()).split("\n");
    expect(head).toBe([...LIBRARY.variables.map(({ id }) => id), "simulated"].join());
    expect(first).toContain("1,2025-02-03,2025-01,0.75,female,yes,3,0,3,");
    expect(first).toMatch(/,"compatible world, seed 7"$/);
    expect(second).toMatch(/^"2, with a comma",2025-03-04,2025-02,1.25,missing,no,,4,none-met,/);
    expect(end).toBe("");
  });

  it("are read back as the same interviews", async () => {
    const file = join(folder, "library-2025.csv");
    writeFileSync(file, interviewsCsv(made()));
    const { interviews } = await readMicrodata(LIBRARY, file, null);
    expect(interviews.simulated).toBe("compatible world, seed 7");
    for (const [variable, values] of MADE)
      expect(
        values.map((_, row) => interviews.value(variable, row)),
        variable,
      ).toEqual(values);
  });

  it("are never interviews with people", () => {
    expect(() => interviewsCsv({ ...made(), simulated: null })).toThrow(
      "only made-up interviews are written",
    );
  });

  it("are refused for an answer that the codebook does not list, and for a variable without values", () => {
    const make = (variable: string, values: CodedValue[] | undefined) => {
      const columns = new Map(MADE);
      if (values === undefined) columns.delete(variable);
      else columns.set(variable, values);
      return () => madeInterviews(LIBRARY, columns, watermark("repeated", 7));
    };
    expect(make("sex", ["female", "other"])).toThrow("sex cannot be other");
    expect(make("sex", undefined)).toThrow("sex has no values");
  });
});
