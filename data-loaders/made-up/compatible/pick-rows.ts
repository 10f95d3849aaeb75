import { entryAt } from "../../../src/model/entry-at.js";

/**
 * Picks rows greedily until their weight is as near to a percentage of the total as possible.
 *
 * @param rows candidates in order; one that would overshoot is skipped
 * @returns the picked rows
 */
export function reach(rows: readonly number[], weights: ArrayLike<number>, percent: number): Set<number> {
  const all = rows.reduce((sum, row) => sum + entryAt(weights, row), 0);
  let left = (percent / 100) * all;
  const picked = new Set<number>();
  for (const row of rows) {
    const weight = entryAt(weights, row);
    if (weight / 2 > left) continue;
    picked.add(row);
    left -= weight;
  }
  return picked;
}

/** The `count` rows with the highest scores. */
export function highestOf(rows: readonly number[], scores: ArrayLike<number>, count: number): Set<number> {
  return new Set(rows.toSorted((a, b) => entryAt(scores, b) - entryAt(scores, a) || a - b).slice(0, count));
}
