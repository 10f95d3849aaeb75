import { FILLER } from "./piece.js";

/** A typed digit or number word that is no year, date, locator or name of an age group. */
export interface TypedNumber {
  readonly index: number;
  readonly text: string;
}

const UNITS =
  "%|per\\s?cent|points?|interviews?|months?|quarters?|years?|weeks?|days?|customers|parents|clients|people|women|men|times|numbers?|percentages?|pounds?|pence|charts|tables";
const COUNTS =
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
const TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
const LARGE = "dozens?|hundreds?|thousands?|millions?|billions?";
const PARTS = "third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth";

/**
 * Number words. "one" only counts before a unit or in "one in"; otherwise it is a pronoun. A quarter is a calendar
 * period here, so only "a quarter of" is a fraction.
 */
const WORDS = [
  `(?:${TENS})(?:[- ](?:one|${COUNTS}))?`,
  COUNTS,
  LARGE,
  "half|halves|twice|thrice",
  `(?:a|an|one)[- ](?:${PARTS.replace("quarter|", "")})(?!\\s+(?:and|or)\\s)`,
  `(?:a|one)[- ]quarter\\s+of`,
  `one(?=\\s+(?:${UNITS})\\b|\\s+in\\s|-in-)`,
  `zero(?=\\s+(?:${UNITS})\\b)`,
].join("|");

const NUMBER = new RegExp(`\\p{N}[\\p{N}.,]*(?<![.,])|(?<![\\w-])(?:${WORDS})(?![\\w])`, "giu");

const MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
const LOCATORS =
  "Figures?|Tables?|Footnotes?|Charts?|Sections?|Annex(?:es)?|Appendix|Questions?|Pages?|Paragraphs?|Chapters?";
const AGES = "16 to 24|25 to 34|35 to 44|45 to 54|16-24|25-34|35-44|45-54|35-54|(?:35|55) and over";

/** Exempt patterns. */
const EXEMPT = [
  // A year from 1990 to 2030 or a financial year, unless it counts something.
  `(?<![\\p{N}£$.,−-])(?:199\\p{N}|20[012]\\p{N}|2030)(?:/\\p{N}{2})?(?![\\p{N}]|[.,]\\p{N}|\\s*(?:${UNITS})(?!\\w))`,
  `(?<![\\p{N}.,])\\p{N}{1,2} (?:${MONTHS})\\b`,
  `\\b(?:${MONTHS}) \\p{N}{1,2}(?![\\p{N}%]|[.,]\\p{N}|\\s*(?:${UNITS})(?!\\w))`,
  `\\b(?:${LOCATORS}) \\p{N}+(?:(?:, | and | or | to |–)\\p{N}+)*(?![\\p{N}%.]*\\p{N}|%)`,
  `\\b[Aa]ge[sd]? (?:${AGES})(?:(?:, | and | or )(?:${AGES}))*(?!\\s*(?:%|per cent|points))`,
  // URLs and file names.
  "https?://\\S+",
].map((pattern) => new RegExp(pattern, "gu"));

/** Typed numbers that are not exempt. `FILLER` is not part of the text. */
export function typedNumbers(text: string): TypedNumber[] {
  const plain = text.replace(/\s/g, " ");
  const exempt = EXEMPT.flatMap((pattern) => spans(plain, pattern));
  return [...plain.matchAll(NUMBER)]
    .filter(({ index, 0: found }) => !within(exempt, index, index + found.length))
    .map(({ index, 0: found }) => ({ index, text: found.replaceAll(FILLER, "") }));
}

/** Ranges of matches. */
export function spans(text: string, pattern: RegExp): (readonly [number, number])[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length] as const);
}

export function within(places: readonly (readonly [number, number])[], start: number, end: number): boolean {
  return places.some(([from, to]) => from <= start && end <= to);
}
