import type { Raw } from "../../read/index.js";

/** What is printed, by the ends of its ids: `printed.base("all.parent-paying")`. */
export interface Printed {
  /** A number of interviews. */
  base(end: string): number;
  /** The percentages that a printed or worded number can be rounded from, drawn in at both ends. */
  span(end: string): Span;
}

/** Percentages from the first to the second. */
export type Span = readonly [low: number, high: number];

/** How far inside a rounding interval a percentage is kept, in points, so that no order of adding up takes it out. */
const INSIDE = 0.02;

/** @throws RangeError for a number that is not recorded, or not held */
export function printedOf(raw: Pick<Raw, "values" | "bases">, publication: string): Printed {
  const values = new Map(raw.values.map((value) => [value.id, value]));
  const bases = new Map(raw.bases.map((base) => [base.id, base]));
  // Asked for thousands of times while sets of percentages are tried.
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
