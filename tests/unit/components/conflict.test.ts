import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { citationMarkup } from "../../../src/components/citation.js";
import { conflictFrame } from "../../../src/components/conflict.js";
import {
  CONFLICT_MARK,
  type Conflict,
  conflictHeadline,
  conflictLines,
} from "../../../src/model/conflict.js";
import type { Result } from "../../../src/model/result.js";

const CONFLICT: Conflict = {
  given: "if each interview counts the same",
  smallest: true,
  statements: [
    { says: "Everyone: 39%", locator: "Figure 1", places: ["a/values.csv:2:5"] },
    { says: "Receiving <Parents>: 57%", locator: null, places: ["a/values.csv:4:7"] },
  ],
};
const BLANK: Result = {
  ...{ id: "the.gap", label: "The gap", kind: "bounded", value: null, low: null, high: null },
  ...{ unit: "points", base: null, inputs: [], madeBy: "a.b", because: "c" },
  ...{ format: { style: "points", decimals: 0 }, nothingFits: true, conflict: CONFLICT },
};

it("a figure that conflicting numbers stop gives way to the statements, with their places", () => {
  const { document } = new JSDOM("").window;
  const frame = conflictFrame({ id: "one", subtitle: "Points", source: "A report" }, CONFLICT, {
    document,
    results: new Map(),
  });
  expect(frame.id).toBe("figure-one");
  expect([...frame.querySelectorAll("li")].map((li) => li.textContent)).toEqual([
    "Everyone: 39%Figure 1; a/values.csv:2:5",
    "Receiving <Parents>: 57%a/values.csv:4:7",
  ]);
  expect(frame.textContent).toContain(
    "These 2 statements cannot all be true, if each interview counts the same",
  );
});

it("a citation of a blank result is marked, and leads to the reason", () => {
  const { open, text } = citationMarkup("the.gap", "range", new Map([["the.gap", BLANK]]));
  expect(text).toBe(CONFLICT_MARK);
  expect(open).toContain('class="num conflicting"');
  expect(open).toContain('href="#number-the-gap"');
  expect(open).toContain("cannot all be true");
});

it("lines for the command line are those of errors in raw files", () => {
  expect(conflictLines(CONFLICT)).toEqual([
    "These 2 statements cannot all be true, if each interview counts the same:",
    "a/values.csv:2:5: Everyone: 39% (Figure 1); expected numbers that agree with the other statements",
    "a/values.csv:4:7: Receiving <Parents>: 57%; expected numbers that agree with the other statements",
  ]);
});

it("the headline claims no smallest set where none was found", () => {
  expect(conflictHeadline({ ...CONFLICT, smallest: false })).not.toContain("cannot all be true");
  expect(conflictHeadline({ given: null, smallest: false, statements: [] })).toBe(
    "No numbers were found that agree with all statements",
  );
});
