/** A group that a methodology paper says is left out, by the rule of the publication that says so. */
export interface Exclusion {
  readonly rule: string;
  /** Two words or so, for an axis. */
  readonly short: string;
  /** Who they are, in words that go on after "those who". */
  readonly who: string;
}

/** Whom the surveys of Options 2016 leave out, in the order of the paper. */
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

/** Whom the arrangements surveys take out of the sample, in the order of the paper. */
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
