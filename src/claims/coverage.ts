import { all, between } from "./condition.js";
import type { Predicate } from "./predicate.js";
import { value } from "./term.js";

/** The results of a publication run from the month to the month that are recorded of it. */
export function coverage(publication: string): Predicate {
  const ends = ["start", "end"].map((end) => `${publication}.event.coverage-${end}`);
  return ({ span }) => all(...ends.map((id) => between(value(id), ...span(id))));
}
