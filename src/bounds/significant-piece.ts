import type { DifferenceBounds } from "./difference-bounds.js";
import {
  type Ellipse,
  excess,
  greatestLess,
  greatestLessSlope,
  leastAbove,
  leastGreater,
  tangentCut,
} from "./ellipse.js";
import { type Case, type Piece, row } from "./piece.js";
import type { Row } from "./program.js";

/** "ab": a is greater; "ba": b is. */
type Direction = "ab" | "ba";

/**
 * A significant difference, with or without a direction. With one, the lower figure is at most `greatestLess` of the
 * greater, a convex curve: its chord over the limits of the greater figure is a valid row, its tangent an inner one,
 * and branching splits the limits. Without one the two directions are the branches.
 */
export function significantPiece(
  a: number,
  b: number,
  ellipse: Ellipse,
  direction: Direction | null,
  statement: number,
): Piece {
  const turned = { ca: ellipse.cb, cb: ellipse.ca };
  const sides = {
    ab: { greater: a, less: b, ellipse },
    ba: { greater: b, less: a, ellipse: turned },
  };
  const settled = (choice: unknown): Direction | null =>
    direction ?? (choice as Direction | undefined) ?? null;
  const nearer = (x: ArrayLike<number>): Direction => direction ?? (x[a] >= x[b] ? "ab" : "ba");
  const over = (x: ArrayLike<number>, way: Direction) => {
    const { greater, less, ellipse } = sides[way];
    const from = leastGreater(ellipse);
    const value = x[greater];
    if (value < from) return Math.max(from - value, x[less]);
    return x[less] - greatestLess(ellipse, value);
  };

  return {
    statement,
    tighten(bounds, choice) {
      const way = settled(choice);
      return way === null || tightened(bounds, sides[way]);
    },
    relax(bounds, choice) {
      const way = settled(choice);
      if (way === null) return [];
      const { greater, less, ellipse } = sides[way];
      const from = leastGreater(ellipse);
      const low = Math.max(from, bounds.low(greater));
      const high = Math.max(low, bounds.high(greater));
      const rows: Row[] = [row([[greater, 1]], { low: from }, statement)];
      const start = greatestLess(ellipse, low);
      const slope = high - low < 1e-9 ? 0 : (greatestLess(ellipse, high) - start) / (high - low);
      const constant = high - low < 1e-9 ? greatestLess(ellipse, high) : start - slope * low;
      rows.push(line(less, greater, slope, constant, statement));
      return rows;
    },
    gap(x) {
      if (direction !== null) return over(x, direction);
      return Math.min(over(x, "ab"), over(x, "ba"));
    },
    possible(low, high) {
      const ways: Direction[] = direction === null ? ["ab", "ba"] : [direction];
      return ways.some((way) => {
        const { greater, less, ellipse } = sides[way];
        const top = high[greater];
        return top >= leastGreater(ellipse) && low[less] <= greatestLess(ellipse, top) + 1e-9;
      });
    },
    branch(x, bounds, choice) {
      const way = settled(choice);
      if (way === null) {
        const other: Direction = nearer(x) === "ab" ? "ba" : "ab";
        return [nearer(x), other].map((choice) => ({ differences: [], choice })) satisfies Case[];
      }
      const { greater } = sides[way];
      const [low, high] = [bounds.low(greater), bounds.high(greater)];
      if (high - low < 1e-9) return null;
      const margin = 0.1 * (high - low);
      const point = Math.min(high - margin, Math.max(low + margin, x[greater]));
      return [
        { differences: [{ i: bounds.n, j: greater, least: -point }] },
        { differences: [{ i: greater, j: bounds.n, least: point }] },
      ];
    },
    settles(choice) {
      const way = direction === null ? settled(choice) : null;
      return way === null ? null : { i: sides[way].greater, j: sides[way].less, least: 0 };
    },
    inner(x) {
      const { greater, less, ellipse } = sides[nearer(x)];
      const from = leastGreater(ellipse);
      const point = Math.max(from, x[greater]);
      const slope = greatestLessSlope(ellipse, point);
      const constant = greatestLess(ellipse, point) - slope * point;
      return [row([[greater, 1]], { low: from }, statement), line(less, greater, slope, constant, statement)];
    },
  };
}

/** less <= slope greater + constant */
function line(less: number, greater: number, slope: number, constant: number, statement: number): Row {
  return row(
    [
      [less, 1],
      [greater, -slope],
    ],
    { high: constant },
    statement,
  );
}

function tightened(
  bounds: DifferenceBounds,
  { greater, less, ellipse }: { greater: number; less: number; ellipse: Ellipse },
): boolean {
  const room = 1e-9;
  if (!bounds.atLeast(greater, leastGreater(ellipse) - room)) return false;
  const high = Math.min(100, bounds.high(greater));
  if (!bounds.atMost(less, greatestLess(ellipse, high) + room)) return false;
  if (!bounds.atLeast(greater, leastAbove(ellipse, Math.max(0, bounds.low(less))) - room)) return false;
  // Concave in the greater figure, so its minimum is at an end.
  const lead = (value: number) => excessFree(ellipse, value);
  return bounds.add({
    i: greater,
    j: less,
    least:
      Math.min(lead(Math.min(100, bounds.low(greater))), lead(Math.min(100, bounds.high(greater)))) - room,
  });
}

function excessFree(ellipse: Ellipse, greater: number): number {
  const value = Math.max(leastGreater(ellipse), greater);
  return greater - greatestLess(ellipse, value);
}

/**
 * A difference that is not significant: the inside of an ellipse, which is convex. Tangent cuts are added where a
 * point lies outside, and kept, since they are valid for every question.
 */
export function notSignificantPiece(a: number, b: number, ellipse: Ellipse, statement: number): Piece {
  const cuts: Row[] = [];
  const tangent = (x: ArrayLike<number>) => tangentCut(ellipse, x[a], x[b]);
  return {
    statement,
    relax: () => cuts,
    gap(x) {
      if (x[a] === 50 && x[b] === 50) return -1;
      const { coefficients, limit } = tangent(x);
      const distance = coefficients[0] * x[a] + coefficients[1] * x[b] - limit;
      return Math.max(distance, excess(ellipse, x[a], x[b]));
    },
    branch: () => null,
    inner: () => cuts,
    cut(x) {
      const { coefficients, limit } = tangent(x);
      const added = row(
        [
          [a, coefficients[0]],
          [b, coefficients[1]],
        ],
        { high: limit },
        statement,
      );
      cuts.push(added);
      return added;
    },
  };
}
