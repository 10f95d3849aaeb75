import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** How many values a reviewer looks up. */
export const DRAWN = 20;

/** The seed until the reviewer types one. */
export const FIRST_SEED = "1";

/**
 * A random sample of items without replacement, in drawing order: the same for the same seed everywhere. All items
 * are equally likely.
 *
 * @param seed any text; space around it does not count
 * @param count how many; all items where there are fewer
 * @example draw(["a", "b", "c"], "1", 2) // two of the three
 */
export function draw<Item>(items: readonly Item[], seed: string, count = DRAWN): Item[] {
  const generator = xoroshiro128plus(textHash(seed.trim()));
  const left = [...items];
  const drawn: Item[] = [];
  while (drawn.length < count && left.length > 0)
    drawn.push(...left.splice(uniformInt(generator, 0, left.length - 1), 1));
  return drawn;
}

/**
 * A 32-bit hash of a text, the same everywhere: FNV-1a over UTF-16 units, then mixed so that similar texts differ.
 * For seeds and short names, not for secrets.
 */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
