import type { Conflict, Disagreement } from "../model/conflict.js";
import type { Result } from "../model/result.js";
import { infeasible } from "../model/result.js";
import type { Dataset } from "../model/table.js";

/** Gives a disagreement the places of its statements. */
export type Locate = (disagreement: Disagreement | null) => Conflict | null;

/** A conflict, or none, and which results of a finding have no number for it. */
export type Stop = readonly [conflict: Conflict | null, stops: (result: Result) => boolean];

/** The results, with no number where a conflict stops one: the first that does says why. */
export function withConflicts(results: readonly Result[], stops: readonly Stop[]): readonly Result[] {
  const real = stops.filter(([conflict]) => conflict !== null);
  if (real.length === 0) return results;
  return results.map((result): Result => {
    const conflict = real.find(([, isStopped]) => isStopped(result))?.[0] ?? null;
    return conflict === null ? result : { ...infeasible(result), conflict };
  });
}

/**
 * A table without rows where a conflict stops it. Else its rows are made when they are first read: the audit reads results
 * and no rows.
 */
export function tableOr(
  conflict: Conflict | null,
  table: Omit<Dataset, "rows">,
  rows: () => readonly object[],
): Dataset {
  if (conflict !== null) return { ...table, rows: [], conflict };
  let made: Dataset["rows"] | undefined;
  return {
    ...table,
    get rows() {
      made ??= rows() as Dataset["rows"];
      return made;
    },
  };
}
