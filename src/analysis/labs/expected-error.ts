import { GROUP_SHARE, type LimitationId } from "./limitations.js";

/**
 * How far the result of a survey is off on average, in points, where `difference` is by how many points those concerned are
 * less satisfied. Closed forms:
 * - refusals: (1 - r) d with the part r that answers, since observed = truth + (1 - r) d
 * - left out for the last six months, or not on the telephone: e d with the part e that is left out
 * - agents: a d with the part a of interviews that they hold
 * - a small group: 0 whatever its size; few interviews make it uncertain, not wrong
 * - not weighted: (S - s) d with the group's part S of everyone and s of the interviews
 *
 * @param knob the value of the limitation's knob, percent or interviews
 */
export function expectedError(limitation: LimitationId, knob: number, difference: number): number {
  switch (limitation) {
    case "non-response":
      return ((100 - knob) * difference) / 100;
    case "six-months":
    case "telephone":
    case "agents":
      return (knob * difference) / 100;
    case "small-group":
      return 0;
    case "unweighted":
      return ((GROUP_SHARE - knob) * difference) / 100;
  }
}
