import {
  type Ask,
  type BoundProblem,
  boundProblem,
  boundsWithoutEach,
  type Certificate,
  type CitedStatement,
  type CompleteSystem,
  certificateOf,
  citedStatements,
  type Without,
} from "../../bounds/index.js";
import { memoize } from "../../model/memoize.js";

/** One end of a set, with the system that attains it and the proof that nothing lies beyond. */
export interface WorkedEnd {
  readonly end: "low" | "high";
  readonly value: number;
  readonly system: CompleteSystem;
  /** Null where it has too many cases to read, or no certificate. */
  readonly proof: Certificate | null;
}

/** The full answer to a question. */
export interface WorkedOut {
  /** The possible values, as closed intervals in order; empty where infeasible. */
  readonly set: readonly (readonly [number, number])[];
  /** Two ends for each interval, in order. */
  readonly ends: readonly WorkedEnd[];
  /** The same set without each sentence, or each assumption. */
  readonly without: readonly Without[];
  /** Where infeasible: a smallest set of statements that cannot all be true. */
  readonly conflict: readonly CitedStatement[];
  /** All statements, for looking up paths. */
  readonly statements: readonly CitedStatement[];
}

/**
 * Answers a question about one figure or difference: the possible values, those without each statement, and proofs
 * for checking by hand. The ends of a hole are proven for the problem restricted to their side of it.
 *
 * @throws Error as `boundProblem` does
 */
export function workOut(problem: BoundProblem, ask: Ask): WorkedOut {
  const asked = { ...problem, ask: [ask] };
  const { bounds, conflict } = boundProblem(asked, { leaveOneOut: false });
  const set = bounds[0]?.set ?? [];
  const sides = set.map((_, k) => onSide(asked, ask, set, k));
  return {
    set,
    ends: sides.flatMap(endsOf),
    without: set.length === 0 ? [] : boundsWithoutEach(asked, { sentences: true }),
    conflict,
    statements: citedStatements(sides[0] ?? asked),
  };
}

/** Memoized `workOut`. */
export const workedOut = memoize(workOut);

/** The problem restricted to the k-th interval of the figure's set. */
function onSide(problem: BoundProblem, ask: Ask, set: WorkedOut["set"], k: number): BoundProblem {
  if (set.length === 1 || !("id" in ask)) return problem;
  const middle = (at: number) => ((set[at]?.[1] ?? 0) + (set[at + 1]?.[0] ?? 0)) / 2;
  const range = {
    id: ask.id,
    name: "the side of the gap that is looked at",
    ...(k > 0 ? { low: middle(k - 1) } : {}),
    ...(k < set.length - 1 ? { high: middle(k) } : {}),
  };
  return { ...problem, ranges: [...(problem.ranges ?? []), range] };
}

function endsOf(problem: BoundProblem): WorkedEnd[] {
  const [bound] = boundProblem(problem, { leaveOneOut: false, holes: false, conflict: false }).bounds;
  if (bound === undefined) throw new Error("a system that agrees was found and then lost");
  return (["low", "high"] as const).map((end) => ({
    end,
    value: bound[end],
    system: end === "low" ? bound.attainedLow : bound.attainedHigh,
    proof: proofOf(problem, bound.ask, end),
  }));
}

/** Proofs with more cases are too long to read. */
const MAX_CASES = 40;

function proofOf(problem: BoundProblem, ask: Ask, end: "low" | "high"): Certificate | null {
  try {
    return certificateOf(problem, ask, end, MAX_CASES);
  } catch {
    // The search proved the end; only the written proof is unavailable.
    return null;
  }
}
