import { EXCLUDED_EACH, GROUP_SHARE, type LimitationId, TRUTH } from "./limitations.js";

/**
 * How far the result of a survey is off on average, in points, where `difference` is by how many points those concerned are
 * less satisfied. Closed forms:
 * - refusals: (1 - r) d with the part r that answers, since observed = truth + (1 - r) d
 * - left out for the last six months, or not on the telephone: e d with the part e that is left out
 * - several groups left out: (e + e + ...) d with the part e of each, since parts add up
 * - agents: a d with the part a of interviews that they hold
 * - interviewers who differ: 0, since as many move answers up as down; see `interviewerDesignEffect`
 * - another service: -c d with the part c that answers about it, with which d points fewer are satisfied
 * - a small group: 0 whatever its size; few interviews make it uncertain, not wrong
 * - not weighted: (S - s) d with the group's part S of everyone and s of the interviews
 *
 * @param knob the value of the limitation's knob, percent, interviews or groups
 */
export function expectedError(limitation: LimitationId, knob: number, difference: number): number {
  switch (limitation) {
    case "non-response":
      return ((100 - knob) * difference) / 100;
    case "six-months":
    case "telephone":
    case "agents":
      return (knob * difference) / 100;
    case "options-exclusions":
    case "arrangements-exclusions":
      return (knob * EXCLUDED_EACH * difference) / 100;
    case "confusion":
      return (-knob * difference) / 100;
    case "interviewers":
    case "small-group":
      return 0;
    case "unweighted":
      return ((GROUP_SHARE - knob) * difference) / 100;
  }
}

/**
 * By how much the variance of a share grows because interviewers differ in manner: 1 + (m - 1) ρ with m interviews of each
 * and ρ = d² / (p (1 - p)), the part of the variance of one answer that its interviewer makes, who moves the share p by d
 * points up or down, either as likely.
 *
 * @param each interviews of each interviewer
 * @param difference points up or down
 * @returns the design effect, 1 where nobody differs or each holds one interview
 * Source: Kish (1962), JASA 57(297).
 */
export function interviewerDesignEffect(each: number, difference: number): number {
  const p = TRUTH / 100;
  return 1 + ((each - 1) * (difference / 100) ** 2) / (p * (1 - p));
}
