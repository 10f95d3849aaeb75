import { checkSystem } from "./check-system.js";
import type { CompleteSystem } from "./problem.js";
import { type End, endOf, type Solvable, systemAt } from "./solvable.js";
import { valueSet } from "./value-set.js";

/** The answer to a question: both ends, and the possible values as closed intervals in order. */
export interface ValuesOf {
  readonly least: End;
  readonly greatest: End;
  readonly set: readonly (readonly [number, number])[];
}

/** The values that an objective can take; null when infeasible. Holes are searched only where they are possible. */
export function valuesOf(system: Solvable, objective: Float64Array, holes = true): ValuesOf | null {
  const least = endOf(system, objective, "least");
  if (least === null) return null;
  const greatest = endOf(system, objective, "greatest");
  if (greatest === null) throw new Error("a system that agrees was found and then lost");
  const set: ValuesOf["set"] =
    !holes || !hasCases(system)
      ? [[least.proven, greatest.proven]]
      : valueSet(system, objective, least, greatest);
  return { least, greatest, set };
}

/** Whether the feasible set may have holes: one of linear and convex statements cannot. */
function hasCases({ prepared }: Solvable): boolean {
  return prepared?.pieces.some((piece) => piece.cut === undefined) ?? false;
}

/** The system at an end, checked against every statement independently of the search. */
export function checkedSystem(system: Solvable, { x }: End): CompleteSystem {
  const complete = systemAt(system, x);
  const [breach] = checkSystem(system.problem, complete);
  if (breach !== undefined) throw new Error(`the system at an end breaks ${breach.path} by ${breach.by}`);
  return complete;
}
