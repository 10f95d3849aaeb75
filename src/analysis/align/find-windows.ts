import { sha256 } from "@noble/hashes/sha2.js";
import { entryAt } from "../../model/entry-at.js";
import { hexOf } from "./fingerprint.js";
import { type Aside, type ComparedWord, comparedWords, type Word } from "./words.js";

/** Where the words of a fingerprint stand in a file: indexes of the first and the last word. */
export interface Window {
  readonly first: number;
  readonly last: number;
  /** Words within it that are more aside are left out. */
  readonly most: Aside;
}

/**
 * Every place where the words of a file have one of the fingerprints, by fingerprint, in the order of the file. A window of
 * each number of words slides over the words: without those that are aside, with those that are so perhaps, and with all, since
 * what looks like a page number or a list mark may belong to a sentence.
 *
 * @param wanted the fingerprints for each number of words
 */
export function findWindows(
  words: readonly Word[],
  wanted: ReadonlyMap<number, ReadonlySet<string>>,
): Map<string, Window[]> {
  const found = new Map<string, Window[]>();
  for (const most of [0, 1, 2] as const) {
    const compared = comparedWords(words, most);
    const asides = asidesBefore(words, most);
    const text = new TextEncoder().encode(compared.map((word) => word.text).join(" "));
    const starts = byteStarts(compared);
    for (const [length, fingerprints] of wanted) {
      const heads = new Set(
        [...fingerprints].map((fingerprint) => Number.parseInt(fingerprint.slice(0, 6), 16)),
      );
      for (let at = 0; at + length <= compared.length; at++) {
        const first = (compared[at] as ComparedWord).first;
        const last = (compared[at + length - 1] as ComparedWord).last;
        // Without a word that is so far aside, the window was there before.
        if (most > 0 && asides[last + 1] === asides[first]) continue;
        const hash = sha256(text.subarray(entryAt(starts, at), entryAt(starts, at + length) - 1));
        // Most windows are none of them: three bytes say so sooner than a text of all.
        if (!heads.has((entryAt(hash, 0) << 16) | (entryAt(hash, 1) << 8) | entryAt(hash, 2))) continue;
        const fingerprint = hexOf(hash);
        if (!fingerprints.has(fingerprint)) continue;
        const windows = found.get(fingerprint);
        if (windows === undefined) found.set(fingerprint, [{ first, last, most }]);
        else windows.push({ first, last, most });
      }
    }
  }
  for (const windows of found.values()) windows.sort((a, b) => a.first - b.first || a.last - b.last);
  return found;
}

/** How many words that are so far aside stand before each word, and before the end. */
function asidesBefore(words: readonly Word[], most: Aside): number[] {
  const before = [0];
  for (const { aside } of words) before.push((before.at(-1) ?? 0) + (aside === most ? 1 : 0));
  return before;
}

/** Where each word begins in the bytes of all with a space between them; the last entry is one past the end and a space. */
function byteStarts(words: readonly ComparedWord[]): number[] {
  const encoder = new TextEncoder();
  const starts = [0];
  for (const { text } of words) starts.push((starts.at(-1) ?? 0) + encoder.encode(text).length + 1);
  return starts;
}
