import { describe, expect, it } from "vitest";
import { changed, faults, read, VALID, without } from "../raw-folder.js";

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
      `${CLAIMS}:3:101: values name "beta-2024.pleased.*"; expected ids of values.csv, bases.csv, events.csv or calendar.csv`,
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

describe("statements", () => {
  const says = (statement: string) => changed(CLAIMS, "47% were satisfied.", statement);

  it("cite printed digits, which are filled in where the claim is read", () => {
    const { claims } = read(says("{{beta-2024.satisfied.parent-receiving}}% of {{beta-2024.base.all}}."));
    expect(claims[0]?.statement).toBe("47% of 2,280.");
  });

  it("cite nothing that is not printed", () => {
    expect(faults(says("{{beta-2024.satisfied.parent-paying}}% were."))).toEqual([
      `${CLAIMS}:2:79: the statement cites "beta-2024.satisfied.parent-paying"; ` +
        "expected the id of a value or base whose digits are printed",
    ]);
  });
});

describe("readings", () => {
  const READINGS = "beta-2024/readings.csv";
  const HEAD = "id,claim,statement,warrant\n";
  const row = (name: string, claim = "receiving", warrant = "beta-2024: Figure 2, base line") =>
    `beta-2024.reading.${name},beta-2024.claim.${claim},They were.,"${warrant}"\n`;
  const disputed = changed(
    CLAIMS,
    "beta-2024.satisfied.parent-receiving,beta-2024.satisfied.parent-receiving,,,,,,,,",
    "beta-2024.satisfied.parent-receiving,beta-2024.satisfied.parent-receiving,,,,,,parents,,",
  );

  it("are two or more, of a claim with words in dispute", () => {
    expect(faults({ ...disputed, [READINGS]: HEAD + row("a") + row("b") })).toEqual([]);
    expect(faults({ ...disputed, [READINGS]: HEAD + row("a") })).toEqual([
      `${CLAIMS}:2:1: the claim has one reading; expected none, or two and more in readings.csv`,
    ]);
    expect(faults({ ...VALID, [READINGS]: HEAD + row("a") + row("b") })).toEqual([
      expect.stringMatching(/claims\.csv:2:\d+: no words are in dispute; expected words in dispute/),
    ]);
    expect(faults(disputed)).toEqual([
      expect.stringMatching(/claims\.csv:2:\d+: the claim has no readings; expected words in dispute/),
    ]);
  });

  it("have a claim of the same publication", () => {
    expect(faults({ ...disputed, [READINGS]: HEAD + row("a") + row("b") + row("c", "none") })).toEqual([
      `${READINGS}:4:21: claim is "beta-2024.claim.none"; expected the id of a row of beta-2024/claims.csv`,
    ]);
  });

  it("have a warrant in the same publication, and in no other", () => {
    const elsewhere = row("b", "receiving", "alpha-2016: Results");
    expect(faults({ ...disputed, [READINGS]: HEAD + row("a") + elsewhere })).toEqual([
      expect.stringMatching(
        /readings\.csv:3:\d+: warrant is "alpha-2016: Results"; expected a place in the same/,
      ),
    ]);
  });

  it("may have their warrant in the background paper of the report", () => {
    const paper = changed(
      "alpha-2016/publication.csv",
      "A Department,,2016-12",
      "A Department,beta-2024,2016-12",
      disputed,
    );
    const elsewhere = row("b", "receiving", "alpha-2016: Results");
    expect(faults({ ...paper, [READINGS]: HEAD + row("a") + elsewhere })).toEqual([]);
  });

  it("leave a claim that is no evidence for others", () => {
    const evidence = changed(CLAIMS, ",,,,,,parents,,", ",,,yes,,,parents,,", disputed);
    expect(faults({ ...evidence, [READINGS]: HEAD + row("a") + row("b") })).toEqual([
      expect.stringMatching(/claims\.csv:2:\d+: a claim with several readings is evidence/),
    ]);
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
