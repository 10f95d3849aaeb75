export const CLAIM_KINDS = [
  "level",
  "comparison",
  "trend",
  "extreme",
  "composition",
  "rounding",
  "significance",
  "cause",
  "definition",
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** What is at issue if a claim does not simply hold. */
export const CONCERNS = ["arithmetic", "base", "wording", "date", "inference", "other-source"] as const;
export type Concern = (typeof CONCERNS)[number];

/** What readers see for a concern. */
export const CONCERN_LABELS: Readonly<Record<Concern, string>> = {
  arithmetic: "arithmetic",
  base: "base",
  wording: "wording",
  date: "date",
  inference: "inference",
  "other-source": "other source",
};

/** What depends on the claim: a conclusion of the publication, or only a number. */
export const WEIGHTS = ["conclusion", "number"] as const;
export type Weight = (typeof WEIGHTS)[number];

/** One fair way to take a sentence. Its predicate stands under its id. */
export interface Reading {
  readonly id: string;
  /** The claim in this reading, in our own words. */
  readonly statement: string;
  /** The place in the same publication that allows the reading. */
  readonly warrant: string;
}

/** A sentence of a publication that numbers could support or refute, in our own words. */
export interface Claim {
  readonly id: string;
  readonly publication: string;
  /** The publication, or its main report for a background paper: the two never confirm each other. */
  readonly work: string;
  readonly locator: string;
  /** The sentence that contains it. */
  readonly sentence: string;
  /** The chart that the sentence describes, or null. */
  readonly chart: string | null;
  readonly statement: string;
  readonly kind: ClaimKind;
  /** The numbers that it uses. */
  readonly values: readonly string[];
  /** The numbers that the sentence itself gives: treated as unknown while it is judged. */
  readonly states: readonly string[];
  /** The claim that it repeats. */
  readonly restates: string | null;
  /** The family of comparisons for corrections. */
  readonly family: string | null;
  /** Whether it is evidence about lost numbers when claims on other charts are judged. */
  readonly evidence: boolean;
  /** For a cause: other possible explanations. */
  readonly alternatives: string | null;
  readonly note: string | null;
  /** The ambiguous words, in our own words; null where there is one reading. */
  readonly disputed: string | null;
  /** The fair ways to take it: none, or two and more. */
  readonly readings: readonly Reading[];
  /** Null for the default by the kind of claim and of numbers. */
  readonly concern: Concern | null;
  readonly weight: Weight | null;
}

/**
 * - reproduced: true whatever the rounding and whatever the lost numbers are
 * - up-to-design-effect: a difference is significant at any rounding, up to a design effect that is given
 * - consistent: rounding of held numbers makes it true or false
 * - reading: false in one fair reading and not in another
 * - undecidable: some completion of the lost numbers flips it
 * - other-source: only a source outside the publication differs
 * - contradicted: false whatever the numbers are, in every fair reading
 * - not-numbers: no number decides it
 */
export const VERDICTS = [
  "reproduced",
  "up-to-design-effect",
  "consistent",
  "reading",
  "undecidable",
  "other-source",
  "contradicted",
  "not-numbers",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What readers see for a verdict. */
export const VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  reproduced: "Holds",
  "up-to-design-effect": "Stands up to a design effect",
  consistent: "Depends on rounding",
  reading: "Depends on the reading",
  undecidable: "Cannot be checked from the text",
  "other-source": "Another source differs",
  contradicted: "Does not fit",
  "not-numbers": "Not a question of numbers",
};

/** How a verdict was reached: computed from numbers, judged by the meaning of words, or neither. */
export const BASES_OF_VERDICT = ["computed", "by-reading", "none"] as const;
export type VerdictBasis = (typeof BASES_OF_VERDICT)[number];
