/**
 * A linear term: a sum of recorded numbers times coefficients, plus a constant. Percentages run from 0 to 100, counts
 * are interviews, dates are days since 1970.
 */
export interface Term {
  /** Coefficients by the id of a value, a base or an event. */
  readonly of: Readonly<Record<string, number>>;
  readonly plus: number;
}

/** The number of a value, a base (its interviews) or an event (its day) by its id. */
export function value(id: string): Term {
  return { of: { [id]: 1 }, plus: 0 };
}

/** A constant named by the sentence itself. */
export function number(plus: number): Term {
  return { of: {}, plus };
}

export function times(factor: number, { of, plus }: Term): Term {
  return {
    of: Object.fromEntries(Object.entries(of).map(([id, c]) => [id, factor * c])),
    plus: factor * plus,
  };
}

export function plus(...terms: readonly Term[]): Term {
  const of: Record<string, number> = {};
  for (const term of terms) for (const [id, c] of Object.entries(term.of)) of[id] = (of[id] ?? 0) + c;
  return { of, plus: terms.reduce((sum, term) => sum + term.plus, 0) };
}

/** `a` minus `b`. */
export function minus(a: Term, b: Term): Term {
  return plus(a, times(-1, b));
}

/** The plain mean of some numbers. */
export function mean(terms: readonly Term[]): Term {
  if (terms.length === 0) throw new RangeError("a mean of nothing");
  return times(1 / terms.length, plus(...terms));
}

/** The ids of a term, in insertion order. */
export function idsOf(term: Term): string[] {
  return Object.keys(term.of);
}

/** The value of a term; null where one of its numbers is unknown. */
export function evaluate({ of, plus: constant }: Term, at: (id: string) => number | null): number | null {
  let sum = constant;
  for (const [id, c] of Object.entries(of)) {
    const known = at(id);
    if (known === null) return null;
    sum += c * known;
  }
  return sum;
}
