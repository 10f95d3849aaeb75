import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  type Certificate,
  certificateYaml,
  minutesBetween,
} from "../../../../src/analysis/review/certificate.js";
import { ANSWERS } from "../../../../src/analysis/review/marks.js";

const CERTIFICATE: Certificate = {
  title: "A title: with a colon",
  reviewer: 'O"Neill # one',
  data: "0123456789ab",
  address: "http://127.0.0.1/review/check-it",
  seed: "yes",
  started: "2026-03-04T10:00Z",
  stopped: "2026-03-04T11:05Z",
  steps: [
    { id: "audit", what: "Audit run", answer: ANSWERS.step.done },
    { id: "r", what: "R", answer: ANSWERS.step["could-not"] },
  ],
  values: [{ id: "a.b", what: "- not a list", answer: null }],
  calls: [],
  remarks: "line\nbreak",
};

describe("a certificate", () => {
  it("is YAML that says what was done, what could not be, and what was not checked", () => {
    const text = certificateYaml(CERTIFICATE);
    expect(text.startsWith("---\n")).toBe(true);
    expect(parse(text)).toEqual({
      paper: { title: "A title: with a colon", reference: "http://127.0.0.1/review/check-it" },
      codechecker: [{ name: 'O"Neill # one' }],
      check_time: "2026-03-04T11:05Z",
      duration_minutes: 65,
      versions: { data: "0123456789ab" },
      seed: "yes",
      summary: {
        steps: { done: 1, "could not": 1 },
        values: { "not checked": 1 },
        close_calls: {},
      },
      steps: [
        { id: "audit", what: "Audit run", outcome: "done" },
        { id: "r", what: "R", outcome: "could not" },
      ],
      values: [{ id: "a.b", what: "- not a list", outcome: "not checked" }],
      close_calls: [],
      remarks: "line\nbreak",
    });
  });

  it("keeps any text as it was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (reviewer, remarks) => {
        const read = parse(certificateYaml({ ...CERTIFICATE, reviewer, remarks }));
        expect([read.codechecker[0].name, read.remarks]).toEqual([reviewer || "not given", remarks]);
      }),
    );
  });

  it("says that no time was recorded where the clock was not started, or ran backwards", () => {
    expect(minutesBetween("", "")).toBe(null);
    expect(minutesBetween("2026-03-04T11:05Z", "2026-03-04T10:00Z")).toBe(null);
    expect(minutesBetween("yesterday", "2026-03-04T10:00Z")).toBe(null);
    const { duration_minutes, check_time } = parse(
      certificateYaml({ ...CERTIFICATE, started: "", stopped: "" }),
    );
    expect([duration_minutes, check_time]).toEqual(["not recorded", "not recorded"]);
  });
});
