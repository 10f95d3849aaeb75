import type { Options } from "../../model/variants.js";

/**
 * What a reader looks for in a list, as a test of its rows: `q` holds words that must all stand in a row's text, which is in
 * lower case, and every other filter the one code that a row may have under that name. A filter that is empty lets all pass.
 */
export function matching(
  state: Options,
): (codes: Readonly<Record<string, string | undefined>>, text: string) => boolean {
  const words = (state.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return (codes, text) =>
    Object.entries(codes).every(([name, code]) => !state[name] || state[name] === code) &&
    words.every((word) => text.includes(word));
}
