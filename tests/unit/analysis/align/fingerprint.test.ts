import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fingerprintOf } from "../../../../src/analysis/align/index.js";

describe("the fingerprint of a sentence", () => {
  it("is the first 64 bits of SHA-256 over its words with one space between them", () => {
    const hash = createHash("sha256").update("half of 1 200 callers dont agree").digest("hex");
    expect(fingerprintOf("Half of 1,200 callers don’t agree.")).toEqual({
      fingerprint: hash.slice(0, 16),
      words: 7,
    });
  });

  it("is the same however the sentence is quoted, marked and broken", () => {
    const plain = fingerprintOf("Half of all no-one else's callers agreed with the staff.");
    expect(fingerprintOf("“Half of all no-\none else’s\ncallers agreed\nwith the staff¹.”")).toEqual(plain);
    expect(fingerprintOf("3. HALF of all no‑one else's call-\ners agreed with the staff1")).toEqual(plain);
  });

  it("is another for other words", () => {
    expect(fingerprintOf("Half of all callers agreed").fingerprint).not.toBe(
      fingerprintOf("Half of the callers agreed").fingerprint,
    );
  });
});
