import { entryAt } from "../../../../src/model/entry-at.js";
import type { Random } from "../../random.js";
import type { Printed, Span } from "../printed.js";

/** Indexes of quarters in the report: the last before June 2014, and the first around 60%. */
const LAST_BEFORE = 2;
const FIRST_AROUND = 5;
const NOVEMBER_2015 = 8;

/** Percentage satisfied in each quarter. */
export interface History {
  readonly everyone: readonly number[];
  /** Lead of Receiving over Paying Parents, in points. */
  readonly parents: readonly number[];
  /** Lead of clients without a CSA past, in points. */
  readonly csa: readonly number[];
}

/** Maximum number of attempts. */
const MAX_ATTEMPTS = 5000;

/**
 * Draws a history consistent with the report: high at first; three quarterly falls, in one of the two readings, by
 * the seed; around 60% from the quarter ending February 2015; parents apart in every quarter, ever less; the gap by
 * CSA past narrowing until November 2015, then wider, then narrower.
 *
 * @param weights weight of each quarter; the printed percentage is the weighted mean
 * @returns null if none was found
 */
export function drawHistory(random: Random, printed: Printed, weights: readonly number[]): History | null {
  const pooled = printed.span("satisfied");
  const around = printed.span("satisfied-since-2015-02");
  const later = random.next() < 0.5;
  for (let tries = 0; tries < MAX_ATTEMPTS; tries++) {
    const everyone = weights.map((_, q) => {
      if (q <= LAST_BEFORE) return random.between(64, 72);
      return q < FIRST_AROUND ? random.between(60.5, 70) : random.between(around[0] + 0.4, around[1] - 0.4);
    });
    if (!falls(everyone, later) || !isAllowed(everyone, weights, pooled)) continue;
    const start = random.between(11, 17);
    const end = random.between(4, 8);
    const parents = weights.map(
      (_, q) => start + ((end - start) * q) / (weights.length - 1) + random.between(-0.8, 0.8),
    );
    const [first, narrow, wide, last] = [
      random.between(8, 12),
      random.between(1, 3),
      random.between(6, 9),
      random.between(3, 5),
    ];
    const peak = random.whole(NOVEMBER_2015 + 1, NOVEMBER_2015 + 2);
    const csa = weights.map((_, q) => {
      if (q <= NOVEMBER_2015) return first + ((narrow - first) * q) / NOVEMBER_2015;
      return q === peak
        ? wide
        : q < peak
          ? (narrow + wide) / 2
          : q === weights.length - 1
            ? last
            : (wide + last) / 2;
    });
    return { everyone, parents, csa };
  }
  return null;
}

/** Three consecutive falls: from the quarter before June 2014, or from the one with June 2014. */
function falls(everyone: readonly number[], later: boolean): boolean {
  const from = LAST_BEFORE + (later ? 1 : 0);
  const steps = [1, 2, 3].map((i) => entryAt(everyone, from + i - 1) - entryAt(everyone, from + i));
  return steps.every((step) => step > 1);
}

function isAllowed(everyone: readonly number[], weights: readonly number[], [low, high]: Span): boolean {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = everyone.reduce((sum, percent, q) => sum + percent * entryAt(weights, q), 0) / all;
  const late = everyone.slice(FIRST_AROUND);
  const steps = late.slice(1).map((percent, i) => percent - entryAt(late, i));
  return (
    mean > low + 0.2 &&
    mean < high - 0.2 &&
    Math.max(...late) - Math.min(...late) < 4.4 &&
    steps.some((step) => step > 0.8) &&
    steps.some((step) => step < -0.8)
  );
}
