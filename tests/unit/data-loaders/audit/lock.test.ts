import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { driftOf, lockOf, lockText, readLock } from "../../../../data-loaders/audit/lock.js";
import { countResult, type Result } from "../../../../src/model/result.js";

const result = (id: string, value: number, more: Partial<Result> = {}): Result => ({
  ...countResult({ id, label: id, value, inputs: ["a.value"], madeBy: "test", because: "test" }),
  ...more,
});
const verdict = (id: string, verdict: "reproduced" | "contradicted") => ({ id, verdict });
const LOCK = lockOf("hash", [result("b.two", 2), result("a.one", 1)], [verdict("a.claim.x", "reproduced")]);

describe("the lock of results", () => {
  it("is read again as it was written, a result a line, in the order of ids", () => {
    const folder = mkdtempSync(join(tmpdir(), "lock-"));
    try {
      const path = join(folder, "results.lock.json");
      writeFileSync(path, lockText(LOCK));
      expect(readLock(path)).toEqual(LOCK);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(
      lockText(LOCK)
        .split("\n")
        .filter((line) => line.includes('"inputs"')),
    ).toHaveLength(2);
    expect(Object.keys(LOCK.results)).toEqual(["a.one", "b.two"]);
  });

  it("has no drift from itself, nor from other digits beyond the ninth", () => {
    expect(driftOf(LOCK, LOCK)).toEqual([]);
    const near = lockOf(
      "hash",
      [result("a.one", 1 + 1e-12), result("b.two", 2)],
      [verdict("a.claim.x", "reproduced")],
    );
    expect(driftOf(LOCK, near)).toEqual([]);
  });

  it("says how each result is cited, which is no drift where it changes", () => {
    expect(LOCK.results["a.one"]?.cited).toMatchObject({ kind: "calculated", label: "a.one" });
    const now = lockOf(
      "hash",
      [result("a.one", 1, { label: "other words" }), result("b.two", 2)],
      [verdict("a.claim.x", "reproduced")],
    );
    expect(driftOf(LOCK, now)).toEqual([]);
  });

  it("names each result and verdict that changed, came or went", () => {
    const now = lockOf(
      "hash",
      [result("a.one", 3), result("c.new", 5, { kind: "bounded", value: null, low: 1, high: 2 })],
      [verdict("a.claim.x", "contradicted")],
    );
    expect(driftOf(LOCK, now)).toEqual([
      { id: "a.one", isVerdict: false, was: "1", is: "3" },
      { id: "b.two", isVerdict: false, was: "2", is: "absent" },
      { id: "c.new", isVerdict: false, was: "absent", is: "1 to 2" },
      { id: "a.claim.x", isVerdict: true, was: "reproduced", is: "contradicted" },
    ]);
  });

  it("sees a result that is made from other numbers", () => {
    const now = lockOf(
      "hash",
      [result("a.one", 1, { inputs: ["b.value"] }), result("b.two", 2)],
      [verdict("a.claim.x", "reproduced")],
    );
    expect(driftOf(LOCK, now)).toEqual([
      { id: "a.one", isVerdict: false, was: "1 from a.value", is: "1 from b.value" },
    ]);
  });

  it("calls a result blank that has neither value nor range", () => {
    const now = lockOf(
      "hash",
      [result("a.one", 1, { value: null, low: null, high: null, nothingFits: true }), result("b.two", 2)],
      [verdict("a.claim.x", "reproduced")],
    );
    expect(driftOf(LOCK, now)).toEqual([{ id: "a.one", isVerdict: false, was: "1", is: "blank" }]);
  });
});
