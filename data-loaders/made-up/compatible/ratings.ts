import type { Random } from "../random.js";

/** Ratings from this on count as satisfied, in the surveys of 2016. */
export const CUT = 7;

/** Draws a rating from 1 to 10 that counts, or does not. Assumed: those that count are mostly high. */
export function ratingOf(random: Random, counts: boolean): number {
  return counts
    ? Math.max(random.whole(CUT, 10), random.whole(CUT, 10))
    : Math.max(random.whole(1, 6), random.whole(1, 6));
}
