import type { Problem } from "../problem.js";

const SHOWN = 20;

/** Problems for the first 20 faults; one more counts the rest. */
export function firstProblems<T>(faults: readonly T[], problemOf: (fault: T) => Problem): Problem[] {
  const problems = faults.slice(0, SHOWN + 1).map(problemOf);
  const next = problems[SHOWN];
  if (next !== undefined) problems[SHOWN] = { ...next, message: `and ${faults.length - SHOWN} more like it` };
  return problems;
}
