import { checkSystem } from "./check-system.js";
import type { CompleteSystem } from "./problem.js";
import { type End, endOf, type Solvable, systemAt } from "./solvable.js";
import { valueSet } from "./value-set.js";

/** What one question can be: both ends, and the values between as closed intervals in order. */
export interface ValuesOf {
  readonly least: End;
  readonly greatest: End;
  readonly set: readonly (readonly [number, number])[];
}

/** The values that an objective can take; null where nothing agrees. Holes are looked for where there may be any. */
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

/** Whether the systems that agree may leave holes: a system of linear and convex statements cannot. */
function hasCases({ prepared }: Solvable): boolean {
  return prepared?.pieces.some((piece) => piece.cut === undefined) ?? false;
}

/** The system at an end, after a check of every statement that uses nothing of the search. */
export function checkedSystem(system: Solvable, { x }: End): CompleteSystem {
  const complete = systemAt(system, x);
  const [breach] = checkSystem(system.problem, complete);
  if (breach !== undefined) throw new Error(`the system at an end breaks ${breach.path} by ${breach.by}`);
  return complete;
}
