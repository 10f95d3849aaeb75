import { boundsOf } from "../../analysis/bounds-of.js";
import type { BoundProblem } from "../../bounds/index.js";
import { imbensManskiInterval } from "../../stats/intervals/imbens-manski.js";
import { wilsonInterval } from "../../stats/published/index.js";
import type { Frequencies } from "./charts.js";
import type { GroupFigure } from "./facts.js";

/** The figures that fit, as closed intervals in order; empty where no figures agree with all statements. */
export type FigureSet = readonly (readonly [number, number])[];

/** What each figure asked for can be, under one problem. */
export function figureSets(
  problem: BoundProblem,
  groups: readonly GroupFigure[],
): ReadonlyMap<string, FigureSet> {
  const ask = groups.map(({ code }) => ({ id: code }));
  const { bounds } = boundsOf({ ...problem, ask }, { leaveOneOut: false, conflict: false });
  return new Map(groups.map(({ code }, i) => [code, bounds[i]?.set ?? []]));
}

/** The columns that a range or a held figure has in a row. */
export function rangeColumns(
  group: GroupFigure,
  set: FigureSet | undefined,
  deff: number,
  charts: Frequencies | null,
) {
  const { value, words, low, high, interviews, label } = group;
  const shown = { group: group.group, label, words, value, interviews };
  if (value !== null) {
    const sample = wilsonInterval(value / 100, interviews, { deff });
    return {
      ...shown,
      kind: "published" as const,
      ...{ low, high, hole_low: null, hole_high: null },
      ...{ customers_low: null, customers_high: null, customers_hole_low: null, customers_hole_high: null },
      charts: null,
      sample_low: 100 * sample.low,
      sample_high: 100 * sample.high,
    };
  }
  const customers = endsOf(customerSet(set ?? [], interviews, deff));
  const frequency = charts?.get(group.code) ?? [];
  return {
    ...shown,
    kind: "bounded" as const,
    ...endsOf(set ?? []),
    customers_low: customers.low,
    customers_high: customers.high,
    customers_hole_low: customers.hole_low,
    customers_hole_high: customers.hole_high,
    charts: frequency.length === 0 ? null : frequency.map((pair) => pair.join(":")).join(" "),
    sample_low: null,
    sample_high: null,
  };
}

/** The least and greatest of a set, and the hole where it has two parts. */
function endsOf(set: FigureSet) {
  const hole = set.length === 2;
  return {
    low: set[0]?.[0] ?? null,
    high: set.at(-1)?.[1] ?? null,
    hole_low: hole ? (set[0]?.[1] ?? null) : null,
    hole_high: hole ? (set[1]?.[0] ?? null) : null,
  };
}

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
