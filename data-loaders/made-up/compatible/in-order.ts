import type { Codebook } from "../../../src/model/codebook.js";
import { entryAt } from "../../../src/model/entry-at.js";
import type { MadeColumns } from "../made-interviews.js";
import { type Draft, valuesOf } from "./draft.js";

/** The interviews of a draft sorted by day and numbered from 1. */
export function inOrder(draft: Draft, { roles, variables }: Codebook): MadeColumns {
  const days = valuesOf(draft, roles.date).map(String);
  const order = days
    .map((_, row) => row)
    .toSorted((a, b) => {
      const [first, second] = [entryAt(days, a), entryAt(days, b)];
      return first < second ? -1 : first > second ? 1 : a - b;
    });
  const digits = String(draft.n).length;
  return new Map(
    variables.map(({ id }) => {
      if (id === roles.interview) return [id, order.map((_, i) => String(i + 1).padStart(digits, "0"))];
      const values = valuesOf(draft, id);
      return [id, order.map((row) => values[row] ?? null)];
    }),
  );
}
