import type { RoundingRule } from "../bounds/index.js";

/** How far the groups' shares of the weights may differ from their shares of the interviews. */
export const SHARE_DISTANCES = ["by-weighting", "interviews", "tenth", "double"] as const;
export type ShareDistance = (typeof SHARE_DISTANCES)[number];

/** In words, after "each group weighs". */
export const SHARES_IN_WORDS: Readonly<Record<ShareDistance, string>> = {
  "by-weighting":
    "within a tenth of its share of the interviews, or half to double where the survey weights on it",
  interviews: "as much as its share of the interviews",
  tenth: "within a tenth of its share of the interviews",
  double: "half to double its share of the interviews",
};

/** How a phrase is read: by its usual, narrower or wider reading in the table of phrases. */
export const PHRASE_READINGS = ["usual", "narrow", "wide"] as const;
export type PhraseReading = (typeof PHRASE_READINGS)[number];

/** Corrections for many comparisons: none, or each at its share of 5% (which is Holm's at its strictest). */
export const CORRECTIONS = ["none", "bonferroni"] as const;
export type Correction = (typeof CORRECTIONS)[number];

/** Assumptions that the reader can change and no text states. Every verdict holds under one set of them. */
export interface Assumptions {
  readonly rounding: Exclude<RoundingRule, "truncated">;
  /** The same for both groups of a pair. 1 is simple random sampling, the most favourable. */
  readonly deff: number;
  readonly shares: ShareDistance;
  /** Readings other than the usual one, by phrase. */
  readonly phrases: Readonly<Record<string, PhraseReading>>;
  readonly correction: Correction;
  /** The number of comparisons to correct for; null: all pairs of the claim's family. */
  readonly comparisons: number | null;
  /** What share of respondents has the other one of its case among them, 0 to 1. */
  readonly paired: number;
  /** How alike the answers of the two of a case are, -1 to 1: below 0 they are opposed. */
  readonly correlation: number;
}

/** The assumptions of pages and reports unless the reader changes them. */
export const DEFAULT_ASSUMPTIONS: Assumptions = {
  rounding: "half-up",
  deff: 1,
  shares: "by-weighting",
  phrases: {},
  correction: "none",
  comparisons: null,
  paired: 0,
  correlation: 0,
};
