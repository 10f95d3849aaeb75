import type { Raw } from "../../read/index.js";

/** Printed numbers by id suffix: `printed.base("all.parent-paying")`. */
export interface Printed {
  /** A number of interviews. */
  base(end: string): number;
  /** The range of a printed or worded percentage, narrowed at both ends. */
  span(end: string): Span;
}

/** A range of percentages. */
export type Span = readonly [low: number, high: number];

/** Margin inside a rounding interval, in points, so that summation order cannot leave it. */
const INSIDE = 0.02;

/** @throws RangeError for a number that is not recorded, or not held */
export function printedOf(raw: Pick<Raw, "values" | "bases">, publication: string): Printed {
  const values = new Map(raw.values.map((value) => [value.id, value]));
  const bases = new Map(raw.bases.map((base) => [base.id, base]));
  // Cached: looked up thousands of times during a search.
  const spans = new Map<string, Span>();
  return {
    base(end) {
      const number = bases.get(`${publication}.base.${end}`)?.interviews ?? null;
      if (number === null) throw new RangeError(`no number of interviews is printed for ${end}`);
      return number;
    },
    span(end) {
      const known = spans.get(end);
      if (known !== undefined) return known;
      const { low = null, high = null } = values.get(`${publication}.${end}`) ?? {};
      if (low === null || high === null) throw new RangeError(`no percentage is printed for ${end}`);
      const span: Span = [low + INSIDE, high - INSIDE];
      spans.set(end, span);
      return span;
    },
  };
}
