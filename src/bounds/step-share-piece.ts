import { againstTotal, type Case, type Piece, type Total, totalAt } from "./piece.js";
import { dot, sharesForMean } from "./shares.js";

/** Which vertex holds the mean down to the total and which up to it, where settled. */
interface Choice {
  readonly least?: number;
  readonly greatest?: number;
}

/**
 * An identity with a share vector of its own from a set given by its few vertices. Some vector makes the total exactly
 * when the mean at some vertex is not above the total and that at some vertex is not below: the vertices are the cases.
 */
export function stepSharePiece(
  parts: readonly number[],
  total: Total,
  vertices: readonly (readonly number[])[],
  name: string,
  statement: number,
): Piece {
  const centre = parts.map((_, i) => vertices.reduce((s, v) => s + (v[i] as number), 0) / vertices.length);
  const ends = (x: ArrayLike<number>) => {
    const values = parts.map((i) => x[i] as number);
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
    branch(x, _, choice) {
      const { above, below } = ends(x);
      const settled = (choice ?? {}) as Choice;
      const end = above > below ? "least" : "greatest";
      if (settled[end] !== undefined) return null;
      return vertices.map(
        (_, v): Case => ({ differences: [], choice: { ...settled, [end]: v } satisfies Choice }),
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
