import { imbensManskiInterval } from "../../stats/intervals/imbens-manski.js";
import type { FigureSet } from "./ranges.js";

/**
 * What a lost figure says about customers like those interviewed: each of its ranges widened to the 95% interval of Imbens
 * and Manski, with the standard errors that its ends have at the group's interviews divided by the design effect, and cut
 * to 0 and 100. Each range is widened as if it were the one that holds the figure; ranges that meet become one.
 *
 * The ends rest on other figures of the survey too, whose sampling error is left out.
 */
export function customerSet(set: FigureSet, interviews: number, deff: number): FigureSet {
  const standardError = (percent: number) =>
    Math.sqrt((deff * (percent / 100) * (1 - percent / 100)) / interviews);
  const widened: [number, number][] = [];
  for (const [least, greatest] of set) {
    const { low, high } = imbensManskiInterval({
      lower: least / 100,
      upper: greatest / 100,
      standardErrorLower: standardError(least),
      standardErrorUpper: standardError(greatest),
      level: 0.95,
    });
    const [from, to] = [Math.max(0, 100 * low), Math.min(100, 100 * high)];
    const before = widened.at(-1);
    if (before !== undefined && from <= before[1]) before[1] = Math.max(before[1], to);
    else widened.push([from, to]);
  }
  return widened;
}
