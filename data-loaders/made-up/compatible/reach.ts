import { entryAt } from "../../../src/model/entry-at.js";

/**
 * Picks rows, the first first, until their weights come as near to a percentage of all as they can.
 *
 * @param rows in the order in which they are picked; one that would lead past the percentage is passed over
 * @returns those picked
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
