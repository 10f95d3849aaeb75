import { describe, expect, it } from "vitest";
import { type Built, build } from "../../../../data-loaders/tables/index.js";
import { CONFLICT_MARK, conflictLines } from "../../../../src/model/conflict.js";
import { formatResult } from "../../../../src/model/result.js";
import { built } from "../../site/fixture.js";
import { type Change, rawWith, value } from "../audit/raw-copy.js";

const real = built();
const row = (built: Built, table: string) => JSON.stringify(built.tables.get(table));
const builtWith = (...changes: Change[]) => build(rawWith(...changes));

/** Tables that list what stands in the raw files, or that claims and results fill. */
const LISTS = [
  "values",
  "results",
  "number-uses",
  "numbers-held",
  "claims",
  "claim-readings",
  "claims-by-verdict",
  "claim-numbers",
];

/** The tables that differ from those of the real files, but for lists. */
const changedIn = (built: Built) =>
  [...real.tables.keys()].filter((name) => !LISTS.includes(name) && row(built, name) !== row(real, name));
const emptyIn = (built: Built) =>
  [...built.tables].flatMap(([name, { conflict }]) => (conflict === undefined ? [] : [name]));
const statementsOf = (built: Built, table: string) => {
  const conflict = built.tables.get(table)?.conflict;
  if (conflict === undefined) throw new Error(`${table} has no conflict`);
  return conflict.statements.map(({ says, places }) => [says, ...places.map(place)]);
};
/** The file, line and column of a place, without the folder of the copy. */
const place = (at: string) => at.replace(/^.*\/([^/]+\/[^/]+)$/, "$1");

it("nothing is stopped in the real files", () => {
  expect(real.stopped).toEqual([]);
});

describe("a percentage of parents that fits nothing", () => {
  const built = builtWith(value("satisfied.parent-receiving", "57"));

  it("stops only the figures that take it to agree with others", () => {
    expect(emptyIn(built)).toEqual(["mix-of-contact-types", "parent-by-contact-cells", "compatible-worlds"]);
    for (const name of emptyIn(built)) expect(built.tables.get(name)?.rows).toEqual([]);
    // These show the number itself, or follow from it without a conflict.
    expect(changedIn(built).filter((name) => !emptyIn(built).includes(name))).toEqual([
      "satisfaction-by-parent-and-contact",
      "gaps-by-parent-and-contact",
      "weighted-shares",
      "parental-role-alone",
      "age-and-ethnicity-numbers",
    ]);
  });

  it("names the smallest set of cells that cannot all be true", () => {
    expect(statementsOf(built, "parent-by-contact-cells")).toEqual([
      ["Satisfied with the service overall, everyone: 39%", "ces-2023-24/values.csv:2:54"],
      ["Satisfied with the service overall, Receiving Parents: 57%", "ces-2023-24/values.csv:4:87"],
      ["Satisfied with the service overall, Paying Parents: 31%", "ces-2023-24/values.csv:5:81"],
    ]);
    expect(statementsOf(built, "mix-of-contact-types").map(([says]) => says)).toEqual([
      "Satisfied with the service overall, Receiving Parents: 57%",
      "Satisfied with the service overall, New customers: 53%",
      "Satisfied with the service overall, Change of Circumstances: 29%",
    ]);
  });

  it("leaves results that need it blank, under their names, and all others as they were", () => {
    expect(built.results.map(({ id }) => id)).toEqual(real.results.map(({ id }) => id));
    const lead = built.results.find(({ id }) => id === "mix.least-lead");
    expect(lead).toMatchObject({ value: null, low: null, high: null });
    expect(formatResult(lead as never)).toBe(CONFLICT_MARK);
    const changed = built.results.filter((r, i) => JSON.stringify(r) !== JSON.stringify(real.results[i]));
    const rests = (id: string) => /^(parents|mix|cells|shares|gender|worlds|claims|ces-2023-24)\./.test(id);
    expect(changed.map(({ id }) => id).filter((id) => !rests(id))).toEqual([]);
  });

  it("says of claims that cannot be judged for it which numbers conflict", () => {
    const claims = built.stopped.flatMap((stopped) => stopped.claims);
    expect(claims.length).toBeGreaterThan(0);
    const rows = built.tables.get("claims")?.rows ?? [];
    for (const id of claims)
      expect(rows.find((claim) => claim.id === id)?.because).toMatch(/values\.csv:4:87/);
  });

  it("reads as errors of the raw files do", () => {
    const lines = built.stopped.flatMap(({ conflict }) => conflictLines(conflict));
    expect(lines).toContainEqual(
      expect.stringMatching(/values\.csv:4:87: .*57%.*; expected numbers that agree/),
    );
  });
});

