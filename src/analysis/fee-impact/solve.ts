import { type Ask, type Bound, boundProblem } from "../../bounds/index.js";
import type { FeeFacts } from "./facts.js";
import { feeProblem, type Reading } from "./problem.js";

/** Answers by their problem: tables are made again and again from the same words. */
const known = new Map<string, readonly Bound[] | null>();

/** The bounds of each question under a reading; null where no figures fit, as numbers filled in may bring about. */
export function solve(facts: FeeFacts, reading: Reading, ask: readonly Ask[]): readonly Bound[] | null {
  const problem = feeProblem(facts, reading, ask);
  const key = JSON.stringify(problem);
  let bounds = known.get(key);
  if (bounds === undefined) {
    // For given weights the figures that fit are a convex set, and one level throughout fits under all: no range has a hole.
    const result = boundProblem(problem, { holes: false, leaveOneOut: false, conflict: false });
    bounds = result.feasible ? result.bounds : null;
    known.set(key, bounds);
  }
  return bounds;
}

/** The bounds of one question. */
export function solveOne(facts: FeeFacts, reading: Reading, ask: Ask): Bound | null {
  return solve(facts, reading, [ask])?.[0] ?? null;
}
