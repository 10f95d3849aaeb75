import { all, between } from "../condition.js";
import type { Predicate } from "../predicate.js";
import { value } from "../term.js";

/** The publication's results cover its recorded first to last month. */
export function coverage(publication: string): Predicate {
  const ends = ["start", "end"].map((end) => `${publication}.event.coverage-${end}`);
  return ({ span }) => all(...ends.map((id) => between(value(id), ...span(id))));
}
