import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Numbers from 0 to 1 from a seed of text: the same for the same text. */
export function seededUniform(text: string): () => number {
  let seed = 0;
  for (const letter of text) seed = (Math.imul(seed, 31) + letter.charCodeAt(0)) | 0;
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}
