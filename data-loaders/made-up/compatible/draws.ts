import type { Random } from "../random.js";

/** A list with each code as often as its count, in order. */
export function dealt(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts).flatMap(([code, count]) => {
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`${code} cannot stand ${count} times`);
    return Array.from({ length: count }, () => code);
  });
}

/** Draws a code with probability proportional to its share. */
export function drawn<Code extends string>(random: Random, shares: Readonly<Record<Code, number>>): Code {
  const codes = Object.entries(shares) as [Code, number][];
  let left = random.next() * codes.reduce((sum, [, share]) => sum + share, 0);
  for (const [code, share] of codes) {
    left -= share;
    if (left < 0) return code;
  }
  return (codes.at(-1) as [Code, number])[0];
}

const DAY = 86_400_000;

/** A day from the first to the last, both included: 2023-07-14. */
export function dayBetween(random: Random, first: string, last: string): string {
  const [from, to] = [Date.parse(first), Date.parse(last)];
  return new Date(from + DAY * random.whole(0, Math.round((to - from) / DAY))).toISOString().slice(0, 10);
}

/** The first and the last day of months that follow each other: 2023-07 and 2023-09. */
export function daysOf(first: string, last: string): readonly [string, string] {
  const [year = 0, month = 0] = last.split("-").map(Number);
  return [`${first}-01`, new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)];
}

/** Ratings from this on count as satisfied, in the surveys of 2016. */
export const CUT = 7;

/** Draws a rating from 1 to 10 that counts, or does not. Assumed: those that count are mostly high. */
export function ratingOf(random: Random, counts: boolean): number {
  return counts
    ? Math.max(random.whole(CUT, 10), random.whole(CUT, 10))
    : Math.max(random.whole(1, 6), random.whole(1, 6));
}
