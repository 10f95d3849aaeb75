/** A group that a methodology paper excludes, and the publication's rule. */
export interface Exclusion {
  readonly rule: string;
  /** Axis label of about two words. */
  readonly short: string;
  /** Continues "those who". */
  readonly who: string;
}

/** The exclusions of the surveys of Options 2016, in the paper's order. */
export const OPTIONS_EXCLUSIONS: readonly Exclusion[] = [
  {
    rule: "options-2016-methodology.rule.exclusion-language",
    short: "no English",
    who: "do not speak English",
  },
  {
    rule: "options-2016-methodology.rule.exclusion-violent",
    short: "violence",
    who: "are thought to be potentially violent",
  },
  {
    rule: "options-2016-methodology.rule.exclusion-permission",
    short: "no consent",
    who: "did not agree to be contacted for research",
  },
  {
    rule: "options-2016-methodology.rule.exclusion-no-contact-details",
    short: "no address",
    who: "have no known address or number",
  },
  {
    rule: "options-2016-methodology.rule.exclusion-recent-survey",
    short: "six months",
    who: "were approached for a survey in the last six months",
  },
];

/** The exclusions of the arrangements surveys, in the paper's order. */
export const ARRANGEMENTS_EXCLUSIONS: readonly Exclusion[] = [
  {
    rule: "arrangements-2019-methodology.rule.exclusion-language",
    short: "no English",
    who: "do not speak English",
  },
  {
    rule: "arrangements-2019-methodology.rule.exclusion-permission",
    short: "no consent",
    who: "did not agree to the use of their answers",
  },
  {
    rule: "arrangements-2019-methodology.rule.exclusion-no-arrangement-declared",
    short: "arrangement?",
    who: "declared no kind of arrangement",
  },
  {
    rule: "arrangements-2019-methodology.rule.exclusion-no-children-declared",
    short: "children?",
    who: "did not say for how many children",
  },
];
