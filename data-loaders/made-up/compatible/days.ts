import type { Random } from "../random.js";

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
