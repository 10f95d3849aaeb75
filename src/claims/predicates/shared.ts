import { all, between } from "../condition.js";
import type { Predicate } from "../predicate.js";
import { value } from "../term.js";

/** Reason for leaving a claim open: only one text makes it and nothing checks it. */
export const ONLY_HERE = "only this publication says so; nothing in the texts checks it";

/** Why a report and its background paper do not confirm each other. */
export const ONLY_PAIR = "only the report and its background paper say so, and they are one publication";

/** Why repetitions in other publications do not confirm a claim: they share its source. */
export const SAID_ELSEWHERE = "other publications repeat it; nothing in the texts checks it";

/** The publication's results cover its recorded first to last month. */
export function coverage(publication: string): Predicate {
  const ends = ["start", "end"].map((end) => `${publication}.event.coverage-${end}`);
  return ({ span }) => all(...ends.map((id) => between(value(id), ...span(id))));
}
