/** What a knob of the lab stands for: part of people or interviews, percent, or a number of interviews. */
export interface Knob {
  readonly label: string;
  readonly unit: "percent" | "interviews";
  readonly values: readonly number[];
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
  | "agents"
  | "telephone"
  | "small-group"
  | "unweighted";

/** Share of yes among everyone, percent: half, where a share has the most room on both sides. A choice. */
export const TRUTH = 50;

/** Interviews of a made-up survey, but where the knob is their number. */
export const INTERVIEWS = 1000;

/** Part of everyone, percent, who belong to the group that is not weighted up. */
export const GROUP_SHARE = 20;

/** Points by which those concerned are less satisfied; below 0 they are more satisfied. */
export const DIFFERENCES = [-20, -10, 0, 10, 20] as const;

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

/** The other limitations, in the order in which they are shown. */
export const LIMITATIONS: readonly Limitation[] = [
  {
    id: "six-months",
    label: "Who was asked in the last six months is left out",
    differs: "those left out are less satisfied than the others",
    knob: { label: "Left out, % of clients", unit: "percent", values: PART },
    named: ["options-2016-methodology.limitation.5-exclusions"],
  },
  {
    id: "agents",
    label: "Agents of the service are the interviewers",
    differs: "to an agent people say satisfied more often than they think it",
    knob: { label: "Held by agents, % of interviews", unit: "percent", values: [20, 40, 60, 80, 100] },
    named: [
      "options-2016-methodology.limitation.2-interviewers",
      "options-2016-methodology.limitation.3-dual-role",
      "arrangements-2019-methodology.limitation.2-interviewers",
    ],
  },
  {
    id: "telephone",
    label: "Only callers can be drawn",
    differs: "those who are only online are less satisfied than callers",
    knob: { label: "Only online, % of clients", unit: "percent", values: PART },
    named: ["arrangements-2019-methodology.limitation.online"],
  },
  {
    id: "small-group",
    label: "A group has few interviews",
    differs: "the group is less satisfied than everyone",
    knob: { label: "Interviews of the group", unit: "interviews", values: [10, 25, 50, 100, 200, 400] },
    named: ["options-2016-methodology.limitation.6-some-care", "options-2016.limitation.some-care-sample"],
  },
  {
    id: "unweighted",
    label: "Results are not weighted by parent role or region",
    differs: "the group is less satisfied than the others",
    knob: { label: "Of the group, % of interviews", unit: "percent", values: PART },
    named: ["options-2016-methodology.limitation.7-weighting"],
  },
];
