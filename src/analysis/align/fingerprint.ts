import { sha256 } from "@noble/hashes/sha2.js";
import { comparedWords, wordsOf } from "./words.js";

/** What is stored of a publication's sentence: enough to recognise it, but not to print it. */
export interface Fingerprint {
  /** The first 64 bits of SHA-256 over the words with one space between them, as 16 hexadecimal digits. */
  readonly fingerprint: string;
  readonly words: number;
}

/** The fingerprint of a sentence, independent of quotes, line breaks and hyphenation. */
export function fingerprintOf(sentence: string): Fingerprint {
  const lines = sentence.split("\n").map((text) => ({ text }));
  const words = comparedWords(wordsOf(lines), 0).map(({ text }) => text);
  const hash = sha256(new TextEncoder().encode(words.join(" ")));
  return { fingerprint: hexOf(hash), words: words.length };
}

/** The first 64 bits of a hash. */
export function hexOf(hash: Uint8Array): string {
  return Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
