import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { audit } from "../../../data-loaders/audit/index.js";
import { LOCK_FILE, readLock } from "../../../data-loaders/audit/lock.js";
import { ledgerOf } from "../../../data-loaders/ledger/ledger.js";
import { readRaw } from "../../../data-loaders/read/index.js";
import { not, prints } from "../../../src/claims/condition.js";
import { DEFAULT_ASSUMPTIONS, judge, type Ledger } from "../../../src/claims/index.js";
import { value as printedValue } from "../../../src/claims/term.js";
import { lockNow, lockReport } from "../../../tools/audit/lock-report.js";
import { base, inCopy, RAW, ROOT, value } from "../data-loaders/audit/raw-copy.js";

const COMMITTED = join(ROOT, LOCK_FILE);
const locked = readLock(COMMITTED).claims;
const ledger = ledgerOf(readRaw(RAW));
const BY_WORDS = ["by-definition", "left-open"];

/** The same claims, with another predicate for one of them. */
const withCondition = (id: string, condition: Parameters<typeof not>[0]): Ledger => ({
  ...ledger,
  conditions: new Map([...ledger.conditions, [id, condition]]),
});

describe("a fault is caught by the check that is meant for it:", () => {
  it("a value, by the lock, with the pages and the claims that it touches", async () => {
    await inCopy([value("satisfied.parent-receiving", "46")], async (folder) => {
      const raw = readRaw(folder);
      const found = audit(raw);
      const now = lockNow(raw, folder, found);
      const { belongs, differences } = await lockReport(now, COMMITTED, found);
      expect(belongs).toBe(false);
      const gap = differences.find(({ id }) => id === "parents.gap");
      expect(gap).toMatchObject({
        was: expect.stringMatching(/^16 /),
        is: expect.stringMatching(/^15 /),
      });
      expect(gap?.pages).toEqual(expect.arrayContaining([expect.stringContaining("parents-and-contact")]));
      expect(gap?.claims.length).toBeGreaterThan(0);
    });
  });

  it("a base, by the sums that bases make", () => {
    expect(() => inCopy([base("answered.parent-receiving", "1,150")], readRaw)).toThrow(
      /ces-2023-24\/bases\.csv:\d+:\d+/,
    );
  });

  it("a predicate that says the opposite, by its verdict: every one that numbers decide", () => {
    const decided = ledger.claims.filter(({ id }) => {
      const condition = ledger.conditions.get(id);
      const isSettled = locked[id] === "reproduced" || locked[id] === "contradicted";
      return condition !== undefined && !BY_WORDS.includes(condition.type) && isSettled;
    });
    expect(decided.length).toBeGreaterThan(100);
    const missed = decided.filter(({ id }) => {
      const condition = ledger.conditions.get(id);
      if (condition === undefined) return true;
      const { verdict } = judge(withCondition(id, not(condition)), id, DEFAULT_ASSUMPTIONS);
      return verdict === locked[id];
    });
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  it("the number of a sentence, where other numbers narrow it, by its verdict", () => {
    const id = "ces-2023-24.claim.level.satisfied";
    const term = printedValue("ces-2023-24.satisfied");
    expect(ledger.conditions.get(id)).toEqual(prints(term, "39"));
    expect(judge(ledger, id, DEFAULT_ASSUMPTIONS).verdict).toBe(locked[id]);
    expect(judge(withCondition(id, prints(term, "48")), id, DEFAULT_ASSUMPTIONS).verdict).toBe(
      "contradicted",
    );
    expect(locked[id]).not.toBe("contradicted");
  });

  it("a locked result, by what comes out of the same raw files", async () => {
    const folder = mkdtempSync(join(tmpdir(), "lock-"));
    try {
      const text = readFileSync(COMMITTED, "utf8");
      const changed = text.replace(/("parents\.gap": \{"value":)16,/, "$117,");
      expect(changed).not.toBe(text);
      const path = join(folder, "results.lock.json");
      writeFileSync(path, changed);
      const raw = readRaw(RAW);
      const found = audit(raw);
      const { belongs, differences } = await lockReport(lockNow(raw, RAW, found), path, found);
      expect(belongs).toBe(true);
      expect(differences.map(({ id }) => id)).toEqual(["parents.gap"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
