import { between, type Condition, leftOpen, prints, same } from "./condition.js";
import type { RecordedNumber } from "./numbers.js";
import { number, type Term, value } from "./term.js";

/** Access to the printed digits of recorded numbers, so that predicates contain no typed ones. */
export interface Printed {
  /** The digits of a value or base. @throws NotPrinted where none are recorded */
  readonly digits: (id: string) => string;
  /** The same as a number: `2,280` is 2280. @throws NotPrinted where none are recorded */
  readonly number: (id: string) => number;
  /** The range of a worded value or a date; days since 1970 for a date. @throws NotPrinted where it is lost */
  readonly span: (id: string) => readonly [low: number, high: number];
}

/** A claim as a condition, or as one that uses printed digits. */
export type Predicate = Condition | ((printed: Printed) => Condition);

class NotPrinted extends Error {}

/** The percentage rounds to the recorded digits of a value. */
export function printsAsRecorded(id: string, term: Term = value(id)): Predicate {
  return (printed) => prints(term, printed.digits(id));
}

/** The count or amount equals the recorded number of a value or base. */
export function sameAsRecorded(id: string, term: Term = value(id)): Predicate {
  return (printed) => same(term, number(printed.number(id)));
}

/** The date lies within the recorded day, month or year of an event. */
export function datedAsRecorded(id: string, term: Term = value(id)): Predicate {
  return (printed) => between(term, ...printed.span(id));
}

/** The condition of a predicate. One that needs unrecorded digits is left open. */
export function conditionOf(
  predicate: Predicate,
  numbers: ReadonlyMap<string, Pick<RecordedNumber, "printed" | "low" | "high">>,
): Condition {
  if (typeof predicate !== "function") return predicate;
  const digits = (id: string): string => {
    const printed = numbers.get(id)?.printed;
    if (printed == null) throw new NotPrinted(id);
    return printed;
  };
  const span = (id: string): readonly [number, number] => {
    const { low = null, high = null } = numbers.get(id) ?? {};
    if (low === null || high === null) throw new NotPrinted(id);
    return [low, high];
  };
  try {
    return predicate({ digits, number: (id) => Number(digits(id).replaceAll(",", "")), span });
  } catch (error) {
    if (error instanceof NotPrinted) return leftOpen(`${error.message} is not recorded`);
    throw error;
  }
}
