import { INTERVIEW_WORTH, type InterviewWorth } from "../analysis/interview-worth.js";
import type { Options } from "../model/variants.js";
import type { Control, DesignEffectEnd } from "./figure.js";

/** What each interview was worth: a design effect of 1, 1.5, 2 or 3. */
export const INTERVIEW_CONTROL: Control = {
  name: "interview",
  type: "choice",
  legend: "Each interview was worth",
  options: INTERVIEW_WORTH.map(({ code, label, deff }) =>
    deff === 1 ? { code, label, deff, note: "the most favourable" } : { code, label, deff },
  ),
  default: "full",
};

/**
 * The tightest limit on the design effect in the 2023/24 survey: internet access, whose gap the report calls
 * significant. Design effects differ between questions, so it limits no other figure.
 */
export const INTERNET_END: DesignEffectEnd = {
  result: "online.critical-design-effect",
  says: "Of all that this survey’s text calls significant and gives numbers for, internet access ends first: at {{online.critical-design-effect}} as printed, {{online.critical-design-effect.best}} at the most favourable rounding. Design effects differ between questions.",
  beyond: "beyond internet access",
};

/** The chosen design effect. */
export function interviewWorth(state: Options): InterviewWorth {
  return (state[INTERVIEW_CONTROL.name] ?? INTERVIEW_CONTROL.default) as InterviewWorth;
}

/** Whether the whole-percentage charts that fit are counted. */
export const COUNTING_CONTROL: Control = {
  name: "counting",
  type: "tick",
  legend: "Counting charts, not chances",
  options: [
    { code: "no", label: "not counted" },
    { code: "yes", label: "counted" },
  ],
  default: "no",
  isView: true,
};

export function isCounting(state: Options): boolean {
  return state[COUNTING_CONTROL.name] === "yes";
}
