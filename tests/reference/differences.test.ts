import { describe, expect, it } from "vitest";
import { DIFFERENCES, differenceRows } from "../../src/methods/differences-from-r/index.js";
import { SAMPLE } from "../../src/methods/differences-from-r/sample.js";
import { R_VERSION, SURVEY_VERSION } from "../../src/methods/differences-from-r/schema.js";
import { expectSame, itMatchesLiveR, readFixture } from "./compare.js";

type Answer = number | string;

const fixture = readFixture<{
  readonly r: string;
  readonly survey: string;
  readonly sample: Readonly<Record<string, readonly unknown[]>>;
  /** What R gives, and what it gives when it is asked for what we do. */
  readonly answers: Readonly<Record<string, { readonly r: Answer; readonly asked: Answer }>>;
}>("differences");

const differences = DIFFERENCES.flatMap((part) => part.differences);
const rows = new Map(differenceRows().map((row) => [row.id, row]));

function expectAnswer(found: Answer, expected: Answer, id: string): void {
  if (typeof found === "number" && typeof expected === "number") expectSame(found, expected, id);
  else expect(found, id).toBe(expected);
}

describe(`differences from ${fixture.r}, survey ${fixture.survey}`, () => {
  it("are found on the same sample of interviews, in the versions that the page names", () => {
    expect(SAMPLE).toEqual(fixture.sample);
    expect(fixture.r).toContain(`R version ${R_VERSION} `);
    expect(SURVEY_VERSION.replace("-", ".")).toBe(fixture.survey);
  });

  it("are all asked of R, and each once", () => {
    expect(differences.map(({ id }) => id).sort()).toEqual(Object.keys(fixture.answers).sort());
  });

  it.each(differences)("$id: R gives what is recorded", ({ id, r }) => {
    expectAnswer(r, fixture.answers[id]?.r ?? "", id);
  });

  it.each(differences)("$id: we give what R gives when it is asked for what we do", ({ id, ours }) => {
    expectAnswer(ours(), fixture.answers[id]?.asked ?? "", id);
  });

  it.each(differences)("$id: the two are shown with digits that differ", ({ id, r, ours }) => {
    const row = rows.get(id);
    expect(row?.r_gives).not.toBe(row?.we_give);
    const [theirs, own] = [r, ours()];
    if (typeof theirs === "number" && typeof own === "number")
      expect(Math.abs(own - theirs)).toBeGreaterThan(1e-6 * Math.abs(theirs));
  });
});

itMatchesLiveR("differences", { tolerance: 1e-9 });
