import { expect, it } from "vitest";
import { INTERVIEW } from "../../../src/analysis/interview-worth.js";
import { changedAssumptions, changesInWords } from "../../../src/components/assumptions.js";
import { INTERVIEWS, PICTURE, ROUND } from "../../../src/findings/case-closure/settings.js";
import { AHEAD } from "../../../src/findings/parents-and-contact/options.js";
import { defaultState } from "../../../src/model/control.js";

const CONTROLS = [INTERVIEW, AHEAD, INTERVIEWS, ROUND, PICTURE];
const changed = (state: Record<string, string>) =>
  changedAssumptions(CONTROLS, { ...defaultState(CONTROLS), ...state }).map(({ name }) => name);

it("assumptions are the controls that differ from their default", () => {
  expect(changed({})).toEqual([]);
  expect(changed({ interview: "half" })).toEqual(["interview"]);
  expect(changed({ n: "60", interview: "third", ahead: "yes" })).toEqual(["interview", "ahead", "n"]);
  expect(changedAssumptions(CONTROLS, {})).toEqual([]);
});

it("buttons that draw made-up data again, and choices of what is looked at, are none", () => {
  expect(changed({ round: "7" })).toEqual([]);
  expect(changed({ guess: "2" })).toEqual([]);
});

it.each([
  [2, 3, "You changed 2 assumptions; 3 sentences would now read differently"],
  [1, 1, "You changed 1 assumption; 1 sentence would now read differently"],
  [1, 0, "You changed 1 assumption; no sentence would now read differently"],
  [3, 12, "You changed 3 assumptions; 12 sentences would now read differently"],
])("%i changed, %i sentences: %s", (assumptions, sentences, words) => {
  expect(changesInWords(assumptions, sentences)).toBe(words);
});
