import { EXCLUDED_EACH, GROUP_SHARE, type LimitationId, TRUTH } from "./limitations.js";

/**
 * The expected error of a survey's result, in points, where those concerned are less satisfied by `difference`
 * points. Closed forms:
 * - refusals: (1 - r) d for response rate r, since observed = truth + (1 - r) d
 * - left out for the last six months, or not on the telephone: e d for the share e left out
 * - several groups left out: (e + e + ...) d for the share e of each, since shares add up
 * - agents: a d for the share a of interviews that they hold
 * - interviewers who differ: 0, since as many move answers up as down; see `interviewerDesignEffect`
 * - another service: -c d for the share c that answers about it, with which d points fewer are satisfied
 * - a small group: 0 whatever its size; few interviews make it uncertain, not biased
 * - not weighted: (S - s) d for the group's share S of everyone and s of the interviews
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
 * The factor by which interviewer effects increase the variance of a share: 1 + (m - 1) ρ for m interviews each and ρ
 * = d² / (p (1 - p)), the intra-interviewer correlation, where each interviewer moves the share p by d points up or
 * down with equal probability.
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
