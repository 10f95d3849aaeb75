import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDataCommand } from "../../../tools/check-data.js";
import { simulateCommand } from "../../../tools/simulate.js";
import { runHere } from "../data-loaders/audit/raw-copy.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simulate-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const simulate = (...options: string[]) => runHere(simulateCommand, ...options);

const file = (name: string) => join(folder, name);
const CES = ["--survey", "ces-2023-24"];

describe("npm run simulate", () => {
  it("writes interviews in which check-data finds nothing wrong, and every printed number", async () => {
    const made = await simulate(...CES, "--seed", "7", "--out", file("ces.csv"));
    expect(made.stderr).toBe("");
    expect(made.status).toBe(0);
    expect(made.stdout).toContain(
      "2,280 made-up interviews: compatible world, seed 7. They show methods, never parents.",
    );
    expect(made.stdout).toContain("printed percentages that come out: 40 of 40");
    expect(made.stdout).toContain("printed numbers of interviews that come out: 61 of 61");
    expect(made.stdout).toContain("sentences on significance that are true: 29 of 29");
    const checked = await runHere(checkDataCommand, ...CES, "--data", file("ces.csv"), "--estimates");
    expect(checked.stderr).toBe("");
    expect(checked.status).toBe(0);
    expect(checked.stdout).toContain("2,280 interviews, and nothing is wrong with them");
    expect(checked.stdout).toContain("agrees: 61");
    expect(checked.stdout).toContain("agrees within rounding: 40");
    expect(checked.stdout).not.toContain("differs");
    expect(readdirSync(folder)).toEqual(["ces.csv"]);
  });

  it("gives counts and sentences as JSON, and leaves no other file", async () => {
    const made = await simulate(
      "--survey",
      "arrangements-longitudinal",
      "--seed",
      "1",
      "--interviews",
      "700",
      "--out",
      file("a.csv"),
      "--json",
    );
    const { survey, interviews, kind, simulated, counts } = JSON.parse(made.stdout);
    expect({ survey, interviews, kind, simulated }).toEqual({
      survey: "arrangements-longitudinal",
      interviews: 700,
      kind: "simulated",
      simulated: "compatible world, seed 1",
    });
    expect(counts.percentages).toEqual({ agree: 0, of: 0 });
    expect(readFileSync(file("a.csv"), "utf8").trimEnd().split("\n")).toHaveLength(701);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("leaves a file that exists as it is unless it is forced", async () => {
    writeFileSync(file("mine.csv"), "mine");
    const options = ["--survey", "arrangements-longitudinal", "--seed", "1", "--out", file("mine.csv")];
    const refused = await simulate(...options);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("mine.csv exists; expected another name, or --force");
    expect(readFileSync(file("mine.csv"), "utf8")).toBe("mine");
    expect((await simulate(...options, "--force")).status).toBe(0);
    expect(readFileSync(file("mine.csv"), "utf8")).toMatch(/^interview,/);
  });

  it.each([
    [["--survey", "ces-2099", "--seed", "1"], "no survey ces-2099; expected one of ces-2023-24"],
    [[...CES, "--seed", "1.5"], '--seed is "1.5"; expected a whole number'],
    [[...CES, "--seed", "4294967296"], "expected a whole number from 0 to 4,294,967,295"],
    [[...CES, "--seed", "1", "--interviews", "100"], "expected 2280, which is printed"],
    [["--survey", "options-2016", "--seed", "1", "--interviews", "100"], "too few for months as steady"],
  ])("refuses %s with exit code 2 and writes nothing", async (options, message) => {
    const refused = await simulate(...options, "--out", file("never.csv"));
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain(message);
    expect(existsSync(file("never.csv"))).toBe(false);
  });
});
