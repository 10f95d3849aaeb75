/** A line of a file as its reader gives it; `page` counts from 1 where the file has pages. */
export interface TextLine {
  readonly text: string;
  readonly page?: number;
}

/** A word of a file, normalised, and where it stands. */
export interface Word {
  readonly text: string;
  /** Index of its line, and its character range there. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Whether the next word continues it: after a hyphen followed by space, or within a broken address. */
  readonly joins: boolean;
  readonly aside: Aside;
}

/**
 * How likely a word is not part of the text: 0 part of it; 1 perhaps not: a list mark, a footnote mark, a word of a
 * line that a few pages repeat; 2 surely not: of a line that many pages repeat.
 */
export type Aside = 0 | 1 | 2;

/** A word as compared: one `Word`, or several joined by hyphens. */
export interface ComparedWord {
  readonly text: string;
  /** Indexes of its first and last `Word`. */
  readonly first: number;
  readonly last: number;
}

/**
 * The words of lines. Text is normalised so that one sentence has the same words in plain text, HTML and PDF:
 *
 * - letters and digits alone make words: quotes, brackets, bullets and all other marks only part them;
 * - case, accents and ligatures are undone: "Oﬃce" is "office" (NFKD without combining marks, in lower case);
 * - an apostrophe within a word is left out, in each of its forms: "don’t" is "dont";
 * - a hyphen within a word, or a dash without space around it, is left out: "no-one" is "noone", "16–24" is "1624". So is
 *   a hyphen with space behind it, since it may end a line: "repre- sentative". A dash with space before it parts words;
 * - invisible characters are left out, among them soft hyphens;
 * - raised digits are no words; digits right after a bracket, a quote or a full stop, in square brackets, or at the end of a
 *   word of three letters or more are footnote marks and no words either: "staff1" is "staff";
 * - a web address that is broken in the middle of a word goes on in the next line;
 * - a number or letter that marks an item of a list at the start of a line is no word: "1.", "(b)", "o".
 *
 * @param asideOf whether a whole line, by its index, is aside
 */
export function wordsOf(lines: readonly TextLine[], asideOf: (line: number) => Aside = () => 0): Word[] {
  const isBroken = brokenAddresses(lines, asideOf);
  return lines.flatMap(({ text }, line) => {
    const aside = asideOf(line);
    const mark = LIST_MARK.exec(text)?.[0].length ?? 0;
    return [...text.matchAll(WORD)].flatMap((match) => {
      const normalised = normalise(match[0]);
      if (normalised === "") return [];
      const { index: start } = match;
      const end = start + match[0].length;
      return {
        text: normalised,
        line,
        start,
        end,
        joins: JOINS.test(text.slice(end)) || (isBroken.has(line) && text.slice(end).trim() === ""),
        aside: aside === 0 && (start < mark || isFootnoteMark(text, start, end)) ? 1 : aside,
      };
    });
  });
}

/** The words as compared: joined at hyphens, without footnote marks and words more aside than `most`. */
export function comparedWords(words: readonly Word[], most: Aside): ComparedWord[] {
  const compared: ComparedWord[] = [];
  let open: ComparedWord | null = null;
  for (const [index, { text, joins, aside }] of words.entries()) {
    if (aside > most) continue;
    const word: ComparedWord =
      open === null
        ? { text, first: index, last: index }
        : { text: open.text + text, first: open.first, last: index };
    open = joins ? word : null;
    if (!joins) compared.push(word);
  }
  if (open !== null) compared.push(open);
  return compared.map((word) => ({ ...word, text: word.text.replace(GLUED_MARK, "$1") }));
}

const CHARACTER = "[\\p{L}\\p{M}\\p{Nd}\\p{Nl}]";
const WITHIN = "['’‘‛`´′＇‐‑–−-]";

/** Letters and digits with at most one apostrophe or hyphen, and any invisible characters, between two. */
const WORD = new RegExp(
  `${CHARACTER}+(?:(?:\\p{Cf}+(?:${WITHIN}\\p{Cf}*)?|${WITHIN}\\p{Cf}*)${CHARACTER}+)*`,
  "gu",
);

/** Follows a word that continues: a hyphen or dash at the end of the line, or a hyphen and space. */
const JOINS = new RegExp(
  `^\\p{Cf}*(?:[‐‑–−-]\\p{Cf}*\\s*$|\\u00AD\\s*$|[‐‑\\u00AD-]\\s+(?=${CHARACTER}))`,
  "u",
);

const LIST_MARK = /^[^\p{L}\p{N}(]*(?:\(?\d{1,2}[.)]|\(?[a-z]\)|o)\s+(?=\S)/iu;

/** A footnote mark glued to a word by copying. */
const GLUED_MARK = /^(\p{L}{3,})\d{1,2}$/u;

/** The lines that end within a web address: the next line, skipping page lines, starts like its continuation. */
function brokenAddresses(lines: readonly TextLine[], asideOf: (line: number) => Aside): Set<number> {
  const broken = new Set<number>();
  let open: number | null = null;
  for (const [line, { text }] of lines.entries()) {
    if (text.trim() === "" || asideOf(line) > 0) continue;
    const goesOn: boolean = open !== null && REST_OF_ADDRESS.test(text);
    if (open !== null && goesOn && ENDS_IN_WORD.test(lines[open]?.text ?? "")) broken.add(open);
    open = ADDRESS_AT_END.test(text) || (goesOn && !/\S\s+\S/.test(text)) ? line : null;
  }
  return broken;
}

const ADDRESS_AT_END = /(?:https?:\/\/|www\.)\S*\s*$/iu;
const REST_OF_ADDRESS = /^\s*[\p{L}\p{N}]+[/_.-](?!\/)\S/u;
const ENDS_IN_WORD = /[\p{L}\p{N}]\s*$/u;

function normalise(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}\p{Nl}]|\u02BC/gu, "");
}

function isFootnoteMark(line: string, start: number, end: number): boolean {
  if (!/^\d{1,2}$/.test(line.slice(start, end))) return false;
  const before = line.slice(Math.max(0, start - 2), start);
  const after = line.charAt(end);
  if (before.endsWith("[") && after === "]") return true;
  return /[^\s\p{Nd}][)\]’”"'.,;:?!]$/u.test(before) && !/[\p{L}\p{Nd}%/]/u.test(after);
}

/** Converts raised digits to superscript digits, which mark footnotes; leaves other text. */
export function raised(text: string): string {
  return /^\s*\[?\d{1,3}\]?\s*$/.test(text)
    ? text.replace(/\D/g, "").replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)))
    : text;
}
