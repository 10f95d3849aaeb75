import type { CodedValue } from "../../../src/analysis/interviews/index.js";
import { entryAt } from "../../../src/model/entry-at.js";
import type { Random } from "../random.js";
import type { Span } from "./printed.js";

/** Maximum number of swaps. */
const MAX_SWAPS = 200_000;

/**
 * Swaps codes between pairs of rows until the weighted share of each set of codes lies in its range. Counts of codes
 * stay the same.
 *
 * @param values the codes by row; changed in place
 * @param rows rows that may swap
 * @param sets codes with the range of their percentage of all weights
 * @returns whether it succeeded
 */
export function fitShares(
  values: CodedValue[],
  rows: readonly number[],
  weights: ArrayLike<number>,
  sets: readonly { readonly codes: readonly string[]; readonly span: Span }[],
  random: Random,
): boolean {
  const all = values.reduce((sum: number, _, row) => sum + entryAt(weights, row), 0);
  const isIn = (set: number, row: number) => Number(sets[set]?.codes.includes(String(values[row])));
  const percents = sets.map((_, set) =>
    values.reduce(
      (sum: number, _value, row) => sum + (100 * isIn(set, row) * entryAt(weights, row)) / all,
      0,
    ),
  );
  const off = (percent: number, [low, high]: Span) =>
    Math.max(0, low - percent) ** 2 + Math.max(0, percent - high) ** 2;
  const misfitOf = (list: readonly number[]) =>
    list.reduce((sum, percent, set) => sum + off(percent, (sets[set] as { span: Span }).span), 0);
  let misfit = misfitOf(percents);
  for (let swap = 0; misfit > 0; swap++) {
    if (swap === MAX_SWAPS) return false;
    const a = random.pick(rows);
    const b = random.pick(rows);
    if (values[a] === values[b]) continue;
    const more = (100 * (entryAt(weights, b) - entryAt(weights, a))) / all;
    // Effect of swapping the codes of a and b.
    const next = percents.map((percent, set) => percent + more * (isIn(set, a) - isIn(set, b)));
    const after = misfitOf(next);
    if (after > misfit) continue;
    [values[a], values[b]] = [entryAt(values, b), entryAt(values, a)];
    next.forEach((percent, set) => {
      percents[set] = percent;
    });
    misfit = after;
  }
  return true;
}
