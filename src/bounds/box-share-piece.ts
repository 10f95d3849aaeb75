import type { DifferenceBounds } from "./difference-bounds.js";
import { againstTotal, type Case, PIECE_TOLERANCE, type Piece, type Total, totalAt } from "./piece.js";
import type { Row } from "./program.js";
import { dot, extremeShares, type ShareSet, sharesForMean } from "./shares.js";

/**
 * An identity with a share vector of its own from a box: l <= w <= u, sum of w = 1. The box is connected, so some
 * vector attains the total exactly when least mean <= total <= greatest mean of the parts.
 *
 * By duality the least mean is the maximum over k of x_k + sum of min(l_i d, u_i d) with d = x_i - x_k: the dual is
 * concave in its one multiplier and linear between the x_k. So "least mean <= total" means that each of these n
 * concave functions is at most the total. Where the sign of d is settled its term is linear; elsewhere the term lies
 * above its chord over the interval of d, and the two signs are the cases to branch on. The greatest mean is the
 * mirror image.
 */
export function boxSharePiece(
  parts: readonly number[],
  total: Total,
  set: ShareSet,
  name: string,
  statement: number,
): Piece {
  const at = (x: ArrayLike<number>) => parts.map((i) => x[i]);
  const ends = (x: ArrayLike<number>) => {
    const values = at(x);
    const { low, high } = totalAt(total, x);
    const least = extremeShares(set, values, "least");
    const greatest = extremeShares(set, values, "greatest");
    return {
      values,
      low,
      high,
      least,
      greatest,
      above: dot(least, values) - high,
      below: low - dot(greatest, values),
    };
  };

  return {
    statement,
    relax(bounds) {
      const rows: Row[] = [];
      for (const side of ["least", "greatest"] as const) {
        for (let k = 0; k < parts.length; k++) {
          const terms: [number, number][] = [[parts[k], 1]];
          let constant = 0;
          for (let i = 0; i < parts.length; i++) {
            if (i === k) continue;
            const line = chord(set, i, interval(bounds, parts[i], parts[k]), side);
            terms.push([parts[i], line.slope], [parts[k], -line.slope]);
            constant -= line.constant;
          }
          rows.push(
            againstTotal(terms, side === "least" ? "at most" : "at least", total, constant, statement),
          );
        }
      }
      return rows;
    },
    gap(x) {
      const { above, below } = ends(x);
      return Math.max(above, below);
    },
    possible(low, high) {
      const least = at(low);
      const greatest = at(high);
      return (
        dot(extremeShares(set, least, "least"), least) <= totalAt(total, high).high + PIECE_TOLERANCE &&
        dot(extremeShares(set, greatest, "greatest"), greatest) >= totalAt(total, low).low - PIECE_TOLERANCE
      );
    },
    branch(x, bounds) {
      const { values, above, below } = ends(x);
      const side = above > below ? "least" : "greatest";
      let widest: { i: number; k: number; gap: number } | null = null;
      let [best, bestValue] = [0, -Infinity];
      for (let k = 0; k < parts.length; k++) {
        let value = side === "least" ? values[k] : -values[k];
        for (let i = 0; i < parts.length; i++) {
          if (i !== k) value += term(set, i, values[i] - values[k], side);
        }
        if (value > bestValue) [best, bestValue] = [k, value];
      }
      const k = best;
      for (let i = 0; i < parts.length; i++) {
        if (i === k) continue;
        const d = values[i] - values[k];
        const line = chord(set, i, interval(bounds, parts[i], parts[k]), side);
        const gap = term(set, i, d, side) - (side === "least" ? 1 : -1) * (line.slope * d + line.constant);
        if (widest === null || gap > widest.gap) widest = { i: parts[i], k: parts[k], gap };
      }
      if (widest === null || widest.gap < PIECE_TOLERANCE / parts.length / 4) return null;
      return [
        { differences: [{ i: widest.i, j: widest.k, least: 0 }] },
        { differences: [{ i: widest.k, j: widest.i, least: 0 }] },
      ] satisfies Case[];
    },
    inner(x) {
      const { least, greatest } = ends(x);
      const terms = (w: readonly number[]) => parts.map((p, i) => [p, w[i]] as const);
      return [
        againstTotal(terms(least), "at most", total, 0, statement),
        againstTotal(terms(greatest), "at least", total, 0, statement),
      ];
    },
    shares(x) {
      const { values, low, high, least, greatest } = ends(x);
      return [name, sharesForMean(values, { low, high }, set.centre, least, greatest)];
    },
  };
}

function interval(bounds: DifferenceBounds, i: number, k: number): { low: number; high: number } {
  return { low: bounds.leastDifference(i, k), high: -bounds.leastDifference(k, i) };
}

/** min(l d, u d), or -max(l d, u d) for the greatest mean. */
function term(set: ShareSet, i: number, d: number, side: "least" | "greatest"): number {
  const [l, u] = [set.low[i], set.high[i]];
  return side === "least" ? Math.min(l * d, u * d) : -Math.max(l * d, u * d);
}

/** The line through the ends of min(l d, u d) (max for the greatest mean) over an interval of d. */
function chord(
  set: ShareSet,
  i: number,
  d: { low: number; high: number },
  side: "least" | "greatest",
): { slope: number; constant: number } {
  const [l, u] = [set.low[i], set.high[i]];
  const [positive, negative] = side === "least" ? [l, u] : [u, l];
  if (d.low >= 0) return { slope: positive, constant: 0 };
  if (d.high <= 0) return { slope: negative, constant: 0 };
  const slope = (positive * d.high - negative * d.low) / (d.high - d.low);
  return { slope, constant: (negative - slope) * d.low };
}
