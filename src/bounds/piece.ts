import type { Difference, DifferenceBounds } from "./difference-bounds.js";
import type { Row } from "./program.js";

/** One case of a distinction: differences that hold in it, and what a piece has settled. */
export interface Case {
  readonly differences: readonly Difference[];
  readonly choice?: unknown;
}

/**
 * A part of a system that is not linear. Branch and bound replaces it by rows that hold wherever it does (`relax`), cuts
 * off points that break it by telling cases apart (`branch`), and tries rows under which it surely holds (`inner`).
 */
export interface Piece {
  readonly statement: number;
  /** What follows for the limits of the variables; false when nothing is left. */
  tighten?(bounds: DifferenceBounds, choice: unknown): boolean;
  /** Rows that every point of the piece within `bounds` obeys. */
  relax(bounds: DifferenceBounds, choice: unknown): Row[];
  /** By how many points `x` breaks the piece; 0 or less when it does not. */
  gap(x: ArrayLike<number>): number;
  /** False only when no point within these limits can obey the piece; a quick look. */
  possible?(low: ArrayLike<number>, high: ArrayLike<number>): boolean;
  /**
   * Cases that together leave nothing of the piece out and whose relaxations are tighter at `x`: none where the piece
   * cannot hold, null where nothing is left to tell apart.
   */
  branch(x: ArrayLike<number>, bounds: DifferenceBounds, choice: unknown): Case[] | null;
  /** Rows that only points of the piece obey, near `x`; `turn` counts the tries, for pieces that have several ways. */
  inner(x: ArrayLike<number>, turn: number): Row[];
  /** For convex pieces: a row that all of the piece obeys and `x` does not. */
  cut?(x: ArrayLike<number>): Row;
  /** What a choice settles, as a difference that readers understand; null for none. */
  settles?(choice: unknown): Difference | null;
  /** The share vector that the piece uses at `x`, by its name. */
  shares?(x: ArrayLike<number>): readonly [string, readonly number[]];
}

/** How far a point may break a piece and still count as obeying it, in points: more than it may break a row. */
export const PIECE_TOLERANCE = 5e-7;

/** A row of (variable, coefficient) terms, with the terms of one variable added up. */
export function row(
  terms: Iterable<readonly [number, number]>,
  { low = -Infinity, high = Infinity }: { low?: number; high?: number },
  statement: number,
): Row {
  const sums = new Map<number, number>();
  for (const [i, c] of terms) sums.set(i, (sums.get(i) ?? 0) + c);
  return { index: [...sums.keys()], coefficient: [...sums.values()], low, high, statement };
}

/** A total: a variable, or an interval within which any number is as good. */
export type Total = { readonly variable: number } | { readonly low: number; readonly high: number };

export function totalAt(total: Total, x: ArrayLike<number>): { low: number; high: number } {
  if ("low" in total) return total;
  const t = x[total.variable] as number;
  return { low: t, high: t };
}

/** The row sum of terms <= total (or >= total) plus a constant. */
export function againstTotal(
  terms: Iterable<readonly [number, number]>,
  sign: "at most" | "at least",
  total: Total,
  constant: number,
  statement: number,
): Row {
  const all: (readonly [number, number])[] = [...terms];
  let limit = constant;
  if ("variable" in total) all.push([total.variable, -1]);
  else limit += sign === "at most" ? total.high : total.low;
  return row(all, sign === "at most" ? { high: limit } : { low: limit }, statement);
}
