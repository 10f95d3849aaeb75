import type { PhraseReading } from "./assumptions.js";

/** An interval whose ends may be open. */
export interface Span {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** The range of a phrase such as "almost four out of ten", with a narrower and a wider reading. */
export interface Phrase {
  readonly phrase: string;
  readonly usual: Span;
  readonly narrow: Span;
  readonly wide: Span;
  /** The reason for this range. */
  readonly why: string;
}

const SPAN = /^([[(])(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)([\])])$/;

/** Parses `[37.5,40)`; null where the text is no interval. */
export function parseSpan(text: string): Span | null {
  const found = SPAN.exec(text);
  if (found === null) return null;
  const [, open, from, to, close] = found as unknown as readonly [string, string, string, string, string];
  const span = { low: Number(from), high: Number(to), lowOpen: open === "(", highOpen: close === ")" };
  return span.low < span.high || (span.low === span.high && !span.lowOpen && !span.highOpen) ? span : null;
}

/** The range of a phrase under the reader's choice. @throws RangeError for a phrase that is not in the table */
export function spanOf(
  phrases: ReadonlyMap<string, Phrase>,
  phrase: string,
  chosen: Readonly<Record<string, PhraseReading>>,
): Span {
  const known = phrases.get(phrase);
  if (known === undefined) throw new RangeError(`no phrase reads "${phrase}"`);
  return known[chosen[phrase] ?? "usual"];
}

/** A span in words: "37.5 to less than 40". */
export function spanInWords({ low, high, lowOpen, highOpen }: Span): string {
  return `${lowOpen ? "more than " : ""}${low} to ${highOpen ? "less than " : ""}${high}`;
}
