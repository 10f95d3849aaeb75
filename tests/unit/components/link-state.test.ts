import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INTERVIEW } from "../../../src/analysis/interview-worth.js";
import { LINK_VERSION, MOST_TEXT, readState, writeState } from "../../../src/components/link-state.js";
import { AHEAD } from "../../../src/findings/parents-and-contact/options.js";
import { type Control, defaultState } from "../../../src/model/control.js";

const CONTROLS = [INTERVIEW, AHEAD];
const USUAL = { interview: "full", ahead: "no" };
const combinations = INTERVIEW.options.flatMap((interview) =>
  AHEAD.options.map((ahead) => ({ interview: interview.code, ahead: ahead.code })),
);

describe("a link", () => {
  it.each(combinations)("gives back what was chosen: $interview, $ahead", (state) => {
    const query = writeState(state, CONTROLS);
    expect(readState(query, CONTROLS)).toEqual(state);
    expect(query.startsWith("?v=1&")).toBe(query !== "");
  });

  it("is empty when every control has its default", () => {
    expect(writeState(defaultState(CONTROLS), CONTROLS)).toBe("");
    expect(writeState({}, CONTROLS)).toBe("");
    expect(defaultState(CONTROLS)).toEqual(USUAL);
  });

  it("holds its version first and only what differs from the default, in the order of the controls", () => {
    expect(LINK_VERSION).toBe("1");
    expect(writeState({ ahead: "yes", interview: "half" }, CONTROLS)).toBe("?v=1&interview=half&ahead=yes");
    expect(writeState({ ahead: "yes", interview: "full" }, CONTROLS)).toBe("?v=1&ahead=yes");
  });

  it.each([
    ["an unknown key", "?v=1&interview=half&colour=red", { interview: "half", ahead: "no" }],
    ["an unknown option", "?v=1&interview=tenth&ahead=yes", { interview: "full", ahead: "yes" }],
    ["another version", "?v=2&interview=half", USUAL],
    ["no version", "?interview=half", USUAL],
    ["a version that only looks alike", "?v=1.0&interview=half", USUAL],
    ["nothing", "", USUAL],
    ["a name of every object", "?v=1&constructor=x&interview=toString", USUAL],
  ])("with %s is read without it", (_, query, state) => {
    expect(readState(query, CONTROLS)).toEqual(state);
  });

  it("holds a text of a reader up to a length", () => {
    const text: Control = { name: "own", legend: "Own words", type: "text", default: "", options: [] };
    const read = (own: string) => readState(writeState({ own }, [text]), [text]).own;
    expect(read("a".repeat(MOST_TEXT))).toBe("a".repeat(MOST_TEXT));
    expect(read("a".repeat(MOST_TEXT + 1))).toBe("");
  });

  it("can hold anything: what is read is always an option of each control, and nothing else", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.oneof(fc.constantFrom("v", "interview", "ahead", "__proto__"), fc.string()),
            fc.oneof(fc.constantFrom("1", "half", "yes"), fc.string()),
          ),
        ),
        (pairs) => {
          const state = readState(`?${new URLSearchParams(pairs)}`, CONTROLS);
          expect(Object.keys(state).sort()).toEqual(["ahead", "interview"]);
          expect(combinations).toContainEqual(state);
          expect(readState(writeState(state, CONTROLS), CONTROLS)).toEqual(state);
        },
      ),
    );
  });

  it("gives back any options of any controls", () => {
    const controls = fc.uniqueArray(
      fc.record({
        name: fc.stringMatching(/^[a-u][a-z-]{0,9}$/),
        codes: fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 5 }),
      }),
      { selector: ({ name }) => name, maxLength: 4 },
    );
    fc.assert(
      fc.property(controls, fc.nat(), (given, pick) => {
        const made = given.map(({ name, codes }) => ({
          name,
          type: "choice" as const,
          legend: name,
          options: codes.map((code) => ({ code, label: code })),
          default: codes[0] ?? "",
        }));
        const state = Object.fromEntries(
          given.map(({ name, codes }) => [name, codes[pick % codes.length] ?? ""]),
        );
        expect(readState(writeState(state, made), made)).toEqual(state);
      }),
    );
  });
});
