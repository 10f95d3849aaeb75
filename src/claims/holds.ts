import { Z_95 } from "../stats/numeric/constants.js";
import type { Assumptions } from "./assumptions.js";
import { MIN_DIFFERENCE } from "./cases.js";
import type { Condition } from "./condition.js";
import type { RecordedNumber } from "./numbers.js";
import { type Phrase, type Span, spanOf } from "./phrase.js";
import { roundingSpan } from "./rounding.js";
import { effectiveDesignEffect } from "./significance.js";
import { evaluate } from "./term.js";

/**
 * Whether a condition is true of a complete set of numbers, evaluated directly and independently of the search.
 * Differences below half of `MIN_DIFFERENCE` count as none.
 *
 * @throws RangeError where a number is missing
 */
export function holds(
  condition: Condition,
  at: Readonly<Record<string, number>>,
  phrases: ReadonlyMap<string, Phrase>,
  numbers: ReadonlyMap<string, RecordedNumber>,
  assumptions: Assumptions,
): boolean {
  const again = (c: Condition) => holds(c, at, phrases, numbers, assumptions);
  const number = (id: string): number => {
    const known = at[id];
    if (known === undefined) throw new RangeError(`there is no number for "${id}"`);
    return known;
  };
  switch (condition.type) {
    case "above":
      return (evaluate(condition.term, number) ?? 0) > MIN_DIFFERENCE / 2;
    case "at-least":
      return (evaluate(condition.term, number) ?? 0) > -MIN_DIFFERENCE / 2;
    case "equal":
      return Math.abs(evaluate(condition.term, number) ?? 0) < MIN_DIFFERENCE / 2;
    case "reads":
      return isInside(
        evaluate(condition.term, number) ?? 0,
        spanOf(phrases, condition.phrase, assumptions.phrases),
      );
    case "prints":
      return isInside(
        evaluate(condition.term, number) ?? 0,
        roundingSpan(condition.printed, assumptions.rounding),
      );
    case "differ": {
      const [a, b] = [number(condition.a), number(condition.b)];
      const ahead = condition.direction === null || a > b;
      const first = numbers.get(condition.a);
      const second = numbers.get(condition.b);
      if (first === undefined || second === undefined) throw new RangeError("a pair that is not recorded");
      if (first.interviews === null || second.interviews === null) return ahead && a !== b;
      const deff = effectiveDesignEffect(assumptions, first, second);
      const variance = deff * ((a * (100 - a)) / first.interviews + (b * (100 - b)) / second.interviews);
      return ahead && Math.abs(a - b) >= Z_95 * Math.sqrt(variance) && a !== b;
    }
    case "all":
      return condition.of.every(again);
    case "any":
      return condition.of.some(again);
    case "not":
      return !again(condition.of);
    case "by-definition":
      return condition.holds;
    case "left-open":
      throw new RangeError("the texts leave it open: no set of numbers makes it true or false");
  }
}

function isInside(x: number, { low, high, lowOpen, highOpen }: Span): boolean {
  return (
    x > low + (lowOpen ? 1 : -1) * (MIN_DIFFERENCE / 2) &&
    x < high - (highOpen ? 1 : -1) * (MIN_DIFFERENCE / 2)
  );
}
