import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Numbers from 0 to below 1, one a call. */
export type Random = () => number;

/** A source of random numbers; the same seed gives the same numbers everywhere. */
export function seeded(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  // Neighbouring seeds begin alike.
  for (let i = 0; i < 16; i++) uniformFloat64(generator);
  return () => uniformFloat64(generator);
}
