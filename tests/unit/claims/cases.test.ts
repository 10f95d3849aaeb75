import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { casesOf, MIN_DIFFERENCE, type Requirement } from "../../../src/claims/cases.js";
import type { Condition } from "../../../src/claims/condition.js";
import { holds } from "../../../src/claims/holds.js";
import { DEFAULT_ASSUMPTIONS } from "../../../src/claims/index.js";
import { evaluate } from "../../../src/claims/term.js";
import { PHRASES, percent } from "./ledger.js";

const IDS = ["a", "b", "c"];
const NUMBERS = new Map(IDS.map((id, i) => [id, percent(id, null, { interviews: 100 * (i + 1) })]));

const term = fc.record({
  of: fc.dictionary(fc.constantFrom(...IDS), fc.integer({ min: -3, max: 3 }), { minKeys: 1 }),
  plus: fc.integer({ min: -50, max: 50 }),
});

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({ type: fc.constantFrom("above", "at-least", "equal"), term }) as fc.Arbitrary<Condition>,
    fc.record({
      type: fc.constant("reads"),
      term,
      phrase: fc.constant("almost half"),
    }) as fc.Arbitrary<Condition>,
    fc.record({
      type: fc.constant("prints"),
      term,
      printed: fc.constantFrom("47", "48", "7"),
    }) as fc.Arbitrary<Condition>,
    fc.record({
      type: fc.constant("differ"),
      a: fc.constant("a"),
      b: fc.constantFrom("b", "c"),
      direction: fc.constantFrom("ab", null),
    }) as fc.Arbitrary<Condition>,
    fc.record({
      type: fc.constantFrom("all", "any"),
      of: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }),
    }) as fc.Arbitrary<Condition>,
    fc.record({ type: fc.constant("not"), of: tie("condition") }) as fc.Arbitrary<Condition>,
  ),
}));

const numbers = fc.record(Object.fromEntries(IDS.map((id) => [id, fc.integer({ min: 0, max: 100 })])));

function meets(requirement: Requirement, at: Record<string, number>): boolean {
  const number = (id: string) => at[id] ?? 0;
  if ("atLeastZero" in requirement)
    return (evaluate(requirement.atLeastZero, number) ?? 0) > -MIN_DIFFERENCE / 2;
  const { a, b, significant } = requirement;
  const differ = (direction: "ab" | null) =>
    holds({ type: "differ", a, b, direction }, at, PHRASES, NUMBERS, DEFAULT_ASSUMPTIONS);
  return significant === "ab" ? differ("ab") : !differ(null);
}

describe("the cases of a condition", () => {
  it("are met by a set of numbers exactly where the condition holds, and those of its negation where it does not", () => {
    fc.assert(
      fc.property(condition, numbers, (c, at) => {
        const some = (truth: boolean) =>
          casesOf(c, truth, PHRASES, DEFAULT_ASSUMPTIONS).some((of) => of.every((r) => meets(r, at)));
        const truth = holds(c, at, PHRASES, NUMBERS, DEFAULT_ASSUMPTIONS);
        expect([some(true), some(false)]).toEqual([truth, !truth]);
      }),
      { seed: 1, numRuns: 3000 },
    );
  });
});
