import { leastObjective, type SearchOptions } from "./branch-and-bound.js";
import type { Ask, BoundProblem, CompleteSystem } from "./problem.js";
import type { Row } from "./program.js";
import type { Statement } from "./statements.js";
import { type PreparedSystem, prepare } from "./system.js";
import { type BuiltSystem, SystemBuilder } from "./system-builder.js";

/** A problem's statements, perhaps without some, prepared for questions. */
export interface Solvable {
  readonly problem: BoundProblem;
  readonly built: BuiltSystem;
  /** Null when preparation alone proves it infeasible. */
  readonly prepared: PreparedSystem | null;
}

export function solvable(
  problem: BoundProblem,
  statements: readonly Statement[],
  kept: (number: number) => boolean = () => true,
): Solvable {
  const builder = new SystemBuilder(problem.unknowns.map((u) => u.id));
  statements.forEach((statement, i) => {
    if (kept(i)) statement.put(builder, i);
  });
  const built = builder.build();
  return { problem, built, prepared: prepare(built) };
}

/** A question as coefficients over the variables of a system. */
export function askObjective({ problem, built }: Solvable, ask: Ask): Float64Array {
  const objective = new Float64Array(built.low.length);
  const index = new Map(problem.unknowns.map((u, i) => [u.id, i]));
  const add = (id: string, coefficient: number) => {
    const i = index.get(id);
    if (i === undefined) throw new RangeError(`ask: there is no unknown "${id}"`);
    objective[i] += coefficient;
  };
  const mean = (ids: readonly string[], sign: 1 | -1) => {
    if (ids.length === 0) throw new RangeError("ask: a mean of nothing");
    for (const id of ids) add(id, sign / ids.length);
  };
  if ("id" in ask) add(ask.id, 1);
  else if ("difference" in ask) {
    add(ask.difference[0], 1);
    add(ask.difference[1], -1);
  } else {
    mean(ask.mean, 1);
    if (ask.minus !== undefined) mean(ask.minus, -1);
  }
  return objective;
}

/** One end of a question: a proven bound, and a point that comes within the precision of it. */
export interface End {
  readonly proven: number;
  readonly attained: number;
  readonly x: Float64Array;
}

/** The least (or greatest) value of an objective; null when infeasible. */
export function endOf(
  { prepared }: Solvable,
  objective: Float64Array,
  side: "least" | "greatest",
  options: SearchOptions = {},
): End | null {
  if (prepared === null) return null;
  const sign = side === "least" ? 1 : -1;
  const signed = objective.map((c) => sign * c);
  const found = leastObjective(prepared, signed, options);
  if (found === null) return null;
  // Differences within the solver's tolerance are none.
  const proven = found.attained - found.proven < 1e-6 ? found.attained : found.proven;
  return { proven: tidy(sign * proven, 1e7), attained: tidy(sign * found.attained, 1e7), x: found.x };
}

/** Whether anything agrees with the statements. */
export function isFeasible({ prepared }: Solvable): boolean {
  if (prepared === null) return false;
  return leastObjective(prepared, new Float64Array(prepared.low.length), { anySystem: true }) !== null;
}

/** A row that keeps an objective from `low` to `high`. */
export function objectiveRow(objective: Float64Array, low: number, high: number): Row {
  const index = [...objective.keys()].filter((i) => objective[i] !== 0);
  return { index, coefficient: index.map((i) => objective[i]), low, high, statement: -1 };
}

/** The complete system at a point. */
export function systemAt({ problem, built }: Solvable, x: Float64Array): CompleteSystem {
  const values = Object.fromEntries(problem.unknowns.map((u, i) => [u.id, tidy(x[i], 1e9)]));
  return { values, ...built.read(x) };
}

/** Drops the last digits, which are solver noise, and negative zero. */
function tidy(value: number, digits: number): number {
  return Math.round(value * digits) / digits + 0;
}
