import { describe, expect, it } from "vitest";
import { ledgerOf } from "../../../data-loaders/ledger/ledger.js";
import { readRaw } from "../../../data-loaders/read/index.js";
import { compositionsOf, sumsOf } from "../../../src/claims/composition.js";
import type { DeclaredSum } from "../../../src/claims/survey-rules.js";
import { percent } from "./ledger.js";

const group = (parent: "receiving" | "paying") => ({ group: { parent } });

describe("what is a mean of what", () => {
  it("is a total of its groups, with the people in no group where interviews are left over", () => {
    const total = percent("t", "39", { interviews: 100 });
    const women = percent("w", "47", { group: { gender: "female" }, interviews: 50 });
    const men = percent("m", "32", { group: { gender: "male" }, interviews: 46 });
    expect(compositionsOf([total, women, men], [])).toEqual([
      {
        total: "t",
        parts: ["w", "m", "t.gender-unknown"],
        bases: [50, 46, 4],
        residual: true,
        weightedOn: false,
      },
    ]);
  });

  it("is none where the groups are more people than the total, or leave out more than a tenth", () => {
    const parts = [
      percent("r", "47", { ...group("receiving"), interviews: 50 }),
      percent("p", "31", { ...group("paying"), interviews: 46 }),
    ];
    expect(compositionsOf([percent("t", "39", { interviews: 95 }), ...parts], [])).toEqual([]);
    expect(compositionsOf([percent("t", "39", { interviews: 110 }), ...parts], [])).toEqual([]);
  });

  it("needs no interviews where everybody has one of the groups, but does elsewhere", () => {
    const parents = [
      percent("t", "39"),
      percent("r", "47", group("receiving")),
      percent("p", "31", group("paying")),
    ];
    expect(compositionsOf(parents, [])).toMatchObject([{ total: "t", bases: null }]);
    const ages = [
      percent("t", "39"),
      percent("y", "47", { group: { age: "16-24" } }),
      percent("o", "31", { group: { age: "25-34" } }),
    ];
    expect(compositionsOf(ages, [])).toEqual([]);
  });

  it("is a period of its parts, where none of its months is missing", () => {
    const months = [
      percent("jan", "90", { period: "2014-01" }),
      percent("feb", "80", { period: "2014-02/2014-03" }),
    ];
    expect(
      compositionsOf([percent("all", "85", { period: "2014-01/2014-03" }), ...months], []),
    ).toMatchObject([{ total: "all", parts: ["jan", "feb"], bases: null }]);
    expect(compositionsOf([percent("all", "85", { period: "2014-01/2014-04" }), ...months], [])).toEqual([]);
  });

  it("finds in the publications what their base lines make one", () => {
    const { compositions } = ledgerOf(readRaw("data-loaders/raw")).evidence;
    const of = (total: string) => compositions.filter((c) => c.total === total).map((c) => c.parts.length);
    // Parents, contact, five ages, two genders and the 42, five ethnic groups and the two, five health groups.
    expect(of("ces-2023-24.satisfied").sort()).toEqual([2, 2, 3, 5, 5, 6]);
    // Twelve quarters.
    expect(of("cms-2016.satisfied")).toEqual([12]);
    // Parents and CSA past of one quarter.
    expect(of("cms-2016.satisfied.2014-08")).toEqual([2, 2]);
    expect(of("options-2016.satisfied")).toEqual([30]);
  });
});

describe("what is a sum of what", () => {
  const numbers = ["a", "b", "t"].map((id) => percent(id, "39"));
  const declared = (sum: Partial<DeclaredSum>) =>
    sumsOf(numbers, [
      {
        publication: "made-up",
        families: {},
        weightedOn: [],
        sums: [{ id: "sum", whole: 100, parts: ["a", "b"], relation: "equal", says: "so", ...sum }],
      },
    ]);

  it.each([
    [{}, [{ total: null, parts: ["a", "b"], atMost: false }]],
    [{ whole: "t" }, [{ total: "t", parts: ["a", "b"], atMost: false }]],
    [{ relation: "at most" }, [{ total: null, parts: ["a", "b"], atMost: true }]],
    // Claims rest on less than the audit checks.
    [{ forClaims: "at most" }, [{ total: null, parts: ["a", "b"], atMost: true }]],
    // Open to the text, of no percentages, or with a number that nobody has recorded.
    [{ open: "the text does not say so" }, []],
    [{ whole: 1 }, []],
    [{ whole: "lost" }, []],
    [{ parts: ["a", "lost"] }, []],
  ] as const)("is for claims what %o declares", (sum, expected) => {
    expect(declared(sum)).toEqual(expected);
  });
});
