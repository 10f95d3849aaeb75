import { ARRANGEMENTS_EXCLUSIONS, type Exclusion, OPTIONS_EXCLUSIONS } from "./exclusions.js";

/** The horizontal axis of a lab: a percentage of people or interviews, or a number of interviews or of groups. */
export interface Knob {
  readonly label: string;
  readonly unit: "percent" | "interviews" | "groups";
  readonly values: readonly number[];
  /** For a number of groups: the group that each value adds. */
  readonly adds?: readonly Exclusion[];
}

/**
 * A limitation named by a methodology paper, as a lab shows it. The knob is the share concerned; the reader also
 * chooses how far those concerned differ.
 */
export interface Limitation {
  readonly id: LimitationId;
  readonly label: string;
  /** What differs, continued by "by 10 points". */
  readonly differs: string;
  readonly knob: Knob;
  /** Ids of the publications' limitations that it represents. */
  readonly named: readonly string[];
}

export type LimitationId =
  | "non-response"
  | "six-months"
  | "options-exclusions"
  | "arrangements-exclusions"
  | "telephone"
  | "agents"
  | "confusion"
  | "interviewers"
  | "small-group"
  | "unweighted";

/** Percentage of yes among everyone: half, which leaves the most room on both sides. Our choice. */
export const TRUTH = 50;

/** Interviews per made-up survey, unless the knob is their number. */
export const INTERVIEWS = 1000;

/** Percentage of everyone in the group that is not weighted up. */
export const GROUP_SHARE = 20;

/** Percentage of everyone in each of several excluded groups. No paper prints one. */
export const EXCLUDED_EACH = 5;

/** Points by which those concerned are less satisfied; negative for more satisfied. */
export const DIFFERENCES = [-20, -10, 0, 10, 20] as const;

/** Default values of the labs, which their pages mention. */
export const SHOWN = { rate: 20, part: 20, difference: 10, draw: 1, each: 50 } as const;

/** Interviews per made-up survey under a limitation. */
export const interviewsUnder = (limitation: LimitationId, knob: number): number =>
  limitation === "small-group" ? knob : INTERVIEWS;

const PART = [5, 10, 20, 30, 40];

/** Refusals and non-contacts; the knob is the response rate. */
export const NON_RESPONSE: Limitation = {
  id: "non-response",
  label: "Refusals",
  differs: "those who refused are less satisfied than those who answered",
  knob: { label: "Answer, % of those asked", unit: "percent", values: [10, 20, 30, 50, 70, 90] },
  named: [
    "options-2016-methodology.limitation.1-non-response",
    "arrangements-2019-methodology.limitation.1-non-response",
  ],
};

const severalGroups = (adds: readonly Exclusion[]): Knob => ({
  label: "Left out, each with those before it",
  unit: "groups",
  values: adds.map((_, i) => i + 1),
  adds,
});

/** People who cannot be sampled, in reading order. */
export const LEFT_OUT: readonly Limitation[] = [
  {
    id: "options-exclusions",
    label: "Options: all that are named",
    differs: "those left out are less satisfied than the others",
    knob: severalGroups(OPTIONS_EXCLUSIONS),
    named: ["options-2016-methodology.limitation.5-exclusions"],
  },
  {
    id: "arrangements-exclusions",
    label: "Arrangements: all that are named",
    differs: "those left out are less satisfied than the others",
    knob: severalGroups(ARRANGEMENTS_EXCLUSIONS),
    named: ["arrangements-2019-methodology.limitation.3-exclusions"],
  },
  {
    id: "six-months",
    label: "Asked in the last six months",
    differs: "those left out are less satisfied than the others",
    knob: { label: "Left out, % of clients", unit: "percent", values: PART },
    named: ["options-2016-methodology.limitation.5-exclusions"],
  },
  {
    id: "telephone",
    label: "Only online",
    differs: "those who are only online are less satisfied than callers",
    knob: { label: "Only online, % of clients", unit: "percent", values: PART },
    named: ["arrangements-2019-methodology.limitation.online"],
  },
];

/** Problems with answers, in reading order. */
export const ANSWERS: readonly Limitation[] = [
  {
    id: "agents",
    label: "Agents of the service ask",
    differs: "to an agent people say satisfied more often than they think it",
    knob: { label: "Held by agents, % of interviews", unit: "percent", values: [20, 40, 60, 80, 100] },
    named: [
      "options-2016-methodology.limitation.2-interviewers",
      "options-2016-methodology.limitation.3-dual-role",
      "arrangements-2019-methodology.limitation.2-interviewers",
    ],
  },
  {
    id: "interviewers",
    label: "Interviewers differ",
    differs: "half of the interviewers are told satisfied less often, the other half more often,",
    knob: { label: "Interviews of each interviewer", unit: "interviews", values: [1, 10, 25, 50, 100, 250] },
    named: [
      "options-2016-methodology.limitation.2-interviewers",
      "arrangements-2019-methodology.limitation.2-interviewers",
    ],
  },
  {
    id: "confusion",
    label: "Services are mixed up",
    differs: "fewer are satisfied with the other service, which some answer about,",
    knob: { label: "Answer about the other service, % of clients", unit: "percent", values: PART },
    named: ["options-2016-methodology.limitation.4-confusion"],
  },
  {
    id: "small-group",
    label: "Few interviews",
    differs: "the group is less satisfied than everyone",
    knob: { label: "Interviews of the group", unit: "interviews", values: [10, 25, 50, 100, 200, 400] },
    named: ["options-2016-methodology.limitation.6-some-care", "options-2016.limitation.some-care-sample"],
  },
  {
    id: "unweighted",
    label: "No weights",
    differs: "the group is less satisfied than the others",
    knob: { label: "Of the group, % of interviews", unit: "percent", values: PART },
    named: ["options-2016-methodology.limitation.7-weighting"],
  },
];

/** All but refusals. */
export const LIMITATIONS: readonly Limitation[] = [...LEFT_OUT, ...ANSWERS];

/** Limitations of the methodology papers without a lab, with the reason that the page gives. */
export const WITHOUT_LAB: ReadonlyMap<string, string> = new Map([
  [
    "arrangements-2019-methodology.limitation.children-decay",
    "it is about totals that were carried forward by a rate, and not about the answers of a survey",
  ],
]);
