import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromInterviews } from "../../data-loaders/interviews/beside-printed/from-interviews.js";
import { publishSurvey } from "../../data-loaders/interviews/publish/publish-survey.js";
import { GENERATORS } from "../../data-loaders/made-up/index.js";
import { readRaw } from "../../data-loaders/read/index.js";
import { build } from "../../data-loaders/tables/index.js";
import type { CodedInterviews } from "../../src/analysis/interviews/index.js";
import type { Result } from "../../src/model/result.js";
import { hasR } from "../../tools/run-r.js";
import { RAW } from "../../tools/site/paths.js";
import { expectedCsv, reviewZip } from "../../tools/site/review-zip.js";

const raw = readRaw(RAW);
const results: Result[] = [...build(raw).results];
const folder = mkdtempSync(join(tmpdir(), "review-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Unpacks the package as a reviewer does. */
function unpack(zip: Uint8Array): void {
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
beforeAll(() => unpack(reviewZip(results)));

/** Runs the script as a reviewer does, with other expected results. */
function check(expected: readonly Result[]): { status: number | null; stdout: string; stderr: string } {
  writeFileSync(join(folder, "expected.csv"), expectedCsv(expected));
  const { status, stdout, stderr } = spawnSync("Rscript", ["--vanilla", "check.R"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  return { status, stdout, stderr };
}
const changed = (id: string, change: Partial<Result>) =>
  results.map((result) => (result.id === id ? { ...result, ...change } : result));
const differing = (stdout: string) =>
  [...stdout.matchAll(/^(\S+) +(value|low|high) .* DIFFERS$/gm)].map(([, id, part]) => `${id} ${part}`);

describe.runIf(hasR())("check.R, from the zip alone", () => {
  it("finds every number that it recomputes, and gives a reason for each of the others", () => {
    const { status, stdout, stderr } = check(results);
    expect([stderr, differing(stdout), status]).toEqual(["", [], 0]);
    const [, compared, left] =
      /of (\d+) numbers compared, .* (\d+) numbers not recomputed; 0 differ/.exec(stdout) ?? [];
    expect(Number(compared) + Number(left)).toBe(results.length);
    // As many as when it was written: a number may not slip out of what is recomputed.
    expect(Number(compared)).toBeGreaterThanOrEqual(292);
  });

  it("fails for one changed number of each kind, a lost one and one that nothing explains", () => {
    const gap = results.find(({ id }) => id === "parents.critical-design-effect.worst");
    expect(gap?.value).toBeCloseTo(14.082, 3);
    const planted = changed("parents.critical-design-effect.worst", {
      value: (gap?.value ?? 0) * (1 + 1e-8),
    })
      .map((r) => (r.id === "ces-2023-24.satisfied" ? { ...r, high: 39.4 } : r))
      .map((r) => (r.id === "cells.paying-change.satisfied" ? { ...r, high: (r.high ?? 0) + 0.1 } : r))
      .filter(({ id }) => id !== "gender.unknown");
    const unexplained = { ...(results[0] as Result), id: "a.new.number", madeBy: "analysis.unheardOf" };
    const { status, stdout } = check([...planted, unexplained]);
    expect(status).toBe(1);
    expect(differing(stdout).sort()).toEqual([
      "cells.paying-change.satisfied high",
      "ces-2023-24.satisfied high",
      "parents.critical-design-effect.worst value",
    ]);
    expect(stdout).toContain("gender.unknown is recomputed and not expected");
    expect(stdout).toContain("NOTHING RECOMPUTES IT");
    expect(stdout).toMatch(/Differ:[\s\S]* {2}a\.new\.number/);
  });

  it("finds every number of a build that filled lost ones in from interviews, with these in its raw files", () => {
    // A world that agrees with all that is printed, taken for interviews with people.
    const simulate = GENERATORS.get("compatible")?.surveys.get("ces-2023-24")?.simulate;
    const interviews = {
      ...(simulate?.(raw, { seed: 7, interviews: 2280 }) as CodedInterviews),
      simulated: null,
    };
    const { published } = publishSurvey(interviews, fromInterviews(raw, interviews), "", null);
    const filled = build(raw, [published]);
    const now = filled.raw.values.filter(({ fromInterviews: from }) => from);
    expect(now.length).toBeGreaterThan(40);
    unpack(reviewZip(filled.results, filled.raw.values));
    // One that is not as the raw files of the package have it is found, and no other.
    const [{ id, value = 0 } = { id: "" }, ...others] = now;
    const changed = filled.results.map((r) => (r.id === id ? { ...r, value: (value ?? 0) + 0.1 } : r));
    const { status, stdout, stderr } = check(changed);
    expect([stderr, differing(stdout), status]).toEqual(["", [`${id} value`], 1]);
    for (const { id, printed } of others)
      expect(stdout).toMatch(new RegExp(`^${id.replaceAll(".", "\\.")} +value +${Number(printed)} `, "m"));
  });
});
