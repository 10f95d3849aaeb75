import { describe, expect, it } from "vitest";
import { chooseText, passagesOf, type Standing } from "../../../src/components/passages.js";

const exactly = (value: number) => ({ value, low: value, high: value });
const between = (low: number, high: number) => ({ value: null, low, high });
const NUMBERS = new Map<string, Standing | null>([
  ["lost.a", null],
  ["lost.b", null],
  ["held.a", exactly(52)],
  ["held.b", exactly(39)],
  ["held.c", exactly(39)],
  ["range.low", between(19, 34)],
  ["range.wide", between(19, 61)],
  ["worded.one", { ...between(59.5, 60.5), kind: "published" }],
]);
const choose = (text: string) => chooseText(text, NUMBERS);

describe("a passage that depends on what is known", () => {
  it.each([
    ["none of its numbers is known", "lost.a lost.b", "none"],
    ["some are", "lost.a held.a", "some"],
    ["all are", "held.a held.b", "all"],
    ["a range is all that there is", "range.low", "none"],
    ["a text gives it in words", "worded.one", "all"],
    ["no number whose name begins so is known", "lost.*", "none"],
    ["some whose names are like it are", "*.a", "some"],
  ])("shows its branch while %s", (_, ids, shown) => {
    expect(choose(`A {{unknown ${ids}}}none{{partly}}some{{known}}all{{end}}.`)).toBe(`A ${shown}.`);
  });

  it("shows nothing in a state that no branch is for", () => {
    expect(choose("{{unknown held.a}}gone{{end}}{{known lost.a}}gone{{end}}")).toBe("");
  });

  it("can have one branch for two states", () => {
    const text = (ids: string) => choose(`{{unknown or partly ${ids}}}open{{known}}all{{end}}`);
    expect([text("lost.a"), text("lost.a held.a"), text("held.a")]).toEqual(["open", "open", "all"]);
  });
});

describe("a passage that compares", () => {
  it.each([
    ["two values", "held.a held.b", "more"],
    ["two values the other way", "held.b held.a", "less"],
    ["equal values", "held.b held.c", "same"],
    ["a value and a range that lies below it", "held.b range.low", "more"],
    ["a range and a value above it", "range.low held.b", "less"],
    ["a value inside a range", "held.b range.wide", "otherwise"],
    ["a number that no text holds", "lost.a held.a", "otherwise"],
    ["one with all others", "held.a held.b range.low", "more"],
    ["one that is not above all others", "held.b held.a range.low", "otherwise"],
  ])("compares %s", (_, ids, shown) => {
    expect(choose(`{{more ${ids}}}more{{less}}less{{same}}same{{otherwise}}otherwise{{end}}`)).toBe(shown);
  });
});

describe("passages in a page", () => {
  it("hold headings, rows and items: a tag alone on its line leaves no line", () => {
    expect(
      choose("| a |\n| - |\n{{known held.a}}\n| b |\n{{end}}\n{{known lost.a}}\n| c |\n{{end}}\n| d |"),
    ).toBe("| a |\n| - |\n| b |\n| d |");
    expect(choose("# {{unknown held.a}}A{{known}}B{{end}}\n\n{{unknown lost.a}}\n\nC\n\n{{end}}\n")).toBe(
      "# B\n\n\nC\n\n",
    );
  });

  it("hold passages", () => {
    const text = "{{known held.a}}{{more held.a held.b}}above{{less}}below{{end}} them{{unknown}}open{{end}}";
    expect(choose(text)).toBe("above them");
  });

  it("leave citations as they are", () => {
    expect(choose("{{a.b|range}} {{known held.a}}{{held.a}}{{end}} {{figure one}}")).toBe(
      "{{a.b|range}} {{held.a}} {{figure one}}",
    );
  });
});

describe("a passage is refused", () => {
  it.each([
    ["that is not closed", "a {{unknown held.a}}b", "{{unknown held.a}} is not closed; expected {{end}}", 2],
    ["that was never opened", "a {{end}}", "{{end}} closes nothing", 2],
    ["whose branch has no passage", "{{known}}", "{{known}} belongs to no passage", 0],
    ["that has two branches for a state", "{{known held.a}}{{known}}{{end}}", "comes second for “known”", 16],
    ["that compares one number", "{{more held.a}}{{end}}", "compares nothing; expected two ids or more", 0],
    ["that mixes kinds", "{{known held.a}}{{less}}{{end}}", "{{less}} does not go with {{known held.a}}", 16],
    ["that depends on an unknown id", "ab{{known no.such}}x{{end}}", "nothing is named no.such", 2],
    ["that depends on no id of a kind", "{{known no.*}}x{{end}}", "nothing is named no.*", 0],
  ])("%s, at its place", (_, text, message, offset) => {
    expect(() => choose(text)).toThrow(
      expect.objectContaining({ offset, message: expect.stringContaining(message) }),
    );
  });

  it("but not text that has no tags", () => {
    expect(passagesOf("{{figure end}} {{ unknown }x")).toEqual([]);
  });
});
