import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Aside, comparedWords, wordsOf } from "../../../../src/analysis/align/words.js";

const compared = (text: string, most: Aside = 0) =>
  comparedWords(wordsOf(text.split("\n").map((line) => ({ text: line }))), most).map((word) => word.text);
const joined = (text: string) => compared(text).join(" ");

describe("the words of a text", () => {
  it.each([
    ["case, accents and ligatures", "The Oﬃce’s CAFÉ ﬁle", "the offices cafe file"],
    ["accents as marks of their own", "cafe\u0301", "cafe"],
    ["apostrophes of each form", "don't don’t don‘t donʼt don´t don`t", "dont dont dont dont dont dont"],
    ["quotes and brackets", "“Not ‘known’ (yet)”, [said] «she»", "not known yet said she"],
    ["hyphens and dashes within words", "no-one no‐one no‑one 16–24 16-24", "noone noone noone 1624 1624"],
    ["dashes between words", "surveys – and - so — on", "surveys and so on"],
    [
      "line-end hyphens",
      "repre-\nsentative non-\nEnglish long‐ \n term",
      "representative nonenglish longterm",
    ],
    ["a hyphen with space behind it", "repre- sentative", "representative"],
    ["soft hyphens and other invisible characters", "re\u00ADpre\u200Bsen\u00AD\ntative", "representative"],
    ["spaces of all kinds", "a\u00A0b\u2003c\td", "a b c d"],
    ["numbers and signs", "61% of £2,280 in 2023/24", "61 of 2 280 in 2023 24"],
    ["raised digits", "staff¹ agreed (57 per cent)².", "staff agreed 57 per cent"],
    [
      "footnote marks that lost their place",
      "staff1 agreed (57 per cent)2. Said.[3]",
      "staff agreed 57 per cent said",
    ],
    ["list marks", "1. One\n2) Two\n(c) Three\n• Four\n- Five\no Six", "one two three four five six"],
    ["a year at the start of a line", "in July\n2016. Then", "in july 2016 then"],
    ["decimals and versions", "4.5 and v3.0", "4 5 and v3 0"],
    [
      "an address that is broken in a word",
      "see https://example.org/some/statis\ntics/satisfac-\ntion.pdf\nNext",
      "see https example org some statistics satisfaction pdf next",
    ],
    [
      "an address that ends with its line",
      "see https://example.org/some\nThe end. So",
      "see https example org some the end so",
    ],
  ])("leave out differences of %s", (_, text, words) => {
    expect(joined(text)).toBe(words);
  });

  it("keep what may be a list mark or a footnote mark apart, since it may be a number", () => {
    expect(compared("aged 16 to\n24. Those (35)2.", 1)).toEqual("aged 16 to 24 those 35 2".split(" "));
  });

  it("go on over lines that are aside", () => {
    const lines = ["a repre-", "Page 3", "sentative sample"].map((text) => ({ text }));
    const words = wordsOf(lines, (line) => (line === 1 ? 2 : 0));
    expect(comparedWords(words, 0).map(({ text }) => text)).toEqual(["a", "representative", "sample"]);
    expect(comparedWords(words, 0)[1]).toEqual({ text: "representative", first: 1, last: 4 });
  });

  it("are their own words: normalising twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const once = compared(text, 2);
        expect(compared(once.join(" "), 2)).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });

  it("do not depend on where lines break, with or without a hyphen", () => {
    const word = fc.stringMatching(/^[a-zé]{2,9}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, fc.constantFrom(" ", "\n", "  \n ", "-\n", "\u00AD", "‐\n")), {
          minLength: 1,
          maxLength: 30,
        }),
        (parts) => {
          const isWithin = (space: string) => /[-\u00AD‐]/.test(space);
          const plain = parts.map(([text, space]) => text + (isWithin(space) ? "" : " ")).join("");
          expect(joined(parts.map((part) => part.join("")).join(""))).toBe(joined(plain));
        },
      ),
      { numRuns: 500 },
    );
  });
});
