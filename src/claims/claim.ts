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

/** A sentence of a publication that numbers could support or refute, in our own words. */
export interface Claim {
  readonly id: string;
  readonly publication: string;
  readonly locator: string;
  /** The sentence that it stands in. */
  readonly sentence: string;
  /** The chart that the sentence describes, or null. */
  readonly chart: string | null;
  readonly statement: string;
  readonly kind: ClaimKind;
  /** The numbers that it uses. */
  readonly values: readonly string[];
  /** The numbers that this sentence itself gives: not known while it is judged. */
  readonly states: readonly string[];
  /** The claim that it says again. */
  readonly restates: string | null;
  /** The set of comparisons that a correction counts it among. */
  readonly family: string | null;
  /** Whether it may serve as a statement about lost numbers when claims on other charts are judged. */
  readonly evidence: boolean;
  /** For a cause: what else could be behind it. */
  readonly alternatives: string | null;
  readonly note: string | null;
}

/**
 * - reproduced: true whatever the rounding and whatever the lost numbers are
 * - consistent: rounding of held numbers makes it true or false
 * - undecidable: some completion of the lost numbers flips it
 * - contradicted: false whatever they are
 * - up-to-design-effect: a difference is significant at any rounding, up to a design effect that is given
 * - not-numbers: no number decides it
 */
export const VERDICTS = [
  "reproduced",
  "up-to-design-effect",
  "consistent",
  "undecidable",
  "contradicted",
  "not-numbers",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What readers see for a verdict. */
export const VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  reproduced: "Holds",
  "up-to-design-effect": "Stands up to a design effect",
  consistent: "Depends on rounding",
  undecidable: "Cannot be checked from the text",
  contradicted: "Does not fit",
  "not-numbers": "Not a question of numbers",
};
