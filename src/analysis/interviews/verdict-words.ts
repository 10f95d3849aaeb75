/**
 * How a number of a publication can stand to the one that interviews give, in the order in which a reader wants to see them,
 * with what readers are told. Those of a file have `no-interviews`; where small groups are kept back, `withheld` stands for
 * that and for every number that disclosure control does not let through.
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
