import type { DifferenceBounds } from "./difference-bounds.js";
import { againstTotal, type Case, PIECE_TOLERANCE, type Piece, type Total, totalAt } from "./piece.js";
import { dot, sharesForMean } from "./shares.js";

/** Which vertex holds the mean down to the total and which up to it, where settled. */
interface Choice {
  readonly least?: number;
  readonly greatest?: number;
}

/**
 * An identity with a share vector of its own from a set given by its few vertices. Some vector makes the total exactly
 * when the mean at some vertex is not above the total and that at some vertex is not below: the vertices are the cases. A
 * vertex whose mean another one's is never above (never below) stands for nothing of its own.
 */
export function vertexSharePiece(
  parts: readonly number[],
  total: Total,
  vertices: readonly (readonly number[])[],
  name: string,
  statement: number,
): Piece {
  const centre = parts.map((_, i) => vertices.reduce((s, v) => s + (v[i] as number), 0) / vertices.length);
  const at = (x: ArrayLike<number>) => parts.map((i) => x[i] as number);
  const ends = (x: ArrayLike<number>) => {
    const values = at(x);
    const means = vertices.map((v) => dot(v, values));
    const least = means.indexOf(Math.min(...means));
    const greatest = means.indexOf(Math.max(...means));
    const { low, high } = totalAt(total, x);
    const above = (means[least] as number) - high;
    return { values, low, high, least, greatest, above, below: low - (means[greatest] as number) };
  };
  const side = (vertex: number, sign: "at most" | "at least") =>
    againstTotal(
      parts.map((p, i) => [p, vertices[vertex]?.[i] ?? 0] as const),
      sign,
      total,
      0,
      statement,
    );
  /** The least that the mean at one vertex can be above that at another: mass moves from part to part. */
  const leastLead = (bounds: DifferenceBounds, v: readonly number[], u: readonly number[]): number => {
    const more = v.map((w, i) => w - (u[i] as number));
    let lead = 0;
    for (let i = 0, j = 0; ; ) {
      while (i < more.length && (more[i] as number) <= 1e-12) i++;
      while (j < more.length && (more[j] as number) >= -1e-12) j++;
      if (i >= more.length || j >= more.length) return lead;
      const moved = Math.min(more[i] as number, -(more[j] as number));
      lead += moved * bounds.leastDifference(parts[i] as number, parts[j] as number);
      more[i] = (more[i] as number) - moved;
      more[j] = (more[j] as number) + moved;
    }
  };
  /** The vertices of which some one has the least (greatest) mean, whatever the figures. */
  const leading = (bounds: DifferenceBounds, end: keyof Choice): number[] => {
    const behind = (v: number, u: number) => {
      const [a, b] = [vertices[v] as readonly number[], vertices[u] as readonly number[]];
      return (end === "least" ? leastLead(bounds, a, b) : leastLead(bounds, b, a)) >= 0;
    };
    const kept: number[] = [];
    for (let v = 0; v < vertices.length; v++) {
      if (kept.some((u) => behind(v, u))) continue;
      for (let k = kept.length - 1; k >= 0; k--) if (behind(kept[k] as number, v)) kept.splice(k, 1);
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
