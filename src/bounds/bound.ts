import { smallestConflict } from "./conflict.js";
import type { Ask, BoundProblem, CitedStatement, CompleteSystem } from "./problem.js";
import { askObjective, endOf, isFeasible, objectiveRow, solvable } from "./solvable.js";
import { citationOf, type Statement, statementsOf } from "./statements.js";
import { checkedSystem, valuesOf } from "./values-of.js";

/** What the statements leave open about one question. */
export interface Bound {
  readonly ask: Ask;
  /**
   * No system that satisfies the statements lies below `low` or above `high`; the attained systems come within 0.001
   * of them.
   */
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
  /** Where the statements are infeasible: a smallest set that cannot all be true. */
  readonly conflict: readonly CitedStatement[];
}

export interface BoundOptions {
  /** Whether to search for holes; otherwise each set is one interval. On by default. */
  readonly holes?: boolean;
  /** Whether to compute `restsOn`, leaving out each statement in turn. On by default. */
  readonly leaveOneOut?: boolean;
  /** Whether to search for a smallest conflict where the statements are infeasible. On by default. */
  readonly conflict?: boolean;
}

/**
 * The smallest and largest value of each figure in `ask`, over every complete set of percentages and shares that
 * satisfies the statements; with the systems that attain them, the holes between, the statements that the ends depend
 * on and, where the statements are infeasible, a smallest conflict.
 *
 * The feasible set is closed: "above" means "at least", and a difference of just the least significant size counts as
 * significant (except of 0 from 0 or 100 from 100). Bounds are about the survey's own percentages; they include no
 * sampling error.
 *
 * Shares that serve several identities, or are both near their bases and in order, may have any number of printed
 * parts and at most 8 others in an identity. With many parts tied by order or significance the search can take long.
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
  const cite = (i: number) => citationOf(statements, i);
  const objectives = asks.map((ask) => askObjective(system, ask));
  if (!isFeasible(system)) {
    const conflict = options.conflict === false ? [] : smallestConflict(problem, statements);
    return { feasible: false, bounds: [], restsOn: [], conflict: conflict.map(cite) };
  }
  const found = objectives.map((objective) => {
    const values = valuesOf(system, objective, options.holes);
    if (values === null) throw new Error("a system that agrees was found and then lost");
    return values;
  });
  const restsOn =
    options.leaveOneOut === false
      ? asks.map(() => [])
      : leaveOneOut(
          problem,
          statements,
          asks,
          found.map(({ set }) => set),
        );
  const bounds = asks.map((ask, a): Bound => {
    const { least, greatest, set } = found[a];
    return {
      ask,
      low: least.proven,
      high: greatest.proven,
      set,
      attainedLow: checkedSystem(system, least),
      attainedHigh: checkedSystem(system, greatest),
      exact: true,
      restsOn: (restsOn[a] ?? []).map(cite),
    };
  });
  const all = [...new Set(restsOn.flat())].sort((a, b) => a - b);
  return { feasible: true, bounds, restsOn: all.map(cite), conflict: [] };
}

const CHANGE = 0.001;

/**
 * For each question the numbers of the statements whose removal alone moves an end, or closes a hole, by more than
 * 0.001. Of two equivalent statements neither is listed.
 */
function leaveOneOut(
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
