import { describe, expect, it } from "vitest";
import { exitCodeOf } from "../../../tools/audit/command.js";

const WELL = {
  failed: 0,
  lock: { belongs: true, differences: [], unable: null },
  conflicts: 0,
} as const;

describe("the exit code of the audit", () => {
  it("is 0 where every check passes, everything is as locked and no numbers conflict", () => {
    expect(exitCodeOf(WELL)).toBe(0);
  });

  it.each([
    ["a check fails", { ...WELL, failed: 1 }],
    ["a result or verdict moved", { ...WELL, lock: { ...WELL.lock, differences: ["parents.gap"] } }],
    ["the raw files are not those of the lock", { ...WELL, lock: { ...WELL.lock, belongs: false } }],
    ["no results come out", { ...WELL, lock: { ...WELL.lock, unable: "an error" } }],
    ["numbers conflict", { ...WELL, conflicts: 1 }],
  ])("is 1 where %s, and all else is well", (_, outcome) => {
    expect(exitCodeOf(outcome)).toBe(1);
  });
});