describe("a filled-in number that fits nothing", () => {
  it("stops the figures of ethnic groups alone, where it is one of theirs", () => {
    const built = builtWith(value("satisfied.ethnicity-white", "90"));
    expect(emptyIn(built)).toEqual(["satisfaction-by-ethnicity", "small-groups", "ethnicity-by-statement"]);
    expect(changedIn(built).filter((name) => !emptyIn(built).includes(name))).toEqual([
      "age-and-ethnicity-numbers",
      // It stands there beside the worlds, which are made without it.
      "compatible-worlds",
    ]);
    expect(statementsOf(built, "satisfaction-by-ethnicity").map(([, at]) => at)).toEqual([
      "ces-2023-24/values.csv:2:54",
      "ces-2023-24/values.csv:65:85",
    ]);
  });

  it("stops the figures of ages alone, where it is one of theirs", () => {
    const built = builtWith(value("satisfied.age-25-34", "99"));
    expect(emptyIn(built)).toEqual([
      "satisfaction-by-age",
      "flattest-and-steepest-ages",
      "largest-design-effects",
      "small-groups",
      "age-by-statement",
    ]);
  });

  it("stops the figures of the fee alone, where it is a quarter", () => {
    const built = builtWith({
      file: "cms-2016/values.csv",
      id: "cms-2016.satisfied.2015-08",
      text: "20",
    });
    expect(emptyIn(built)).toHaveLength(7);
    expect(changedIn(built).filter((name) => !emptyIn(built).includes(name))).toEqual([
      // It lists what is said, the number filled in with it.
      "sentences-of-figures",
      "fee-impact-numbers",
    ]);
    expect(statementsOf(built, "fall-by-assumption")).toEqual([
      ["satisfaction was around 60% from February 2015 on", "cms-2016/values.csv:4:82"],
      ["the number filled in for August 2015: 20", "cms-2016/values.csv:21:61"],
    ]);
    expect(built.results.find(({ id }) => id === "fee.quarters")?.value).toBe(12);
    expect(built.results.find(({ id }) => id === "fee.fall.most")?.conflict).toBeDefined();
  });

  it("stops the driver questions alone, where it is one of their bars", () => {
    const built = builtWith(value("accurate.parent-paying", "99"));
    expect(emptyIn(built)).toEqual(["driver-questions-by-parent"]);
    expect(built.results.find(({ id }) => id === "drivers.least-gap")?.conflict).toBeDefined();
    expect(built.results.find(({ id }) => id === "drivers.questions")?.value).toBe(15);
  });
});

describe("printed numbers that leave nothing to work out", () => {
  it("stop the figures of closing cases that need them, and no other", () => {
    const fall = builtWith({
      file: "options-2016/values.csv",
      id: "options-2016.fall-in-satisfaction.care-some-or-none.2015-01",
      text: "1",
    });
    expect(emptyIn(fall)).toEqual(["fall-by-chance"]);
    expect(fall.results.find(({ id }) => id === "closure.fall.likely")?.conflict).toBeDefined();
    expect(fall.results.find(({ id }) => id === "closure.needed.5")?.conflict).toBeUndefined();
  });

  it("stop what internet access shows, where everyone is outside both parents", () => {
    const built = builtWith(value("internet-access", "80"));
    expect(emptyIn(built)).toContain("largest-design-effects");
    expect(statementsOf(built, "largest-design-effects").map(([says]) => says)).toEqual([
      "Has access to the internet, everyone: 80%",
      "Has access to the internet, Receiving Parents: 95%",
      "Has access to the internet, Paying Parents: 92%",
    ]);
    expect(built.results.find(({ id }) => id === "online.critical-design-effect")?.conflict).toBeDefined();
    expect(built.results.find(({ id }) => id === "age.largest-design-effect")?.conflict).toBeUndefined();
  });

  it("stop women and men, where parental role makes neither", () => {
    const built = builtWith(value("satisfied.gender-male", "70"));
    expect(emptyIn(built)).toContain("parental-role-alone");
    expect(built.results.find(({ id }) => id === "gender.men-paying")?.conflict).toBeDefined();
  });
});
