import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Returns the next number in [0, 1). */
export type Random = () => number;

/** A seeded random number generator; the same numbers everywhere. */
export function seeded(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  // Skips the first numbers, which are similar for neighbouring seeds.
  for (let i = 0; i < 16; i++) uniformFloat64(generator);
  return () => uniformFloat64(generator);
}
