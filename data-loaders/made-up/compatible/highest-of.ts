import { entryAt } from "../../../src/model/entry-at.js";

/** The `count` rows with the highest scores. */
export function highestOf(rows: readonly number[], scores: ArrayLike<number>, count: number): Set<number> {
  return new Set(rows.toSorted((a, b) => entryAt(scores, b) - entryAt(scores, a) || a - b).slice(0, count));
}
