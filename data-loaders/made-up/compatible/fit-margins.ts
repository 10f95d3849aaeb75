import { entryAt } from "../../../src/model/entry-at.js";
import type { Random } from "../random.js";
import type { Span } from "./printed.js";

/** A partition into groups, with the weighted percentage of each group to reach. */
export interface FitMargin {
  /** Each row's group; -1 for none. */
  readonly codes: Int32Array;
  /** The percentages of each group; null where any will do. */
  readonly spans: readonly (Span | null)[];
}

/** Maximum number of proposals. */
const MAX_PROPOSALS = 600_000;

/** Rounds of fitting probabilities to the middles of the ranges. */
const ROUNDS = 30;

/**
 * Chooses rows so that the weighted percentage chosen in every group of every margin lies in its range. First fits a
 * probability to each row, with odds that are a product over its groups, to the middles of the ranges. Then draws,
 * and improves by a local search that flips one row, or two in opposite directions.
 *
 * @param rows the candidates; all others stay 0
 * @returns 1 or 0 for each row; null if the search gave up
 */
export function fitMargins(
  rows: readonly number[],
  weights: ArrayLike<number>,
  margins: readonly FitMargin[],
  random: Random,
): Uint8Array | null {
  const groups = groupsOf(rows, weights, margins);
  const truth = new Uint8Array(weights.length);
  for (const [i, chance] of chancesOf(rows, weights, groups).entries())
    if (random.next() < chance) truth[entryAt(rows, i)] = 1;

  const { of, count, total, low, high } = groups;
  const sums = new Float64Array(count);
  rows.forEach((row, i) => {
    if (truth[row]) for (const g of entryAt(of, i)) sums[g] = entryAt(sums, g) + entryAt(weights, row);
  });
  /** Squared distance of a percentage from its range. */
  const off = (g: number, sum: number): number => {
    const percent = (100 * sum) / entryAt(total, g);
    const by = percent < entryAt(low, g) ? entryAt(low, g) - percent : percent - entryAt(high, g);
    return by > 0 ? by * by : 0;
  };
  let misfit = 0;
  for (let g = 0; g < count; g++) misfit += off(g, entryAt(sums, g));

  const changed = new Float64Array(count);
  const touched: number[] = [];
  const change = (i: number) => {
    const row = entryAt(rows, i);
    const by = truth[row] ? -entryAt(weights, row) : entryAt(weights, row);
    for (const g of entryAt(of, i)) {
      if (!touched.includes(g)) touched.push(g);
      changed[g] = entryAt(changed, g) + by;
    }
  };
  for (let proposal = 0; misfit > 0; proposal++) {
    if (proposal === MAX_PROPOSALS) return null;
    const first = random.whole(0, rows.length - 1);
    let second = -1;
    if (random.next() < 0.7) {
      second = random.whole(0, rows.length - 1);
      if (truth[entryAt(rows, second)] === truth[entryAt(rows, first)]) continue;
    }
    change(first);
    if (second >= 0) change(second);
    let gain = 0;
    for (const g of touched)
      gain += off(g, entryAt(sums, g)) - off(g, entryAt(sums, g) + entryAt(changed, g));
    if (gain >= 0) {
      for (const g of touched) sums[g] = entryAt(sums, g) + entryAt(changed, g);
      for (const i of [first, second]) {
        const row = rows[i];
        if (row !== undefined) truth[row] = truth[row] ? 0 : 1;
      }
      misfit = 0;
      for (let g = 0; g < count; g++) misfit += off(g, entryAt(sums, g));
    }
    for (const g of touched) changed[g] = 0;
    touched.length = 0;
  }
  return truth;
}

interface Groups {
  /** The groups of each of the rows. */
  readonly of: readonly Int32Array[];
  readonly count: number;
  readonly total: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** The groups with a range, numbered across all margins. */
function groupsOf(
  rows: readonly number[],
  weights: ArrayLike<number>,
  margins: readonly FitMargin[],
): Groups {
  const spans: Span[] = [];
  const numbers = margins.map((margin) =>
    margin.spans.map((span) => (span === null ? -1 : spans.push(span) - 1)),
  );
  const of = rows.map((row) =>
    Int32Array.from(
      margins.flatMap(({ codes }, m) => {
        const number = numbers[m]?.[entryAt(codes, row)] ?? -1;
        return number < 0 ? [] : [number];
      }),
    ),
  );
  const total = new Float64Array(spans.length);
  rows.forEach((row, i) => {
    for (const g of entryAt(of, i)) total[g] = entryAt(total, g) + entryAt(weights, row);
  });
  return {
    of,
    count: spans.length,
    total,
    low: Float64Array.from(spans, ([from]) => from),
    high: Float64Array.from(spans, ([, to]) => to),
  };
}

/** The probability of each row, with odds that are a product over its groups. */
function chancesOf(
  rows: readonly number[],
  weights: ArrayLike<number>,
  { of, count, total, low, high }: Groups,
): Float64Array {
  const factors = new Float64Array(count).fill(1);
  const chances = new Float64Array(rows.length);
  const sums = new Float64Array(count);
  for (let round = 0; round <= ROUNDS; round++) {
    sums.fill(0);
    rows.forEach((row, i) => {
      let odds = 1;
      for (const g of entryAt(of, i)) odds *= entryAt(factors, g);
      const chance = odds / (1 + odds);
      chances[i] = chance;
      for (const g of entryAt(of, i)) sums[g] = entryAt(sums, g) + entryAt(weights, row) * chance;
    });
    if (round === ROUNDS) break;
    for (let g = 0; g < count; g++) {
      const wanted = oddsOf((entryAt(low, g) + entryAt(high, g)) / 200);
      const have = oddsOf(entryAt(sums, g) / entryAt(total, g));
      // Damped by a square root, because all groups of a row move it.
      factors[g] = entryAt(factors, g) * Math.sqrt(wanted / have);
    }
  }
  return chances;
}

const oddsOf = (share: number) => {
  const inside = Math.min(0.999, Math.max(0.001, share));
  return inside / (1 - inside);
};
