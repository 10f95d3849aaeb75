import { type Difference, DifferenceBounds } from "./difference-bounds.js";
import { minimiseLinear, UnsolvedError } from "./linear-program.js";
import { PIECE_TOLERANCE, type Piece } from "./piece.js";
import type { LinearProgram, Row } from "./program.js";

export interface StatedDifference extends Difference {
  readonly statement: number;
}

/** Everything that the statements say, as limits, differences, rows and pieces over numbered variables. */
export interface System {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly differences: readonly StatedDifference[];
  readonly rows: readonly Row[];
  readonly pieces: readonly Piece[];
  /** The variables whose limits are worth narrowing by linear programmes before any question is asked. */
  readonly figures: readonly number[];
}

/** A system with the narrowest limits known, ready for questions. */
export interface PreparedSystem extends System {
  readonly bounds: DifferenceBounds;
}

/** The limits and rows of a system, of the cases settled on the way to a node and of all its pieces' relaxations. */
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

/** The limits and rows of a system under which all pieces surely hold, near `x`. */
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
    high[i] = Math.max(low[i] as number, bounds.high(i));
  }
  return { low, high };
}

/** Differences as rows, without those that the limits already give. */
function differenceRows(differences: readonly Partial<StatedDifference>[], bounds: DifferenceBounds): Row[] {
  const rows: Row[] = [];
  for (const { i = 0, j = 0, least = 0, statement = -1 } of differences) {
    if (i === bounds.n || j === bounds.n || bounds.low(i) - bounds.high(j) >= least) continue;
    rows.push({ index: [i, j], coefficient: [1, -1], low: least, high: Infinity, statement });
  }
  return rows;
}

const MOST_CUTS = 200;
/** After so many rounds of cuts a point well inside them is tried, at no more than this much from the least. */
const PATIENCE = 12;
const INSIDE = 1e-4;

/**
 * The least objective over a programme, after adding the cuts of convex pieces until its point breaks none of them. Where
 * the points slide along a curve, the one that lies deepest inside the cuts takes their place; its own objective may be
 * above `value`, which nothing lies below, by up to 0.0001.
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
  for (let round = 0; round < MOST_CUTS; round++) {
    const answer = minimiseLinear({ ...program, rows }, objective);
    if (answer === null || !cutTo(answer.x)) return answer;
    if (round % PATIENCE < PATIENCE - 1) continue;
    const inside = deepest(system, { ...program, rows }, objective, answer.value);
    if (inside !== null && !cutTo(inside)) return { value: answer.value, x: inside };
  }
  throw new UnsolvedError("cuts of a convex statement do not end");
}

/** The point that keeps the most distance from the rows of convex pieces, with almost the least objective. */
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
    coefficient: index.map((i) => objective[i] as number),
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
 * The least objective over the restriction near `x`, where it is a point that breaks nothing; null otherwise, also where
 * the solver gives up, since nothing rests on a try.
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

/** By how much `x` breaks the piece that it breaks most. */
export function widestGap(system: System, x: ArrayLike<number>): { gap: number; piece: number } {
  let widest = { gap: -Infinity, piece: -1 };
  system.pieces.forEach((piece, p) => {
    const gap = piece.gap(x);
    if (gap > widest.gap) widest = { gap, piece: p };
  });
  return widest;
}

/** Lets each piece narrow the limits, twice; false when nothing is left. */
export function tightenAll(system: System, bounds: DifferenceBounds, choices: readonly unknown[]): boolean {
  for (let round = 0; round < 2; round++) {
    for (let p = 0; p < system.pieces.length; p++) {
      if (system.pieces[p]?.tighten?.(bounds, choices[p]) === false) return false;
    }
  }
  return true;
}

/** Closes the differences and narrows the limits of each figure by the relaxation; null when nothing agrees. */
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
        // A little room, so that rounding in the solver takes nothing away.
        const limit = sign * answer.value - sign * 1e-7;
        if (!(sign === 1 ? bounds.atLeast(i, limit) : bounds.atMost(i, limit))) return null;
      }
    }
    if (!tightenAll(system, bounds, [])) return null;
  }
  return { ...system, bounds };
}
