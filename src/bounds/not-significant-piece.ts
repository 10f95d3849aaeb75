import { type Ellipse, excess, tangentCut } from "./ellipse.js";
import { type Piece, row } from "./piece.js";
import type { Row } from "./program.js";

/**
 * A difference that is not significant: the inside of an ellipse, which is convex. Tangents are added where a point lies
 * outside, and kept, since they hold for every question about the system.
 */
export function notSignificantPiece(a: number, b: number, ellipse: Ellipse, statement: number): Piece {
  const cuts: Row[] = [];
  const tangent = (x: ArrayLike<number>) => tangentCut(ellipse, x[a] as number, x[b] as number);
  return {
    statement,
    relax: () => cuts,
    gap(x) {
      if (x[a] === 50 && x[b] === 50) return -1;
      const { coefficients, limit } = tangent(x);
      const distance = coefficients[0] * (x[a] as number) + coefficients[1] * (x[b] as number) - limit;
      return Math.max(distance, excess(ellipse, x[a] as number, x[b] as number));
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
