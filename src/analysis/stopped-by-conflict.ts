import type { Conflict, Disagreement } from "../model/conflict.js";
import { infeasible, type Result } from "../model/result.js";

/** Looks up the places of a disagreement's statements. */
export type Locate = (disagreement: Disagreement | null) => Conflict | null;

/** A possible conflict, and which results it blanks. */
export type Stop = readonly [conflict: Conflict | null, stops: (result: Result) => boolean];

/** Blanks the results that a conflict affects; the first such conflict is the reason. */
export function withConflicts(results: readonly Result[], stops: readonly Stop[]): readonly Result[] {
  const real = stops.filter(([conflict]) => conflict !== null);
  if (real.length === 0) return results;
  return results.map((result): Result => {
    const conflict = real.find(([, isStopped]) => isStopped(result))?.[0] ?? null;
    return conflict === null ? result : { ...infeasible(result), conflict };
  });
}
