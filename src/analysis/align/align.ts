import { findWindows, type Window } from "./find-windows.js";
import type { Fingerprint } from "./fingerprint.js";
import { pageLines } from "./page-lines.js";
import { LONG, place } from "./place.js";
import { type TextLine, type Word, wordsOf } from "./words.js";

/** A stored sentence of a publication: a fingerprint, not the text. */
export interface StoredSentence extends Fingerprint {
  readonly id: string;
  readonly publication: string;
}

/** A sentence with its words in the file, or with the lines where it should be. */
export type Aligned<S extends StoredSentence> =
  | { readonly sentence: S; readonly text: string }
  | { readonly sentence: S; readonly text: null; readonly between: readonly string[] };

/** The sentences of one publication aligned with the words of a file. */
export interface Alignment<S extends StoredSentence> {
  readonly publication: string;
  readonly sentences: readonly Aligned<S>[];
  readonly found: number;
}

/**
 * Aligns a file with the publication that it holds: the one with the most matches among sentences of six words or
 * more. Null where no such sentence matches.
 *
 * @param stored the sentences of all publications, each in the order of its text
 */
export function align<S extends StoredSentence>(
  lines: readonly TextLine[],
  stored: readonly S[],
): Alignment<S> | null {
  const words = wordsOf(lines, pageLines(lines));
  const windows = findWindows(words, byLength(stored));
  const publication = editionOf(stored, windows);
  if (publication === null) return null;
  const rows = stored.filter((sentence) => sentence.publication === publication);
  const { inOrder, elsewhere } = place(rows, windows, words.length);
  const sentences = rows.map((sentence, row): Aligned<S> => {
    const window = inOrder.get(row) ?? elsewhere.get(row);
    return window === undefined
      ? { sentence, text: null, between: linesBetween(lines, words, rows.length, inOrder, row) }
      : { sentence, text: quote(lines, words, window) };
  });
  return { publication, sentences, found: inOrder.size + elsewhere.size };
}

function byLength(stored: readonly Fingerprint[]): Map<number, Set<string>> {
  const wanted = new Map<number, Set<string>>();
  for (const { words, fingerprint } of stored) {
    wanted.set(words, (wanted.get(words) ?? new Set()).add(fingerprint));
  }
  return wanted;
}

/** The publication with the most matching long sentences; the first of equals. */
function editionOf(
  stored: readonly StoredSentence[],
  windows: ReadonlyMap<string, readonly Window[]>,
): string | null {
  const counts = new Map<string, number>();
  for (const { publication, words, fingerprint } of stored) {
    if (words < LONG || !windows.has(fingerprint)) continue;
    counts.set(publication, (counts.get(publication) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}

/** The lines between the placed neighbours of a row; none where the neighbours are adjacent. */
function linesBetween(
  lines: readonly TextLine[],
  words: readonly Word[],
  rows: number,
  inOrder: ReadonlyMap<number, Window>,
  row: number,
): string[] {
  let before = row - 1;
  while (before >= 0 && !inOrder.has(before)) before--;
  let after = row + 1;
  while (after < rows && !inOrder.has(after)) after++;
  const from = (inOrder.get(before)?.last ?? -1) + 1;
  const to = (inOrder.get(after)?.first ?? words.length) - 1;
  if (from > to) return [];
  const first = words[from] as Word;
  const last = words[to] as Word;
  return lines
    .slice(first.line, last.line + 1)
    .map(({ text }, index) => {
      const end = first.line + index === last.line ? last.end : text.length;
      return text.slice(index === 0 ? first.start : 0, end).trim();
    })
    .filter((text) => text !== "");
}

/** The file's text of a window, on one line: with punctuation, without page lines and line-end hyphens. */
function quote(lines: readonly TextLine[], words: readonly Word[], window: Window): string {
  const own = words.slice(window.first, window.last + 1).filter(({ aside }) => aside <= window.most);
  const byLine = new Map<number, Word[]>();
  for (const word of own) {
    const line = byLine.get(word.line);
    if (line === undefined) byLine.set(word.line, [word]);
    else line.push(word);
  }
  return [...byLine]
    .map(([line, inLine]) => piece(lines[line]?.text ?? "", inLine[0] as Word, inLine.at(-1) as Word))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** A range of words with punctuation, and a space unless the last word continues in the next line. */
function piece(line: string, first: Word, last: Word): string {
  const before = /[\p{Ps}\p{Pi}\p{Sc}"']*$/u.exec(line.slice(0, first.start))?.[0] ?? "";
  const after = /^[^\s\p{L}\p{Nd}\p{Ps}\p{Pi}]*/u.exec(line.slice(last.end))?.[0] ?? "";
  const text = `${before}${line.slice(first.start, last.end)}${after}`;
  return last.joins ? text.replace(/[\u2010\u00AD]$/, "") : `${text} `;
}
