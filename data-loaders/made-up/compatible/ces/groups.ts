import { entryAt } from "../../../../src/model/entry-at.js";
import { type Draft, rowsWhere, valuesOf } from "../draft.js";

/** A group's weights in sum. */
export interface WeightedGroup {
  readonly rows: readonly number[];
  readonly weight: number;
  /** (Σw)² / Σw²: the effective sample size. */
  readonly effective: number;
}

/** The groups of a chart with five bars, in its order. */
export type FiveGroups = readonly [WeightedGroup, WeightedGroup, WeightedGroup, WeightedGroup, WeightedGroup];

/** The group of the rows for which something is true. */
export function groupOf(draft: Draft, isIn: (row: number) => boolean): WeightedGroup {
  const weights = valuesOf(draft, "weight") as number[];
  const rows = rowsWhere(draft, isIn);
  let weight = 0;
  let squares = 0;
  for (const row of rows) {
    weight += entryAt(weights, row);
    squares += entryAt(weights, row) ** 2;
  }
  return { rows, weight, effective: (weight * weight) / squares };
}

/**
 * The standard error of the difference of two group percentages, in points. Estimated before answers are known,
 * assuming that weights are unrelated to them.
 */
export function errorOfDifference(
  a: WeightedGroup,
  b: WeightedGroup,
  percentA: number,
  percentB: number,
): number {
  const variance = (percent: number, { effective }: WeightedGroup) => (percent * (100 - percent)) / effective;
  return Math.sqrt(variance(percentA, a) + variance(percentB, b));
}

/** Number of standard errors for a difference to be surely significant, or surely not, once answers are known. */
export const SURELY = 2.06;
export const SURELY_NOT = 1.8;
