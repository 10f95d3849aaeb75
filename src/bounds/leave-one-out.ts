import type { Ask, BoundProblem } from "./problem.js";
import { askObjective, endOf, objectiveRow, solvable } from "./solvable.js";
import type { Statement } from "./statements.js";

const CHANGE = 0.001;

/**
 * For each question the numbers of the statements whose removal alone moves an end, or closes a hole, by more than
 * 0.001. Of two equivalent statements neither is listed.
 */
export function leaveOneOut(
  problem: BoundProblem,
  statements: readonly Statement[],
  asks: readonly Ask[],
  sets: readonly (readonly (readonly [number, number])[])[],
): number[][] {
  const restsOn: number[][] = asks.map(() => []);
  statements.forEach((_, left) => {
    const without = solvable(problem, statements, (i) => i !== left);
    asks.forEach((ask, a) => {
      const objective = askObjective(without, ask);
      const set = sets[a];
      const moved = (side: "least" | "greatest", end: number) => {
        const now = endOf(without, objective, side);
        return now !== null && Math.abs(now.proven - end) > CHANGE;
      };
      const filled = (from: number, to: number) =>
        endOf(without, objective, "least", {
          extra: [objectiveRow(objective, from + CHANGE, to - CHANGE)],
          anySystem: true,
        }) !== null;
      const changed =
        moved("least", set[0]?.[0] ?? 0) ||
        moved("greatest", set.at(-1)?.[1] ?? 100) ||
        set.slice(1).some(([from], k) => filled(set[k][1], from));
      if (changed) restsOn[a].push(left);
    });
  });
  return restsOn;
}
