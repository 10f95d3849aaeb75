import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align, fingerprintOf, linesOfText } from "../../../../src/analysis/align/index.js";
import { comparedWords, wordsOf } from "../../../../src/analysis/align/words.js";
import { HARBOUR, LIGHTS, STORED, stored } from "./made-publication.js";

const aligned = (text: string, sentences = STORED) => align(linesOfText(text), sentences);
const missing = (text: string, sentences = STORED) =>
  aligned(text, sentences)?.sentences.flatMap((one) =>
    one.text === null ? [one.sentence.id.slice(-3)] : [],
  );
const WHOLE = HARBOUR.join("\n");
const FIVE = 5;

describe("the sentences of a publication in a file", () => {
  it("are found, each with its words as the file has them", () => {
    const alignment = aligned(WHOLE);
    expect(alignment?.publication).toBe("harbour");
    expect(alignment?.found).toBe(HARBOUR.length);
    expect(alignment?.sentences.map(({ text }) => text)).toEqual(HARBOUR);
  });

  it("are found in another case, hyphenated, in short lines and with marks before them", () => {
    const text = HARBOUR.map((sentence, index) => `${index % 3 === 0 ? "• " : ""}${sentence.toUpperCase()}`)
      .join("\n")
      .replaceAll(" SKIPPERS", " SKIP-\nPERS")
      .replaceAll(" BERTH", "\nBERTH");
    expect(missing(text)).toEqual([]);
  });

  it("go on over a page break with a header, a page number and a footer", () => {
    const pages = [0, 1, 2].map((page) =>
      ["Harbours of the coast", ...HARBOUR.slice(6 * page, 6 * page + 6), `Page ${page + 1} of 3`].join("\n"),
    );
    const broken = pages
      .join("\f")
      .replace(
        `${HARBOUR[5]}\nPage 1 of 3\fHarbours of the coast\n`,
        "The harbour survey asks skippers each spring how\nPage 1 of 3\fHarbours of the coast\nwell the berths suit their boats.\n",
      );
    expect(broken).not.toBe(pages.join("\f"));
    expect(missing(broken)).toEqual([]);
    expect(aligned(broken)?.sentences[5]?.text).toBe(HARBOUR[5]);
  });

  it("are known by the publication with most of them", () => {
    expect(aligned(`${HARBOUR[5]}\n${LIGHTS[2]}\n${LIGHTS[3]}`)?.publication).toBe("lights");
    expect(aligned(`${HARBOUR[5]}\n${HARBOUR[8]}`)?.publication).toBe("harbour");
  });

  it("are none of any publication in another text, and short ones alone say nothing", () => {
    expect(aligned("Nothing in this text is a sentence of a publication at all.")).toBeNull();
    expect(aligned("Contents\nResults\nFurther reading")).toBeNull();
    expect(aligned("")).toBeNull();
  });
});

describe("a sentence that is not found", () => {
  const changed = WHOLE.replace("Short boats lay", "Short boats rode");

  it("is listed with the lines between its neighbours", () => {
    const one = aligned(changed)?.sentences[11];
    expect(one).toMatchObject({
      text: null,
      between: [
        "Short boats rode more quietly than long ones, which the non-resident skippers noticed first",
      ],
    });
    expect(missing(changed)).toEqual(["012"]);
  });

  it("has nothing between its neighbours where they follow one another", () => {
    const without = HARBOUR.filter((_, index) => index !== 11).join("\n");
    expect(aligned(without)?.sentences[11]).toMatchObject({ text: null, between: [] });
  });

  it("is what comes after a text that was cut off", () => {
    expect(missing(HARBOUR.slice(0, 9).join("\n"))).toEqual("010 011 012 013 014 015 016 017".split(" "));
  });
});

describe("order", () => {
  it("places a short sentence between its neighbours, not where the same words come first", () => {
    // "Results" stands in the contents and over the section: the file has the second alone.
    const text = HARBOUR.filter((_, index) => index !== 3).join("\n");
    expect(missing(text)).toEqual(["004"]);
  });

  it("does not look for a short sentence far from its neighbours", () => {
    const far = "Other words stand here in great number. ".repeat(60);
    expect(missing(`${WHOLE.replace("Further reading\n", "")}`)).toEqual(["016"]);
    expect(missing(`${WHOLE.replace("Further reading\n", "")}\n${far}\nFurther reading`)).toEqual(["016"]);
  });

  it("finds a long sentence out of order, and lets nothing be placed by it", () => {
    const note = HARBOUR[14];
    const text = [note, ...HARBOUR.filter((sentence) => sentence !== note)].join("\n");
    expect(missing(text)).toEqual([]);
    expect(aligned(text)?.sentences[14]?.text).toBe(note);
  });

  it("takes the same words for two sentences only where they stand twice", () => {
    const base = HARBOUR[10];
    const once = HARBOUR.filter((sentence, index) => sentence !== base || index === 10).join("\n");
    expect(missing(once)).toEqual(["014"]);
  });
});

describe("any text", () => {
  const noise = fc.stringMatching(/^[a-z]{1,8}$/).filter((word) => !WHOLE.toLowerCase().includes(word));
  const noiseLine = fc.array(noise, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));

  it("gives every quoted sentence its own fingerprint", () => {
    const pieces = fc.oneof(fc.constantFrom(...HARBOUR, ...LIGHTS), noiseLine, fc.string({ maxLength: 20 }));
    const ends = fc.constantFrom("\n", " ", "\f", "-\n", " 7\n", "\n3.\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(pieces, ends), { maxLength: 40 }), (parts) => {
        const alignment = aligned(parts.flat().join(""));
        for (const { sentence, text } of alignment?.sentences ?? []) {
          if (text === null) continue;
          const all = comparedWords(wordsOf([{ text }]), 2).map((word) => word.text);
          expect([fingerprintOf(text).fingerprint, fingerprintOf(all.join(" ")).fingerprint]).toContain(
            sentence.fingerprint,
          );
        }
        const found = alignment?.sentences.filter(({ text }) => text !== null).length;
        expect(alignment?.found).toBe(found);
      }),
      { numRuns: 300, seed: 41 },
    );
  });

  it("has all sentences of a publication whatever stands between them, long ones in order", () => {
    const own = stored("made", HARBOUR).filter(({ words }) => words > FIVE);
    const long = HARBOUR.filter((sentence) => fingerprintOf(sentence).words > FIVE);
    fc.assert(
      fc.property(
        fc.array(fc.array(noiseLine, { maxLength: 3 }), { minLength: long.length, maxLength: long.length }),
        (between) => {
          const text = long.flatMap((sentence, index) => [...(between[index] ?? []), sentence]).join("\n");
          expect(aligned(text, own)?.sentences.map((one) => one.text)).toEqual(long);
        },
      ),
      { numRuns: 200, seed: 42 },
    );
  });
});
