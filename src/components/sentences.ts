/** Start and end (exclusive) of a sentence in its text. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Words that start sentences here: a full stop before one of them ends a sentence. */
const OPENERS = new Set(
  "a all an and any as at beyond both but by each for from given he her here his how if in it its many most no nobody none not nothing of on one or our over she so some such that the their then there these they this those to under until up we what when where which who why with without you your".split(
    " ",
  ),
);

/** Abbreviations that never end a sentence. */
const NEVER = new Set(["e.g", "i.e", "cf", "vs", "v", "mr", "mrs", "ms", "dr", "prof", "st", "approx", "ca"]);

/** Abbreviations that end a sentence only before one of `OPENERS`. */
const SELDOM = new Set(["al", "etc", "a.m", "p.m", "u.s", "u.k", "jr", "sr", "inc", "ltd", "co"]);

/** Abbreviations before a number. */
const NUMBERED = new Set(["no", "nos", "fig", "figs", "p", "pp", "vol", "ch", "sec", "eq", "para"]);

/**
 * The sentences of a text, without the spaces between them. A sentence ends at a full stop, question or exclamation
 * mark, including closing quotes and brackets, when a space and anything but a lower-case letter follow. Decimals,
 * abbreviations and initials do not end one. A text without an end, such as a title or a cell, is one sentence.
 *
 * @example splitSentences("It fell by 3.9 points, e.g. in May. Then it rose.").length // 2
 */
export function splitSentences(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = text.search(/\S/);
  if (start < 0) return found;
  for (const match of text.matchAll(/[.!?…]+[”’"')\]]*(\s+)(?=\S)/g)) {
    const next = match.index + match[0].length;
    if (next <= start || !endsBefore(text.slice(start, match.index), match[0], text.slice(next))) continue;
    found.push({ start, end: next - (match[1] ?? "").length });
    start = next;
  }
  found.push({ start, end: text.trimEnd().length });
  return found;
}

/** Whether the punctuation `mark` between `before` and `after` ends a sentence. */
function endsBefore(before: string, mark: string, after: string): boolean {
  const opening = after.replace(/^[“‘"'([]+/, "");
  if (/^[\p{Ll},;:)]/u.test(opening)) return false;
  if (!mark.startsWith(".") || mark.startsWith("..")) return true;
  const word = /[\p{L}.]*$/u.exec(before)?.[0] ?? "";
  const opens = OPENERS.has(/^[\p{L}]+/u.exec(opening)?.[0].toLowerCase() ?? "");
  const known = word.toLowerCase();
  if (NEVER.has(known)) return false;
  if (NUMBERED.has(known)) return !/^\d/.test(opening);
  if (SELDOM.has(known) || /^(?:\p{Lu}|\p{L}\.\p{L})$/u.test(word)) return opens;
  return true;
}
