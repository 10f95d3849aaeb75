import { assertProportion } from "../numeric/check.js";

/**
 * What a difference in mix explains of a difference between two groups: (share in a - share in b) times the gap between
 * the two parts. It is the composition part of a Kitagawa decomposition whose rates are those of everyone, so it says
 * what the gap would be if each part were as satisfied in both groups.
 *
 * @param shareInA share of the first part in group a, 0 to 1
 * @param shareInB share of the first part in group b, 0 to 1
 * @param first proportion of everyone in the first part
 * @param second proportion of everyone in the second part
 * @returns a difference of proportions
 * Source: Kitagawa (1955), JASA 50(272), with the pooled rates as the standard.
 */
export function mixExplains(shareInA: number, shareInB: number, first: number, second: number): number {
  assertProportion(shareInA, "shareInA");
  assertProportion(shareInB, "shareInB");
  assertProportion(first, "first");
  assertProportion(second, "second");
  return (shareInA - shareInB) * (first - second);
}
