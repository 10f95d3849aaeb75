import { describe, expect, it } from "vitest";
import { readRaw } from "../../../data-loaders/read/index.js";
import { ledgerOf } from "../../../data-loaders/tables/ledger.js";
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
