import { describe, expect, it } from "vitest";
import { changed, faults, VALID, without } from "../raw-folder.js";

const CLAIMS = "beta-2024/claims.csv";
const SENTENCES = "beta-2024/sentences.csv";

describe("the claims of a publication", () => {
  it("are read where all they name is there", () => {
    expect(faults(VALID)).toEqual([]);
  });

  it("stand in a sentence", () => {
    expect(faults(changed(CLAIMS, "again,beta-2024.sentence.001", "again,beta-2024.sentence.009"))).toEqual([
      `${CLAIMS}:3:33: sentence is "beta-2024.sentence.009"; expected the id of a row of sentences.csv`,
      `${SENTENCES}:2:63: the sentence has neither a claim nor a reason to be left out; ` +
        "expected a reason, or a claim of claims.csv that names it",
    ]);
  });

  it("name recorded numbers, all with the same beginning where the last part is a star", () => {
    expect(faults(changed(CLAIMS, "beta-2024.satisfied.*", "beta-2024.pleased.*"))).toEqual([
      `${CLAIMS}:3:101: values name "beta-2024.pleased.*"; expected ids of values.csv, bases.csv or events.csv`,
    ]);
  });

  it("give only numbers that they use", () => {
    const own = "beta-2024.satisfied.parent-receiving,beta-2024.satisfied.parent-receiving";
    const other = "beta-2024.satisfied.parent-receiving,beta-2024.satisfied.parent-paying";
    expect(faults(changed(CLAIMS, own, other))).toEqual([
      `${CLAIMS}:2:142: states name "beta-2024.satisfied.parent-paying"; expected ids that stand in values too`,
    ]);
  });

  it("restate another claim", () => {
    expect(
      faults(changed(CLAIMS, ",beta-2024.claim.receiving,,,,", ",beta-2024.claim.receiving-again,,,,")),
    ).toEqual([
      `${CLAIMS}:3:124: restates is "beta-2024.claim.receiving-again"; expected the id of another row of claims.csv`,
    ]);
  });

  it("cover every sentence that is not left out with a reason", () => {
    expect(faults(changed(SENTENCES, "thanks,politeness", "thanks,"))).toHaveLength(1);
    expect(faults(changed(SENTENCES, "receiving parents,", "receiving parents,nothing to check"))).toEqual([
      `${SENTENCES}:3:62: the sentence is left out and has a claim; expected one or the other`,
    ]);
  });

  it("may be absent with their sentences", () => {
    expect(faults(without(CLAIMS, SENTENCES))).toEqual([]);
  });
});

describe("phrases", () => {
  const path = "context/phrases.csv";
  it("stand once, with intervals that say which end belongs to them", () => {
    const twice = `${VALID[path]}context.phrase.b,almost half,"[1,2]","[1,2]","(3,2]",again\n`;
    expect(faults({ ...VALID, [path]: twice })).toEqual([
      `${path}:3:46: wide is "(3,2]"; expected an interval such as [37.5,40), where a round bracket leaves its end out`,
    ]);
    expect(faults({ ...VALID, [path]: twice.replace("(3,2]", "(1,2]") })).toEqual([
      `${path}:3:18: phrase is "almost half"; expected each phrase once`,
    ]);
  });
});
