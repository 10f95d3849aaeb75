import { type BoundProblem, unknownsOf } from "../bounds/index.js";
import type { Disagreement } from "../model/conflict.js";
import { boundsOf } from "./bounds-of.js";

/**
 * A smallest set of statements of a problem that cannot all be true; null where all of them can.
 *
 * @param idOf the recorded number that an unknown stands for; the unknown's own name where left out
 */
export function disagreementIn(
  problem: BoundProblem,
  given: string | null,
  idOf: (unknown: string) => string = (unknown) => unknown,
): Disagreement | null {
  const { feasible, conflict } = boundsOf({ ...problem, ask: [] }, { holes: false, leaveOneOut: false });
  if (feasible) return null;
  return {
    given,
    statements: conflict.map(({ path, name = null, locator = null }) => ({
      says: name,
      locator,
      ids: unknownsOf(problem, path).map(idOf),
    })),
  };
}
