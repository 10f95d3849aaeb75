import { describe, expect, it } from "vitest";
import { readRaw } from "../../../../../data-loaders/read/index.js";
import { RAW } from "../../audit/raw-copy.js";
import { changed, faults, VALID } from "../raw-folder.js";

const PATH = "beta-2024/sentences.csv";
const WORDS = "a whole number of 1 or more, such as 12";
const FINGERPRINT = "a fingerprint of 16 hexadecimal digits in lower case";

describe("the fingerprints of sentences", () => {
  it.each([
    ["no number of words", ",3,0", ",,0", `${PATH}:2:64: words is empty; expected ${WORDS}`],
    ["no words", ",3,0", ",0,0", `${PATH}:2:64: words is "0"; expected ${WORDS}`],
    ["a part of a word", ",3,0", ",3.5,0", `${PATH}:2:64: words is "3.5"; expected ${WORDS}`],
    ["no fingerprint", "00000000000000a1", "", `${PATH}:2:66: fingerprint is empty; expected ${FINGERPRINT}`],
    [
      "a fingerprint that is cut off",
      "00000000000000a1",
      "0000000000000a1",
      `${PATH}:2:66: fingerprint is "0000000000000a1"; expected ${FINGERPRINT}`,
    ],
    [
      "words in place of the fingerprint",
      "00000000000000a1",
      "heading of parents",
      `${PATH}:2:66: fingerprint is "heading of parents"; expected ${FINGERPRINT}`,
    ],
  ])("are refused where there is %s", (_, from, to, fault) => {
    expect(faults(changed(PATH, from, to))).toEqual([fault]);
  });

  it("are the same only for as many words", () => {
    const twin = changed(PATH, "00000000000000a2", "00000000000000a1");
    expect(faults(twin)).toEqual([
      `${PATH}:3:63: words is "12" and beta-2024.sentence.001 has the same fingerprint with 3; ` +
        "expected one number of words for one fingerprint",
    ]);
    expect(faults(changed(PATH, "parents,,12,", "parents,,3,", twin))).toEqual([]);
  });

  it("are a column that cannot be left out", () => {
    const names = "id,locator,gist,left_out,words,fingerprint";
    expect(faults(changed(PATH, "words,fingerprint", "words", VALID))).toContain(
      `${PATH}:1:1: column "fingerprint" is absent; expected ${names}`,
    );
  });

  it("are enough to tell each publication: most of its long sentences are in no other", () => {
    const { sentences, publications } = readRaw(RAW);
    for (const { id } of publications) {
      const others = new Set(
        sentences.filter(({ publication }) => publication !== id).map(({ fingerprint }) => fingerprint),
      );
      const long = sentences.filter(({ publication, words }) => publication === id && words >= 6);
      const own = long.filter(({ fingerprint }) => !others.has(fingerprint));
      expect(own.length, id).toBeGreaterThan(long.length / 2);
    }
  });
});
