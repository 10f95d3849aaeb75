import type { BoundProblem } from "./problem.js";
import { isFeasible, solvable } from "./solvable.js";
import type { Statement } from "./statements.js";

/**
 * A smallest set of statements that cannot all be true, by number: the implicit hitting set method (Ignatiev,
 * Previti, Liffiton and Marques-Silva 2015).
 *
 * Correction sets are sets of statements whose removal makes the rest feasible; every conflict contains a member of
 * each. Each round tries a smallest set that hits all correction sets found so far. If it is infeasible, it is a
 * smallest conflict. Otherwise it is grown to a maximal feasible set, whose complement is a new correction set.
 *
 * @throws Error when the problem agrees
 */
export function smallestConflict(problem: BoundProblem, statements: readonly Statement[]): number[] {
  return smallestDisagreeing(statements.length, (kept) =>
    isFeasible(solvable(problem, statements, (i) => kept.has(i))),
  );
}

/**
 * Like `smallestConflict`, for statements of any kind.
 *
 * @param count the number of statements
 * @param agrees whether those kept can all be true: true of none, and of any part of what it is true of
 * @throws Error when all agree
 * @example smallestDisagreeing(3, (kept) => !(kept.has(0) && kept.has(2))) // [0, 2]
 */
export function smallestDisagreeing(count: number, agrees: (kept: ReadonlySet<number>) => boolean): number[] {
  const collections: number[][] = [];
  for (;;) {
    const tried = smallestMeeting(collections);
    const kept = new Set(tried);
    if (!agrees(kept)) return tried;
    const left: number[] = [];
    for (let i = 0; i < count; i++) {
      if (kept.has(i)) continue;
      kept.add(i);
      if (agrees(kept)) continue;
      kept.delete(i);
      left.push(i);
    }
    if (left.length === 0) throw new Error("the statements agree");
    collections.push(left);
  }
}

/** A smallest hitting set of the collections. */
function smallestMeeting(collections: readonly (readonly number[])[]): number[] {
  for (let size = 0; ; size++) {
    const found = meeting(collections, [], size);
    if (found !== null) return found.toSorted((a, b) => a - b);
  }
}

function meeting(
  collections: readonly (readonly number[])[],
  chosen: readonly number[],
  size: number,
): number[] | null {
  const missed = collections.find((c) => !c.some((i) => chosen.includes(i)));
  if (missed === undefined) return [...chosen];
  if (chosen.length === size) return null;
  for (const i of missed) {
    const found = meeting(collections, [...chosen, i], size);
    if (found !== null) return found;
  }
  return null;
}
