import { boundsOf } from "../../analysis/bounds-of.js";
import type { BoundProblem } from "../../bounds/index.js";
import { wilsonInterval } from "../../stats/published/index.js";
import type { Frequencies } from "./charts.js";
import { customerSet } from "./customers.js";
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
