import { type Problem, shown } from "../problem.js";
import { problemAt } from "../table.js";
import type { Tables } from "../tables.js";

/** Checks that equal fingerprints have equal numbers of words. */
export function checkSentences({ sentences }: Tables): Problem[] {
  const first = new Map<string, { readonly id: string; readonly words: number }>();
  return sentences.rows.flatMap((row) => {
    const { id, words, fingerprint } = row.columns;
    const twin = first.get(fingerprint);
    if (twin === undefined) first.set(fingerprint, { id, words });
    if (twin === undefined || twin.words === words) return [];
    const message = `words is ${shown(String(words))} and ${twin.id} has the same fingerprint with ${twin.words}`;
    return [problemAt(row, "words", message, "one number of words for one fingerprint")];
  });
}
