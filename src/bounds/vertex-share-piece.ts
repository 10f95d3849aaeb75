import type { DifferenceBounds } from "./difference-bounds.js";
import { againstTotal, type Case, PIECE_TOLERANCE, type Piece, type Total, totalAt } from "./piece.js";
import { dot, sharesForMean } from "./shares.js";

/** The vertices chosen for "mean <= total" and "mean >= total", where settled. */
interface Choice {
  readonly least?: number;
  readonly greatest?: number;
}

/**
 * An identity with a share vector of its own from a set with few vertices. Some vector attains the total exactly when
 * the mean at some vertex is at most the total and at some vertex at least: the vertices are the branches. A vertex
 * whose mean never is the least (greatest) is skipped.
 */
export function vertexSharePiece(
  parts: readonly number[],
  total: Total,
  vertices: readonly (readonly number[])[],
  name: string,
  statement: number,
): Piece {
  const centre = parts.map((_, i) => vertices.reduce((s, v) => s + v[i], 0) / vertices.length);
  const at = (x: ArrayLike<number>) => parts.map((i) => x[i]);
  const ends = (x: ArrayLike<number>) => {
    const values = at(x);
    const means = vertices.map((v) => dot(v, values));
    const least = means.indexOf(Math.min(...means));
    const greatest = means.indexOf(Math.max(...means));
    const { low, high } = totalAt(total, x);
    const above = means[least] - high;
    return { values, low, high, least, greatest, above, below: low - means[greatest] };
  };
  const side = (vertex: number, sign: "at most" | "at least") =>
    againstTotal(
      parts.map((p, i) => [p, vertices[vertex][i]] as const),
      sign,
      total,
      0,
      statement,
    );
  /** Lower bound of the difference of the means at two vertices, moving mass from part to part. */
  const leastLead = (bounds: DifferenceBounds, v: readonly number[], u: readonly number[]): number => {
    const more = v.map((w, i) => w - u[i]);
    let lead = 0;
    for (let i = 0, j = 0; ; ) {
      while (i < more.length && more[i] <= 1e-12) i++;
      while (j < more.length && more[j] >= -1e-12) j++;
      if (i >= more.length || j >= more.length) return lead;
      const moved = Math.min(more[i], -more[j]);
      lead += moved * bounds.leastDifference(parts[i], parts[j]);
      more[i] -= moved;
      more[j] += moved;
    }
  };
  /** Candidate vertices: whatever the figures, one of them has the least (greatest) mean. */
  const leading = (bounds: DifferenceBounds, end: keyof Choice): number[] => {
    const behind = (v: number, u: number) => {
      const [a, b] = [vertices[v], vertices[u]];
      return (end === "least" ? leastLead(bounds, a, b) : leastLead(bounds, b, a)) >= 0;
    };
    const kept: number[] = [];
    for (let v = 0; v < vertices.length; v++) {
      if (kept.some((u) => behind(v, u))) continue;
      for (let k = kept.length - 1; k >= 0; k--) if (behind(kept[k], v)) kept.splice(k, 1);
      kept.push(v);
    }
    return kept;
  };

  return {
    statement,
    relax(_, choice) {
      const { least, greatest } = (choice ?? {}) as Choice;
      return [
        ...(least === undefined ? [] : [side(least, "at most")]),
        ...(greatest === undefined ? [] : [side(greatest, "at least")]),
      ];
    },
    gap(x) {
      const { above, below } = ends(x);
      return Math.max(above, below);
    },
    possible(low, high) {
      const [lowest, highest] = [at(low), at(high)];
      return (
        vertices.some((v) => dot(v, lowest) <= totalAt(total, high).high + PIECE_TOLERANCE) &&
        vertices.some((v) => dot(v, highest) >= totalAt(total, low).low - PIECE_TOLERANCE)
      );
    },
    branch(x, bounds, choice) {
      const { above, below } = ends(x);
      const settled = (choice ?? {}) as Choice;
      const end = above > below ? "least" : "greatest";
      if (settled[end] !== undefined) return null;
      return leading(bounds, end).map(
        (v): Case => ({ differences: [], choice: { ...settled, [end]: v } satisfies Choice }),
      );
    },
    inner(x) {
      const { least, greatest } = ends(x);
      return [side(least, "at most"), side(greatest, "at least")];
    },
    shares(x) {
      const { values, low, high, least, greatest } = ends(x);
      const [down, up] = [vertices[least] ?? centre, vertices[greatest] ?? centre];
      return [name, sharesForMean(values, { low, high }, centre, down, up)];
    },
  };
}
