import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ledgerOf } from "../../../data-loaders/ledger/ledger.js";
import { readRaw } from "../../../data-loaders/read/index.js";
import { casesOf } from "../../../src/claims/cases.js";
import { above, all, atLeast, type Condition, idsIn } from "../../../src/claims/condition.js";
import { holds } from "../../../src/claims/holds.js";
import { DEFAULT_ASSUMPTIONS, type Ledger, type Witness } from "../../../src/claims/index.js";
import { search } from "../../../src/claims/search.js";
import { number, value } from "../../../src/claims/term.js";

const ledger = ledgerOf(readRaw("data-loaders/raw"));

/**
 * Numbers that are bound by nothing but their scales (0 to 100 for a percentage, 0 and more for counts and dates), in which a
 * condition is true, or false; null where there are none.
 */
function unconstrained({ evidence, phrases }: Ledger, condition: Condition, truth: boolean): Witness | null {
  const ids = idsIn(condition);
  const bound = { numbers: evidence.numbers, compositions: [], sums: [] };
  const found = search(bound, DEFAULT_ASSUMPTIONS, { ids, freed: new Set(ids) }).any(
    casesOf(condition, truth, phrases, DEFAULT_ASSUMPTIONS),
  );
  // What the search found is evaluated directly.
  if (found !== null && holds(condition, found, phrases, evidence.numbers, DEFAULT_ASSUMPTIONS) !== truth)
    throw new Error("the search found what is not so");
  return found;
}

/** How a condition can be neither true nor false of numbers: what of it no numbers bring about. */
function cannotBe(of: Ledger, condition: Condition): string[] {
  return [true, false]
    .filter((truth) => unconstrained(of, condition, truth) === null)
    .map((truth) => `cannot be ${truth}`);
}

const computed = [...ledger.conditions, ...ledger.outside].filter(
  ([, { type }]) => type !== "by-definition" && type !== "left-open",
);

describe("a predicate", () => {
  it("is true of some numbers and false of others, each within its scale", () => {
    expect(computed.length).toBeGreaterThan(250);
    expect(
      computed.flatMap(([id, condition]) => cannotBe(ledger, condition).map((why) => `${id} ${why}`)),
    ).toEqual([]);
  });

  it("that cannot fail is found, and so is one that cannot be true", () => {
    const share = value("ces-2023-24.satisfied");
    expect(cannotBe(ledger, atLeast(share, number(0)))).toEqual(["cannot be false"]);
    expect(cannotBe(ledger, above(share, number(100)))).toEqual(["cannot be true"]);
    expect(cannotBe(ledger, all(above(share, number(39)), above(number(39), share)))).toEqual([
      "cannot be true",
    ]);
    expect(cannotBe(ledger, above(share, number(39)))).toEqual([]);
  });
});

describe("the files of predicates", () => {
  const folder = "src/claims/predicates";
  // 0 and 100 are ends of a scale, 366 the days of a year, 5 the rest of a level of 95 in words; none is a number of a publication.
  const allowed = new Set(["0", "1", "100"]);

  /** Numbers typed where a printed one belongs: in `number(…)`, in the digits of `prints(…)`, or divided by one another. */
  function typed(code: string): string[] {
    const inNumber = [...code.matchAll(/\bnumber\(\s*(-?[\d_.]+)\s*\)/g)].map(([, digits = ""]) => digits);
    const inPrints = [...code.matchAll(/\bprints\([^;]*?,\s*"([\d.,]+)"\s*,?\s*\)/g)].map(
      ([, digits = ""]) => digits,
    );
    const shares = [...code.matchAll(/\b(\d[\d_]* \/ \d[\d_]*)\b/g)].map(([, digits = ""]) => digits);
    return [...inNumber, ...inPrints, ...shares].filter((digits) => !allowed.has(digits));
  }

  it("type no printed number: it comes from the tables", () => {
    const found = readdirSync(folder).flatMap((name) =>
      typed(readFileSync(`${folder}/${name}`, "utf8")).map((digits) => `${name}: ${digits}`),
    );
    expect(found).toEqual([]);
  });

  it("are found out where they do", () => {
    expect(typed('same(interviews("all"), number(2_280))')).toEqual(["2_280"]);
    expect(typed('prints(ces("satisfied"), "39")')).toEqual(["39"]);
    expect(typed("const MORE = 558 / 1_179 - 447 / 1_101;")).toEqual(["558 / 1_179", "447 / 1_101"]);
  });
});
