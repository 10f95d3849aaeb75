import type { Ask, Bound } from "../../bounds/index.js";
import { boundsOf } from "../bounds-of.js";
import type { FeeFacts } from "./facts.js";
import { feeProblem, type Reading } from "./problem.js";

/** The bounds of each question under a reading; null where no figures fit, as numbers filled in may bring about. */
export function solve(facts: FeeFacts, reading: Reading, ask: readonly Ask[]): readonly Bound[] | null {
  // For given weights the figures that fit are a convex set, and one level throughout fits under all: no range has a hole.
  const result = boundsOf(feeProblem(facts, reading, ask), {
    holes: false,
    leaveOneOut: false,
    conflict: false,
  });
  return result.feasible ? result.bounds : null;
}

/** The bounds of one question. */
export function solveOne(facts: FeeFacts, reading: Reading, ask: Ask): Bound | null {
  return solve(facts, reading, [ask])?.[0] ?? null;
}
