import { type Difference, DifferenceBounds } from "./difference-bounds.js";
import { minimiseLinear, UnsolvedError } from "./linear-program.js";
import { PIECE_TOLERANCE, type Piece } from "./piece.js";
import type { LinearProgram, Row } from "./program.js";

export interface StatedDifference extends Difference {
  readonly statement: number;
}

/** All statements as limits, differences, rows and pieces over numbered variables. */
export interface System {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly differences: readonly StatedDifference[];
  readonly rows: readonly Row[];
  readonly pieces: readonly Piece[];
  /** Variables whose limits are narrowed by linear programmes before any question. */
  readonly figures: readonly number[];
}

/** A system with narrowed limits, ready for questions. */
export interface PreparedSystem extends System {
  readonly bounds: DifferenceBounds;
}

/**
 * The linear relaxation at a node: the system's limits and rows, those of the settled cases, and the relaxations of
 * all pieces.
 */
export function relaxation(
  system: System,
  bounds: DifferenceBounds,
  added: readonly Difference[],
  choices: readonly unknown[],
  extra: readonly Row[],
): LinearProgram {
  const rows: Row[] = [...system.rows, ...differenceRows(system.differences, bounds), ...extra];
  rows.push(...differenceRows(added, bounds));
  system.pieces.forEach((piece, p) => {
    rows.push(...piece.relax(bounds, choices[p]));
  });
  return { ...limits(bounds), rows };
}

/** Limits and rows near `x` that imply all pieces. */
function restriction(
  system: PreparedSystem,
  x: ArrayLike<number>,
  turn: number,
  extra: readonly Row[],
): LinearProgram {
  const rows: Row[] = [...system.rows, ...differenceRows(system.differences, system.bounds), ...extra];
  for (const piece of system.pieces) rows.push(...piece.inner(x, turn));
  return { ...limits(system.bounds), rows };
}

function limits(bounds: DifferenceBounds): { low: Float64Array; high: Float64Array } {
  const low = new Float64Array(bounds.n);
  const high = new Float64Array(bounds.n);
  for (let i = 0; i < bounds.n; i++) {
    low[i] = bounds.low(i);
    high[i] = Math.max(low[i], bounds.high(i));
  }
  return { low, high };
}

/** Differences as rows, except those that the limits imply. */
function differenceRows(differences: readonly Partial<StatedDifference>[], bounds: DifferenceBounds): Row[] {
  const rows: Row[] = [];
  for (const { i = 0, j = 0, least = 0, statement = -1 } of differences) {
    if (i === bounds.n || j === bounds.n || bounds.low(i) - bounds.high(j) >= least) continue;
    rows.push({ index: [i, j], coefficient: [1, -1], low: least, high: Infinity, statement });
  }
  return rows;
}

const MAX_CUTS = 200;
/** After this many rounds of cuts, tries a point well inside them, at most this far from the minimum. */
const PATIENCE = 12;
const INSIDE = 1e-4;

/**
 * Minimises over a programme, adding cuts of convex pieces until the point violates none. Where points slide along a
 * curve, the point deepest inside the cuts is taken instead; its objective may exceed `value`, which stays a lower
 * bound, by up to 0.0001.
 */
export function minimiseWithCuts(
  system: System,
  program: LinearProgram,
  objective: ArrayLike<number>,
): { value: number; x: Float64Array } | null {
  const rows = [...program.rows];
  const cutTo = (x: ArrayLike<number>): boolean => {
    const count = rows.length;
    for (const piece of system.pieces) {
      if (piece.cut !== undefined && piece.gap(x) > PIECE_TOLERANCE) rows.push(piece.cut(x));
    }
    return rows.length > count;
  };
  for (let round = 0; round < MAX_CUTS; round++) {
    const answer = minimiseLinear({ ...program, rows }, objective);
    if (answer === null || !cutTo(answer.x)) return answer;
    if (round % PATIENCE < PATIENCE - 1) continue;
    const inside = deepest(system, { ...program, rows }, objective, answer.value);
    if (inside !== null && !cutTo(inside)) return { value: answer.value, x: inside };
  }
  throw new UnsolvedError("cuts of a convex statement do not end");
}

/** The point farthest from the rows of convex pieces, with almost the least objective. */
function deepest(
  system: System,
  { low, high, rows }: LinearProgram,
  objective: ArrayLike<number>,
  value: number,
): Float64Array | null {
  const n = low.length;
  const convex = new Set(system.pieces.flatMap((p) => (p.cut === undefined ? [] : [p.statement])));
  const kept = rows.map((r) =>
    convex.has(r.statement) ? { ...r, index: [...r.index, n], coefficient: [...r.coefficient, 1] } : r,
  );
  const index = Array.from({ length: n }, (_, i) => i).filter((i) => objective[i] !== 0);
  kept.push({
    index,
    coefficient: index.map((i) => objective[i]),
    low: -Infinity,
    high: value + INSIDE,
    statement: -1,
  });
  const distance = new Float64Array(n + 1);
  distance[n] = -1;
  const found = minimiseLinear(
    { low: [...Array.from(low), 0], high: [...Array.from(high), 1], rows: kept },
    distance,
  );
  return found === null ? null : found.x.slice(0, n);
}

/**
 * Minimises over the restriction near `x`; null where that gives no feasible point. Solver failures count as null
 * because this is only a try.
 */
export function tryNear(
  system: PreparedSystem,
  x: ArrayLike<number>,
  turn: number,
  extra: readonly Row[],
  objective: ArrayLike<number>,
): Float64Array | null {
  try {
    const answer = minimiseWithCuts(system, restriction(system, x, turn, extra), objective);
    return answer === null || widestGap(system, answer.x).gap > PIECE_TOLERANCE ? null : answer.x;
  } catch (error) {
    if (error instanceof UnsolvedError) return null;
    throw error;
  }
}

/** The piece that `x` violates most. */
export function widestGap(system: System, x: ArrayLike<number>): { gap: number; piece: number } {
  let widest = { gap: -Infinity, piece: -1 };
  system.pieces.forEach((piece, p) => {
    const gap = piece.gap(x);
    if (gap > widest.gap) widest = { gap, piece: p };
  });
  return widest;
}

/** Lets each piece narrow the limits, twice; false when infeasible. */
export function tightenAll(system: System, bounds: DifferenceBounds, choices: readonly unknown[]): boolean {
  for (let round = 0; round < 2; round++) {
    for (let p = 0; p < system.pieces.length; p++) {
      if (system.pieces[p].tighten?.(bounds, choices[p]) === false) return false;
    }
  }
  return true;
}

/** Closes the differences and narrows the limits of each figure by the relaxation; null when infeasible. */
export function prepare(system: System): PreparedSystem | null {
  const bounds = DifferenceBounds.from(system.low, system.high, system.differences);
  if (bounds === null || !tightenAll(system, bounds, [])) return null;
  const nonconvex = system.pieces.some((piece) => piece.cut === undefined);
  if (nonconvex) {
    const objective = new Float64Array(bounds.n);
    for (const i of system.figures) {
      for (const sign of [1, -1]) {
        if (bounds.high(i) - bounds.low(i) < 1e-6) continue;
        objective[i] = sign;
        const answer = minimiseLinear(relaxation(system, bounds, [], [], []), objective);
        objective[i] = 0;
        if (answer === null) return null;
        // Slack for the solver's rounding.
        const limit = sign * answer.value - sign * 1e-7;
        if (!(sign === 1 ? bounds.atLeast(i, limit) : bounds.atMost(i, limit))) return null;
      }
    }
    if (!tightenAll(system, bounds, [])) return null;
  }
  return { ...system, bounds };
}
