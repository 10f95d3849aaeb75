import type { Options } from "../../model/variants.js";

/**
 * A predicate for rows of a list. `q`: words that must all occur in the row's text (lower case). Any other filter:
 * the code that the row must have under that name. Empty filters match everything.
 */
export function matching(
  state: Options,
): (codes: Readonly<Record<string, string | undefined>>, text: string) => boolean {
  const words = (state.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return (codes, text) =>
    Object.entries(codes).every(([name, code]) => !state[name] || state[name] === code) &&
    words.every((word) => text.includes(word));
}
