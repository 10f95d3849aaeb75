import type { Assumptions } from "./assumptions.js";
import type { Condition } from "./condition.js";
import { type Phrase, spanOf } from "./phrase.js";
import { roundingSpan } from "./rounding.js";
import { minus, number, type Term, times } from "./term.js";

/** Smallest difference that counts, in points: far above the solver's errors. */
export const MIN_DIFFERENCE = 1e-4;

/** One requirement of a case: a term is at least 0, or a pair differs or does not. */
export type Requirement =
  | { readonly atLeastZero: Term }
  | {
      readonly a: string;
      readonly b: string;
      readonly significant: "ab" | "no";
      /** The design effect of this test, if not that of the assumptions. */
      readonly deff?: number;
    };

/** A conjunction; a condition is true where any of its cases is (disjunctive normal form). */
export type Case = readonly Requirement[];

/** The ids in a case, each once. */
export function idsOfCase(of: Case): string[] {
  return [...new Set(of.flatMap((r) => ("atLeastZero" in r ? Object.keys(r.atLeastZero.of) : [r.a, r.b])))];
}

/**
 * The cases in which a condition is true, or false. "Above" means by at least `MIN_DIFFERENCE`.
 *
 * @throws RangeError for a phrase that is not in the table
 */
export function casesOf(
  condition: Condition,
  truth: boolean,
  phrases: ReadonlyMap<string, Phrase>,
  assumptions: Pick<Assumptions, "phrases" | "rounding">,
): readonly Case[] {
  const again = (c: Condition, t: boolean) => casesOf(c, t, phrases, assumptions);
  switch (condition.type) {
    case "above":
      return truth ? [[over(condition.term)]] : [[{ atLeastZero: times(-1, condition.term) }]];
    case "at-least":
      return truth ? [[{ atLeastZero: condition.term }]] : [[over(times(-1, condition.term))]];
    case "equal":
      return truth
        ? [[{ atLeastZero: condition.term }, { atLeastZero: times(-1, condition.term) }]]
        : [[over(condition.term)], [over(times(-1, condition.term))]];
    case "reads":
      return inside(condition.term, spanOf(phrases, condition.phrase, assumptions.phrases), truth);
    case "prints":
      return inside(condition.term, roundingSpan(condition.printed, assumptions.rounding), truth);
    case "differ": {
      const { a, b, direction } = condition;
      const ab: Case = [{ a, b, significant: "ab" }];
      const ba: Case = [{ a: b, b: a, significant: "ab" }];
      const no: Case = [{ a, b, significant: "no" }];
      if (direction === "ab") return truth ? [ab] : [no, ba];
      return truth ? [ab, ba] : [no];
    }
    case "all":
    case "any": {
      const parts = condition.of.map((c) => again(c, truth));
      return (condition.type === "all") === truth ? together(parts) : parts.flat();
    }
    case "not":
      return again(condition.of, !truth);
    case "by-definition":
      return condition.holds === truth ? [[]] : [];
    case "left-open":
      return [[]];
  }
}

/** The cartesian product: every choice of one case from each list, joined. */
function together(lists: readonly (readonly Case[])[]): readonly Case[] {
  return lists.reduce<readonly Case[]>(
    (cases, list) => cases.flatMap((one) => list.map((other) => [...one, ...other])),
    [[]],
  );
}

function over(term: Term): Requirement {
  return { atLeastZero: minus(term, number(MIN_DIFFERENCE)) };
}

function inside(
  term: Term,
  { low, high, lowOpen, highOpen }: { low: number; high: number; lowOpen: boolean; highOpen: boolean },
  truth: boolean,
): readonly Case[] {
  const above = minus(term, number(low));
  const below = minus(number(high), term);
  const reach = (t: Term, open: boolean): Requirement => (open ? over(t) : { atLeastZero: t });
  return truth
    ? [[reach(above, lowOpen), reach(below, highOpen)]]
    : [[reach(times(-1, above), !lowOpen)], [reach(times(-1, below), !highOpen)]];
}
