/**
 * How a published number compares with interviews, in display order, with labels. Numbers read from a file have
 * `no-interviews`; where small groups are suppressed, `withheld` covers that and every other suppressed number.
 */
export const VERDICT_WORDS = {
  differs: "differs",
  agrees: "agrees within rounding",
  "not-held": "not in the text we hold",
  withheld: "too few interviews [c]",
  "no-interviews": "no interviews",
  "no-definition": "not in the codebook",
  "not-published": "not published anywhere",
} as const;

export type InterviewVerdict = keyof typeof VERDICT_WORDS;
