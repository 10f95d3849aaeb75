import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../../src/components/sentences.js";

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("a text is split into its sentences", () => {
  it.each([
    ["It fell. Then it rose.", ["It fell.", "Then it rose."]],
    [
      "Is that believable? It is, if few were asked!  Yes",
      ["Is that believable?", "It is, if few were asked!", "Yes"],
    ],
    ["In 2016. 39% were.", ["In 2016.", "39% were."]],
    ["It is 3.94 at most. −30.5 to 16.0 points.", ["It is 3.94 at most.", "−30.5 to 16.0 points."]],
    [
      "He said “no.” She left (quietly.) They stayed.",
      ["He said “no.”", "She left (quietly.)", "They stayed."],
    ],
    ["“Why?” asked one. “Because.” That was all.", ["“Why?” asked one.", "“Because.”", "That was all."]],
    ["At the end… Nothing.", ["At the end…", "Nothing."]],
    ["The two differ from R. It asks for less.", ["The two differ from R.", "It asks for less."]],
    ["\n  Two\n  lines. One more.\n", ["Two\n  lines.", "One more."]],
  ])("%s", (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it.each([
    "It costs £1.50 a month, e.g. in May, i.e. before June.",
    "As Fig. 12 and No. 3 of pp. 4 to 9 say.",
    "Parker et al. (2017) have a standard.",
    "Ms. Smith and J. R. Jones of the U.S. Department wrote it.",
    "It began at 9 a.m. and ended etc. and so on.",
    "Satisfaction by ethnicity",
    "19 to 34 or 45 to 61%",
    "One thing; another: a third, etc.",
    "sources.csv and R.version are names.",
  ])("not where none ends: %s", (text) => {
    expect(split(text)).toEqual([text]);
  });

  it("where an abbreviation ends one", () => {
    expect(split("Names, places, etc. The rest is not held.")).toEqual([
      "Names, places, etc.",
      "The rest is not held.",
    ]);
    expect(split("The answer is no. The next is yes.")).toEqual(["The answer is no.", "The next is yes."]);
  });

  it("an empty text has none", () => {
    expect(split("")).toEqual([]);
    expect(split(" \n ")).toEqual([]);
  });

  it("in order, without overlap, and with nothing but space left out", () => {
    const words = fc.array(
      fc.constantFrom("it", "The", "fell", "3.9", ".", "?", " ", "e.g.", "”", "(", ")", "…"),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join("");
        let at = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe("");
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });
});
