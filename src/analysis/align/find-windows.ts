import { sha256 } from "@noble/hashes/sha2.js";
import { entryAt } from "../../model/entry-at.js";
import { hexOf } from "./fingerprint.js";
import { type Aside, type ComparedWord, comparedWords, type Word } from "./words.js";

/** A match: indexes of the first and the last word. */
export interface Window {
  readonly first: number;
  readonly last: number;
  /** Words that are more aside than this are skipped in it. */
  readonly most: Aside;
}

/**
 * Every match of a fingerprint, in file order. A window of each wanted number of words slides over the words three
 * times: without words that are aside, with those that may be, and with all, because what looks like a page number or
 * a list mark may be part of a sentence.
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
        // A window without a word of this level was matched before.
        if (most > 0 && asides[last + 1] === asides[first]) continue;
        const hash = sha256(text.subarray(entryAt(starts, at), entryAt(starts, at + length) - 1));
        // Three bytes of the hash rule out most windows without building a string.
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

/** Prefix counts of the words at this level of aside. */
function asidesBefore(words: readonly Word[], most: Aside): number[] {
  const before = [0];
  for (const { aside } of words) before.push((before.at(-1) ?? 0) + (aside === most ? 1 : 0));
  return before;
}

/** Byte offset of each word in all words joined by spaces; the last entry is one past the end and a space. */
function byteStarts(words: readonly ComparedWord[]): number[] {
  const encoder = new TextEncoder();
  const starts = [0];
  for (const { text } of words) starts.push((starts.at(-1) ?? 0) + encoder.encode(text).length + 1);
  return starts;
}
