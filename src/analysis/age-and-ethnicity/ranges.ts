import type { BoundProblem } from "../../bounds/index.js";
import { wilsonInterval } from "../../stats/published/index.js";
import { boundsOf } from "../bounds-of.js";
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
export function rangeColumns(group: GroupFigure, set: FigureSet | undefined, deff: number) {
  const { value, words, low, high, interviews, label } = group;
  const shown = { group: group.group, label, words, value, interviews };
  if (value !== null) {
    const sample = wilsonInterval(value / 100, interviews, { deff });
    return {
      ...shown,
      kind: "published" as const,
      ...{ low, high, hole_low: null, hole_high: null },
      sample_low: 100 * sample.low,
      sample_high: 100 * sample.high,
    };
  }
  const hole = set?.length === 2;
  return {
    ...shown,
    kind: "bounded" as const,
    low: set?.[0]?.[0] ?? null,
    high: set?.at(-1)?.[1] ?? null,
    hole_low: hole ? (set[0]?.[1] ?? null) : null,
    hole_high: hole ? (set[1]?.[0] ?? null) : null,
    sample_low: null,
    sample_high: null,
  };
}
