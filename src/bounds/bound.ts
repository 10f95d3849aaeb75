import { checkSystem } from "./check-system.js";
import { smallestConflict } from "./conflict.js";
import { leaveOneOut } from "./leave-one-out.js";
import type { Ask, BoundProblem, CitedStatement, CompleteSystem } from "./problem.js";
import { askObjective, type End, endOf, isFeasible, type Solvable, solvable, systemAt } from "./solvable.js";
import { type Statement, statementsOf } from "./statements.js";
import { valueSet } from "./value-set.js";

/** What the statements leave open about one question. */
export interface Bound {
  readonly ask: Ask;
  /** No system that agrees lies below `low` or above `high`; the attained systems come within 0.001 of them. */
  readonly low: number;
  readonly high: number;
  /** The values that are possible, as closed intervals in order. */
  readonly set: readonly (readonly [number, number])[];
  readonly attainedLow: CompleteSystem;
  readonly attainedHigh: CompleteSystem;
  readonly exact: true;
  /** The statements without which an end or a hole would move by more than 0.001. */
  readonly restsOn: readonly CitedStatement[];
}

export interface BoundResult {
  readonly feasible: boolean;
  readonly bounds: readonly Bound[];
  /** All statements that some bound rests on. */
  readonly restsOn: readonly CitedStatement[];
  /** Where nothing agrees: a smallest set of statements that cannot all be true. */
  readonly conflict: readonly CitedStatement[];
}

export interface BoundOptions {
  /** Whether holes are looked for; otherwise each set is its one interval. On by default. */
  readonly holes?: boolean;
  /** Whether each statement is left out in turn; otherwise `restsOn` is empty. On by default. */
  readonly leaveOneOut?: boolean;
  /** Whether a smallest conflict is sought where nothing agrees; otherwise `conflict` is empty. On by default. */
  readonly conflict?: boolean;
}

/**
 * The smallest and largest value of each figure asked for, over every complete set of percentages and shares that agrees
 * with the statements, with the systems that attain them, the holes between, the statements that the ends rest on and,
 * where nothing agrees, a smallest set of statements that cannot all be true.
 *
 * Bounds are those of the closed set: "above" and "at least" are the same, and a difference of just the least significant
 * size counts as significant (not of 0 from 0 or 100 from 100). They are bounds of what was found in the survey; they
 * carry no sampling error.
 *
 * Shares that serve several identities, or are both near their bases and in order, may have any number of printed parts
 * and at most 8 others in an identity; with many that are tied by order or significance the search can take long.
 *
 * @throws RangeError for a problem that is not well formed
 * @throws Error when the linear solver gives up, or the cases to tell apart are too many
 * @example
 * boundProblem({
 *   unknowns: [{ id: "men" }],
 *   identities: [{ total: { printed: "39" }, parts: [{ printed: "47", base: 1 }, { id: "men", base: 1 }], shareTolerance: 0 }],
 *   ask: [{ id: "men" }],
 * }).bounds[0] // low 29.5, high 32.5: 2 times 38.5 to 39.5, less 46.5 to 47.5
 */
export function boundProblem(problem: BoundProblem, options: BoundOptions = {}): BoundResult {
  const statements = statementsOf(problem);
  const asks = problem.ask ?? problem.unknowns.map(({ id }) => ({ id }));
  const system = solvable(problem, statements);
  const cite = (i: number): CitedStatement => {
    const { put: _, ...citation } = statements[i] as Statement;
    return citation;
  };
  const objectives = asks.map((ask) => askObjective(system, ask));
  if (!isFeasible(system)) {
    const conflict = options.conflict === false ? [] : smallestConflict(problem, statements);
    return { feasible: false, bounds: [], restsOn: [], conflict: conflict.map(cite) };
  }
  const ends = objectives.map((objective) => ({
    least: proved(endOf(system, objective, "least")),
    greatest: proved(endOf(system, objective, "greatest")),
  }));
  const sets = ends.map(({ least, greatest }, a): (readonly [number, number])[] =>
    options.holes === false || !hasCases(system)
      ? [[least.proven, greatest.proven]]
      : valueSet(system, objectives[a] as Float64Array, least, greatest),
  );
  const restsOn =
    options.leaveOneOut === false ? asks.map(() => []) : leaveOneOut(problem, statements, asks, sets);
  const bounds = asks.map((ask, a): Bound => {
    const { least, greatest } = ends[a] as { least: End; greatest: End };
    return {
      ask,
      low: least.proven,
      high: greatest.proven,
      set: sets[a] ?? [],
      attainedLow: checked(system, least),
      attainedHigh: checked(system, greatest),
      exact: true,
      restsOn: (restsOn[a] ?? []).map(cite),
    };
  });
  const all = [...new Set(restsOn.flat())].sort((a, b) => a - b);
  return { feasible: true, bounds, restsOn: all.map(cite), conflict: [] };
}

/** Whether the systems that agree may leave holes: a system of linear and convex statements cannot. */
function hasCases({ prepared }: Solvable): boolean {
  return prepared?.pieces.some((piece) => piece.cut === undefined) ?? false;
}

function proved(end: End | null): End {
  if (end === null) throw new Error("a system that agrees was found and then lost");
  return end;
}

/** The system at an end, after a check of every statement that uses nothing of the search. */
function checked(system: Solvable, { x }: End): CompleteSystem {
  const complete = systemAt(system, x);
  const [breach] = checkSystem(system.problem, complete);
  if (breach !== undefined) throw new Error(`the system at an end breaks ${breach.path} by ${breach.by}`);
  return complete;
}
