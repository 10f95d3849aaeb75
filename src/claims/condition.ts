import { idsOf, minus, number, type Term, times, value } from "./term.js";

/** A statement that is true or false of a complete set of numbers. */
export type Condition =
  | { readonly type: "above" | "at-least" | "equal"; readonly term: Term }
  /** The term lies in the phrase's range. */
  | { readonly type: "reads"; readonly term: Term; readonly phrase: string }
  /** The term prints as these digits under the chosen rounding rule. */
  | { readonly type: "prints"; readonly term: Term; readonly printed: string }
  /** The two percentages differ at 95% under the chosen design effect; `direction` "ab": the first is higher. */
  | Difference
  | { readonly type: "all" | "any"; readonly of: readonly Condition[] }
  | { readonly type: "not"; readonly of: Condition }
  /** True or false by the meaning of words, whatever the numbers. */
  | { readonly type: "by-definition"; readonly holds: boolean; readonly because: string }
  | { readonly type: "left-open"; readonly because: string };

/** Two percentages that differ, by the ids of their values. */
export interface Difference {
  readonly type: "differ";
  readonly a: string;
  readonly b: string;
  readonly direction: "ab" | null;
}

/** `a` is above `b`. */
export function above(a: Term, b: Term): Condition {
  return { type: "above", term: minus(a, b) };
}

/** `a` is below `b`. */
export function below(a: Term, b: Term): Condition {
  return above(b, a);
}

/** `a` is `b` or more. */
export function atLeast(a: Term, b: Term): Condition {
  return { type: "at-least", term: minus(a, b) };
}

/** `a` is `b` or less. */
export function atMost(a: Term, b: Term): Condition {
  return atLeast(b, a);
}

/** `a` and `b` are the same number: for counts, dates and amounts. */
export function same(a: Term, b: Term): Condition {
  return { type: "equal", term: minus(a, b) };
}

/** `a` lies from `low` to `high`, both included. */
export function between(a: Term, low: number, high: number): Condition {
  return all(atLeast(a, number(low)), atMost(a, number(high)));
}

/** `a` fits a phrase of the table of phrases, such as "almost four out of ten". */
export function reads(a: Term, phrase: string): Condition {
  return { type: "reads", term: a, phrase };
}

/** `a` is printed as these digits, once rounded. */
export function prints(a: Term, printed: string): Condition {
  return { type: "prints", term: a, printed };
}

/** The percentage `a` is above `b`, significantly at 95%. Both are ids of values with bases. */
export function significantlyAbove(a: string, b: string): Condition {
  return { type: "differ", a, b, direction: "ab" };
}

/** The percentages `a` and `b` differ significantly at 95%, either way. Both are ids of values with bases. */
export function differSignificantly(a: string, b: string): Condition {
  return { type: "differ", a, b, direction: null };
}

export function all(...of: readonly Condition[]): Condition {
  return { type: "all", of };
}

export function any(...of: readonly Condition[]): Condition {
  return { type: "any", of };
}

export function not(of: Condition): Condition {
  return { type: "not", of };
}

/** `a` is below each of the others. */
export function lowest(a: Term, others: readonly Term[]): Condition {
  return all(...others.map((other) => below(a, other)));
}

/** `a` is above each of the others. */
export function highest(a: Term, others: readonly Term[]): Condition {
  return all(...others.map((other) => above(a, other)));
}

/** Each number is below the one before it. */
export function falls(series: readonly Term[]): Condition {
  return all(...series.slice(1).map((next, i) => below(next, series[i] as Term)));
}

/** Each number is above the one before it. */
export function rises(series: readonly Term[]): Condition {
  return falls(series.map((term) => times(-1, term)));
}

/** True or false by the meaning of words, for the reason given; no number decides it. */
export function byDefinition(holds: boolean, because: string): Condition {
  return { type: "by-definition", holds, because };
}

/** Undecided by the meaning of words: the texts allow both, for the reason given. */
export function leftOpen(because: string): Condition {
  return { type: "left-open", because };
}

/** The ids in a condition, each once. */
export function idsIn(condition: Condition): string[] {
  const found = new Set<string>();
  const visit = (c: Condition): void => {
    if ("term" in c) for (const id of idsOf(c.term)) found.add(id);
    else if (c.type === "differ") for (const id of [c.a, c.b]) found.add(id);
    else if (c.type === "all" || c.type === "any") c.of.forEach(visit);
    else if (c.type === "not") visit(c.of);
  };
  visit(condition);
  return [...found];
}

/** The phrases in a condition, each once. */
export function phrasesIn(condition: Condition): string[] {
  switch (condition.type) {
    case "reads":
      return [condition.phrase];
    case "all":
    case "any":
      return [...new Set(condition.of.flatMap(phrasesIn))];
    case "not":
      return phrasesIn(condition.of);
    default:
      return [];
  }
}

/** The pairs that a condition says differ, except under a "not". */
export function pairsOf(condition: Condition): Difference[] {
  switch (condition.type) {
    case "differ":
      return [condition];
    case "all":
    case "any":
      return condition.of.flatMap(pairsOf);
    default:
      return [];
  }
}

/** Several values with a common id prefix: `values("cms-2016.satisfied", ["2014-08", "2014-11"])`. */
export function values(stem: string, ends: readonly string[]): Term[] {
  return ends.map((end) => value(`${stem}.${end}`));
}
