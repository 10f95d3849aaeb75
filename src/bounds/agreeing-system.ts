import { leastObjective } from "./branch-and-bound.js";
import { checkSystem } from "./check-system.js";
import type { BoundProblem, CompleteSystem } from "./problem.js";
import { solvable, systemAt } from "./solvable.js";
import { statementsOf } from "./statements.js";

/**
 * A complete set of percentages and shares that satisfies every statement, re-checked against each; null where none
 * exists. Which of many is returned is arbitrary.
 *
 * @throws RangeError for a problem that is not well formed
 * @throws Error when the linear solver gives up, or the cases to tell apart are too many
 * @example agreeingSystem({ unknowns: [{ id: "a" }], ranges: [{ id: "a", low: 60, high: 60 }] })?.values // { a: 60 }
 */
export function agreeingSystem(problem: BoundProblem): CompleteSystem | null {
  const system = solvable(problem, statementsOf(problem));
  const { prepared } = system;
  if (prepared === null) return null;
  const found = leastObjective(prepared, new Float64Array(prepared.low.length), { anySystem: true });
  if (found === null) return null;
  const complete = systemAt(system, found.x);
  const [breach] = checkSystem(problem, complete);
  if (breach !== undefined) throw new Error(`the system found breaks ${breach.path} by ${breach.by}`);
  return complete;
}
