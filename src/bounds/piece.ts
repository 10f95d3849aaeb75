import type { Difference, DifferenceBounds } from "./difference-bounds.js";
import type { Row } from "./program.js";

/** A branch: differences that hold in it, and the choice of its piece. */
export interface Case {
  readonly differences: readonly Difference[];
  readonly choice?: unknown;
}

/**
 * A nonlinear part of a system. Branch and bound replaces it by rows that it implies (`relax`), splits it at points
 * that violate it (`branch`), and tries rows that imply it (`inner`).
 */
export interface Piece {
  readonly statement: number;
  /** Narrows the limits of variables; false when infeasible. */
  tighten?(bounds: DifferenceBounds, choice: unknown): boolean;
  /** Rows implied by the piece within `bounds`. */
  relax(bounds: DifferenceBounds, choice: unknown): Row[];
  /** How far `x` violates the piece, in points; 0 or less when it does not. */
  gap(x: ArrayLike<number>): number;
  /** Quick check: false only when the piece is infeasible within these limits. */
  possible?(low: ArrayLike<number>, high: ArrayLike<number>): boolean;
  /**
   * Branches that cover the piece and have tighter relaxations at `x`. Empty where the piece is infeasible, null
   * where it cannot branch further.
   */
  branch(x: ArrayLike<number>, bounds: DifferenceBounds, choice: unknown): Case[] | null;
  /** Rows near `x` that imply the piece; `turn` counts the tries, for pieces with several ways. */
  inner(x: ArrayLike<number>, turn: number): Row[];
  /** For convex pieces: a row that the piece implies and `x` violates. */
  cut?(x: ArrayLike<number>): Row;
  /** The difference that a choice implies, for readers; null for none. */
  settles?(choice: unknown): Difference | null;
  /** The share vector that the piece uses at `x`, by its name. */
  shares?(x: ArrayLike<number>): readonly [string, readonly number[]];
}

/** Tolerance for a violated piece, in points: larger than that of a row. */
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

/** A total: a variable, or an interval within which any number will do. */
export type Total = { readonly variable: number } | { readonly low: number; readonly high: number };

export function totalAt(total: Total, x: ArrayLike<number>): { low: number; high: number } {
  if ("low" in total) return total;
  const t = x[total.variable];
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
