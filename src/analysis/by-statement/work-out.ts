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

/** One end of a set of values, with the system that attains it and the proof that nothing lies beyond. */
export interface WorkedEnd {
  readonly end: "low" | "high";
  readonly value: number;
  readonly system: CompleteSystem;
  /** Null where it has too many cases to be read, or cannot be written down. */
  readonly proof: Certificate | null;
}

/** All that is worked out about one question. */
export interface WorkedOut {
  /** The values that are possible, as closed intervals in order; empty where nothing agrees. */
  readonly set: readonly (readonly [number, number])[];
  /** Two ends for each interval, in order. */
  readonly ends: readonly WorkedEnd[];
  /** The same set without each sentence, or each assumption. */
  readonly without: readonly Without[];
  /** A smallest set of statements that cannot all be true, where nothing agrees. */
  readonly conflict: readonly CitedStatement[];
  /** Every statement that an end rests on may be found here by its path. */
  readonly statements: readonly CitedStatement[];
}

/**
 * What the statements leave of one figure or difference, what they would leave without each, and how that is checked by
 * hand. The ends of a hole are those of the problem that takes the figure to lie on their side of it.
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

/** `workOut`, whose answers are kept. */
export const workedOut = memoize(workOut);

/** The problem in which a figure lies in the k-th interval of its set. */
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

/** More cases than this nobody reads. */
const MOST_CASES = 40;

function proofOf(problem: BoundProblem, ask: Ask, end: "low" | "high"): Certificate | null {
  try {
    return certificateOf(problem, ask, end, MOST_CASES);
  } catch {
    // The end was proven by the search; only its proof on paper is not to be had.
    return null;
  }
}
