import { ARRANGEMENTS_EXCLUSIONS, type Exclusion, OPTIONS_EXCLUSIONS } from "./exclusions.js";

/** What a knob of the lab stands for: part of people or interviews, percent, or a number of interviews or of groups. */
export interface Knob {
  readonly label: string;
  readonly unit: "percent" | "interviews" | "groups";
  readonly values: readonly number[];
  /** Of a number of groups: the one that each value adds to those before it. */
  readonly adds?: readonly Exclusion[];
}

/**
 * A limitation that a methodology paper names, as a lab shows it: the part that it concerns is the knob, and how far those
 * concerned differ is the reader's too.
 */
export interface Limitation {
  readonly id: LimitationId;
  readonly label: string;
  /** What differs by the difference, in words that go on: "by 10 points". */
  readonly differs: string;
  readonly knob: Knob;
  /** Limitations of publications that it is made from. */
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

/** Share of yes among everyone, percent: half, where a share has the most room on both sides. A choice. */
export const TRUTH = 50;

/** Interviews of a made-up survey, but where the knob is their number. */
export const INTERVIEWS = 1000;

/** Part of everyone, percent, who belong to the group that is not weighted up. */
export const GROUP_SHARE = 20;

/** Part of everyone, percent, that each of several excluded groups is. No paper prints one. */
export const EXCLUDED_EACH = 5;

/** Points by which those concerned are less satisfied; below 0 they are more satisfied. */
export const DIFFERENCES = [-20, -10, 0, 10, 20] as const;

/** What the labs show first, and what their pages say. */
export const SHOWN = { rate: 20, part: 20, difference: 10, draw: 1, each: 50 } as const;

/** Interviews of a made-up survey under a limitation. */
export const interviewsUnder = (limitation: LimitationId, knob: number): number =>
  limitation === "small-group" ? knob : INTERVIEWS;

const PART = [5, 10, 20, 30, 40];

/** Who refuses, or is not reached; the knob is the part that answers. */
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

/** Who cannot be drawn, in the order in which they are shown. */
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

/** What goes wrong with those who are interviewed, in the order in which it is shown. */
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

/** Limitations of the methodology papers that no lab shows, each with the reason, which the page of the labs gives. */
export const WITHOUT_LAB: ReadonlyMap<string, string> = new Map([
  [
    "arrangements-2019-methodology.limitation.children-decay",
    "it is about totals that were carried forward by a rate, and not about the answers of a survey",
  ],
]);
