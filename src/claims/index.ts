export {
  type Assumptions,
  CORRECTIONS,
  type Correction,
  DEFAULT_ASSUMPTIONS,
  PHRASE_READINGS,
  type PhraseReading,
  SHARE_DISTANCES,
  SHARES_IN_WORDS,
  type ShareDistance,
} from "./assumptions.js";
export {
  BASES_OF_VERDICT,
  CLAIM_KINDS,
  type Claim,
  type ClaimKind,
  CONCERN_LABELS,
  CONCERNS,
  type Concern,
  type Reading,
  VERDICT_LABELS,
  VERDICTS,
  type Verdict,
  type VerdictBasis,
  WEIGHTS,
  type Weight,
} from "./claim.js";
export { conditionCode } from "./code.js";
export { concernOf, weightOf } from "./concern.js";
export { type Condition, idsIn, phrasesIn } from "./condition.js";
export { disagreementAmong, disagreementBehind, NO_AGREEMENT } from "./disagreement.js";
export {
  calculation,
  isTrueAt,
  type Judged,
  type JudgedReading,
  type Judgement,
  judge,
} from "./judge.js";
export { type Judge, judgeOf } from "./judge-of.js";
export { entryOf, type Ledger, makeLedger, soleCondition } from "./ledger.js";
export { marginOf } from "./margin.js";
export type { Margin } from "./margin-words.js";
export type { Composition, Evidence, RecordedNumber, Sum } from "./numbers.js";
export { type Phrase, parseSpan, type Span } from "./phrase.js";
export { OUTSIDE, PREDICATES, SURVEY_RULES } from "./predicates/index.js";
export type { Robustness } from "./robustness.js";
export type { Witness } from "./search.js";
export type { DeclaredSum, Family, SurveyRules } from "./survey-rules.js";
