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
