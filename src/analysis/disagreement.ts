import { type BoundProblem, smallestDisagreeing, unknownsOf } from "../bounds/index.js";
import { type Disagreement, numbersAsStatements } from "../model/conflict.js";
import { boundsOf } from "./bounds-of.js";

/**
 * A smallest conflict among the statements of a problem; null for none.
 *
 * @param idOf the recorded number that an unknown stands for; the unknown's own name by default
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

/** A recorded number with the ends of its rounding. */
export interface RoundedFigure {
  readonly id: string;
  readonly low: number;
  readonly high: number;
}

/**
 * A smallest conflict among some figures; null for none.
 *
 * @param most what a whole is: a figure that is left out lies anywhere from 0 to it
 * @param agrees whether the figures can all be true
 */
export function disagreementAmong<Name extends string, F extends RoundedFigure>(
  figures: Readonly<Record<Name, F>>,
  most: 1 | 100,
  given: string,
  agrees: (figures: Readonly<Record<Name, F>>) => boolean,
): Disagreement | null {
  if (agrees(figures)) return null;
  const all = Object.entries<F>(figures);
  const found = smallestDisagreeing(all.length, (kept) =>
    agrees(
      Object.fromEntries(
        all.map(([name, figure], i) => [name, kept.has(i) ? figure : { ...figure, low: 0, high: most }]),
      ) as Record<Name, F>,
    ),
  );
  return { given, statements: numbersAsStatements(found.map((i) => (all[i] as [Name, F])[1].id)) };
}

/**
 * Why the weights of two groups do not follow from their figures and the total: roundings overlap, or the total is
 * not between them. Null where they do.
 */
export function disagreementOfWeights(
  both: RoundedFigure,
  a: RoundedFigure,
  b: RoundedFigure,
): Disagreement | null {
  if (overlap(a, b))
    return {
      given: "if what the two groups weigh is to follow from them: their roundings overlap",
      statements: numbersAsStatements([a.id, b.id]),
    };
  if (isMean(both, a, b)) return null;
  return {
    given: "whatever the two groups weigh",
    statements: numbersAsStatements([both.id, a.id, b.id]),
  };
}

type Ends = Pick<RoundedFigure, "low" | "high">;

/** Whether some number of a range is the weighted mean of some numbers of two others. */
export function isMean(mean: Ends, a: Ends, b: Ends): boolean {
  return mean.high >= Math.min(a.low, b.low) && mean.low <= Math.max(a.high, b.high);
}

/** Whether two ranges have a number in common. */
export function overlap(a: Ends, b: Ends): boolean {
  return a.low <= b.high && b.low <= a.high;
}
