import { leastObjective, type Node } from "./branch-and-bound.js";
import { DifferenceBounds } from "./difference-bounds.js";
import { proofWeights, provenLeast } from "./infeasibility.js";
import { type LimitReason, limitReasons } from "./limit-reasons.js";
import type { Ask, BoundProblem } from "./problem.js";
import type { LinearProgram } from "./program.js";
import { askObjective, solvable } from "./solvable.js";
import { statementsOf } from "./statements.js";
import { type PreparedSystem, relaxation } from "./system.js";

/** A linear inequality between named numbers, times a weight. */
export interface WeightedRow {
  /** The path of its statement, or "case" for an assumption of the case. */
  readonly statement: string;
  /** The sum of coefficient times number is at least (at most) `limit`. */
  readonly terms: Readonly<Record<string, number>>;
  readonly sense: "at least" | "at most";
  readonly limit: number;
  readonly weight: number;
}

/** One case of the proof. */
export interface ProofCase {
  /** What the case assumes, in words: "b - a >= 0". */
  readonly given: readonly string[];
  /** The limits of each number. */
  readonly limits: Readonly<Record<string, readonly [number, number]>>;
  /** Where the low and the high limit come from. */
  readonly limitsFrom: Readonly<Record<string, readonly [LimitReason, LimitReason]>>;
  readonly rows: readonly WeightedRow[];
  /**
   * The value proven by the weighted sum and the limits. Null when they prove the case infeasible: the sum is above
   * 0, or, without rows, the assumptions contradict the limits and the order.
   */
  readonly proves: number | null;
}

export interface Certificate {
  readonly ask: Ask;
  readonly end: "low" | "high";
  /** The bound that all cases prove together. */
  readonly proves: number;
  /** Cases that cover everything. */
  readonly cases: readonly ProofCase[];
}

/**
 * A proof of one end of a bound that can be checked by hand. In each case, add the rows times their weights ("at
 * most" rows turned round), subtract the sum from the objective (for a high end: from its negative), and put each
 * number that is left at the limit that makes the rest least. The result is what the case proves. Cases are the
 * leaves of branch and bound; where all statements are linear there is one. Rows of statements that are not linear
 * hold within the limits of their case: chords of a curve, or of the least and greatest mean over its shares.
 *
 * The value is recomputed from the weights by arithmetic alone; it may lie up to 0.001 outside the attained end.
 *
 * @throws Error when nothing agrees, when a case cannot be proven or there are more than `mostCases`
 */
export function certificateOf(
  problem: BoundProblem,
  ask: Ask,
  end: "low" | "high",
  mostCases = 500,
): Certificate {
  const statements = statementsOf(problem);
  const system = solvable(problem, statements);
  const { built } = system;
  // Uses the limits as stated: no narrowing comes between the statements and the proof.
  const bounds = DifferenceBounds.from(built.low, built.high, built.differences);
  if (bounds === null) throw new Error("nothing agrees with the statements");
  const plain: PreparedSystem = { ...built, bounds };
  const sign = end === "low" ? 1 : -1;
  const objective = askObjective(system, ask).map((c) => sign * c);
  const closed: { node: Node; empty: boolean }[] = [];
  const least = leastObjective(plain, objective, {
    closed: (node, value) => {
      closed.push({ node, empty: value === Infinity });
      if (closed.length > mostCases) throw new Error(`the proof has more than ${mostCases} cases`);
    },
  });
  if (least === null) throw new Error("nothing agrees with the statements");
  const names = namesOf(problem, built.low.length);
  const cases = closed.map(({ node, empty }): ProofCase => {
    const program = relaxation(plain, node.bounds, node.added, node.choices, []);
    const why = limitReasons(problem, statements, built, node, program);
    const limitsFrom = Object.fromEntries(names.map((name, i) => [name, why[i]]));
    const chosen = plain.pieces.flatMap((piece, p) => piece.settles?.(node.choices[p]) ?? []);
    const given = [...chosen, ...node.added].map(({ i, j, least }) => words(names, i, j, least));
    // A case that was closed unexplored may be infeasible too: then its objective has no proven end.
    const direct = empty ? null : proofWeights(program, objective);
    const weights = direct ?? proofWeights(program, null) ?? [];
    const value = direct === null ? null : provenLeast(program, objective, weights);
    if (value === null && !(provenLeast(program, null, weights) > 0)) {
      if (!empty) throw new Error("a case of the proof has no weights");
      return { given, limits: limitsOf(program, names), limitsFrom, rows: [], proves: null };
    }
    if (value !== null && !(value >= least.attained - 0.001))
      throw new Error("a case of the proof falls short");
    return {
      given,
      limits: limitsOf(program, names),
      limitsFrom,
      rows: weights.map(({ row, side, weight }) => {
        const { index, coefficient, statement, ...limits } = program.rows[row];
        return {
          statement: statements[statement]?.path ?? "case",
          terms: Object.fromEntries(index.map((i, k) => [names[i], coefficient[k]])),
          sense: side === "low" ? "at least" : "at most",
          limit: limits[side],
          weight,
        };
      }),
      proves: value === null ? null : sign * value,
    };
  });
  const values = cases.flatMap(({ proves }) => (proves === null ? [] : [sign * proves]));
  return { ask, end, proves: sign * Math.min(...values), cases };
}

/** Names of variables: unknowns by id, then printed parts and shares by number. */
function namesOf({ unknowns }: BoundProblem, n: number): string[] {
  return Array.from({ length: n }, (_, i) => unknowns[i]?.id ?? `(${i - unknowns.length + 1})`);
}

function limitsOf({ low, high }: LinearProgram, names: readonly string[]): ProofCase["limits"] {
  return Object.fromEntries(names.map((name, i) => [name, [low[i], high[i]] as const]));
}

function words(names: readonly string[], i: number, j: number, least: number): string {
  if (j >= names.length) return `${names[i]} >= ${least}`;
  if (i >= names.length) return `${names[j]} <= ${-least}`;
  return `${names[i]} - ${names[j]} >= ${least}`;
}
