export {
  type Assumptions,
  CORRECTIONS,
  type Correction,
  DEFAULT_ASSUMPTIONS,
  PHRASE_READINGS,
  type PhraseReading,
  SHARE_DISTANCES,
  type ShareDistance,
} from "./assumptions.js";
export { CLAIM_KINDS, type Claim, type ClaimKind, VERDICT_LABELS, VERDICTS, type Verdict } from "./claim.js";
export { conditionCode } from "./code.js";
export { compositionsOf, sumsOf } from "./composition.js";
export { type Condition, idsIn, phrasesIn } from "./condition.js";
export { disagreementAmong, disagreementBehind, NO_AGREEMENT } from "./disagreement.js";
export { FAMILIES, type Family } from "./families.js";
export { calculation, isTrueAt, type Judgement, judge } from "./judge.js";
export { type Judge, judgeOf } from "./judge-of.js";
export type { Ledger } from "./ledger.js";
export { marginOf } from "./margin.js";
export type { Margin } from "./margin-words.js";
export type { Composition, Evidence, RecordedNumber, Sum } from "./numbers.js";
export { type Phrase, parseSpan, type Span } from "./phrase.js";
export { CONDITIONS } from "./predicates/index.js";
export type { Robustness } from "./robustness.js";
export type { Witness } from "./search.js";
