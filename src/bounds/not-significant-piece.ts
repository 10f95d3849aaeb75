import { type Ellipse, excess, tangentCut } from "./ellipse.js";
import { type Piece, row } from "./piece.js";
import type { Row } from "./program.js";

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
