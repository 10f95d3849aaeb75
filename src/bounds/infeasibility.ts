import { solve } from "yalps";
import type { LinearProgram } from "./program.js";

/** Smallest contradiction that counts as a proof. */
const PROOF = 1e-10;
const NO_TERM = 1e-12;

/** The weight of one end of a row: row >= low, or row <= high. */
export interface Weight {
  readonly row: number;
  readonly side: "low" | "high";
  readonly weight: number;
}

/**
 * Dual weights, not negative, that prove the best bound on an objective (linear duality), or without an objective a
 * contradiction, with weights that sum to at most 1 (Farkas' lemma). Solves the dual programme, for which the weights
 * 0 are a feasible start.
 */
export function proofWeights(program: LinearProgram, objective: ArrayLike<number> | null): Weight[] | null {
  const { low, high, rows } = program;
  const n = low.length;
  const width = Float64Array.from({ length: n }, (_, i) => Math.max(0, high[i] - low[i]));
  // Variables with a negative cost are mirrored, so that the dual can start at 0.
  const turn = Float64Array.from({ length: n }, (_, i) => ((objective?.[i] ?? 0) < 0 ? -1 : 1));
  const start = (i: number) => (turn[i] === 1 ? low[i] : high[i]);
  // Dual variables: a weight for each end of a row, and one for each upper limit; lower limits are the slack. Rows
  // and variables are scaled to a range of 1.
  const columns: [number, [number, number][]][] = [];
  const ends: { row: number; side: "low" | "high"; size: number }[] = [];
  rows.forEach((row, r) => {
    let [shift, size, least, greatest] = [0, 0, 0, 0];
    row.index.forEach((i, k) => {
      const reach = turn[i] * row.coefficient[k] * width[i];
      shift += row.coefficient[k] * start(i);
      size = Math.max(size, Math.abs(reach));
      if (reach > 0) greatest += reach;
      else least += reach;
    });
    for (const side of ["low", "high"] as const) {
      const limit = row[side];
      // A row that the limits already imply proves nothing.
      if (side === "low" ? shift + least >= limit : shift + greatest <= limit) continue;
      const sign = side === "low" ? 1 : -1;
      const by = size || 1;
      const entries: [number, number][] = [[-1, (sign * (limit - shift)) / by]];
      row.index.forEach((i, k) => {
        const c = (turn[i] * row.coefficient[k] * width[i]) / by;
        if (Math.abs(c) > NO_TERM) entries.push([i, sign * c]);
      });
      if (objective === null) entries.push([n, 1]);
      ends.push({ row: r, side, size: by });
      columns.push([ends.length - 1, entries]);
    }
  });
  for (let i = 0; i < n; i++) {
    if (width[i] === 0) continue;
    const entries: [number, number][] = [
      [i, -1],
      [-1, -1],
    ];
    columns.push([ends.length + i, entries]);
  }
  const constraints: [number, { max: number }][] = Array.from({ length: n }, (_, i) => [
    i,
    { max: Math.abs(objective?.[i] ?? 0) * width[i] },
  ]);
  if (objective === null) constraints.push([n, { max: 1 }]);
  let best: { proven: number; weights: Weight[] } | null = null;
  for (const precision of [1e-9, 1e-11, 1e-7]) {
    const { status, variables } = solve(
      { direction: "maximize", objective: -1, constraints, variables: columns },
      { precision, maxPivots: 2000 },
    );
    if (status !== "optimal") continue;
    const weights = variables.flatMap(([k, weight]): Weight[] => {
      const end = ends[k];
      if (end === undefined || weight <= 0) return [];
      return [{ row: end.row, side: end.side, weight: weight / end.size }];
    });
    const proven = provenLeast(program, objective, weights);
    if (best === null || proven > best.proven) best = { proven, weights };
    if (objective === null && proven > PROOF) break;
  }
  return best?.weights ?? null;
}

/**
 * The lower bound on the objective that the weights prove: the weighted sum of the rows' ends, plus the least value
 * of the remaining objective over the limits. Valid for any weights, however they were found.
 */
export function provenLeast(
  { low, high, rows }: LinearProgram,
  objective: ArrayLike<number> | null,
  weights: readonly Weight[],
): number {
  const left = Float64Array.from({ length: low.length }, (_, i) => objective?.[i] ?? 0);
  let value = 0;
  for (const { row: r, side, weight } of weights) {
    const row = rows[r];
    const sign = side === "low" ? weight : -weight;
    value += sign * row[side];
    row.index.forEach((i, k) => {
      left[i] -= sign * row.coefficient[k];
    });
  }
  left.forEach((c, i) => {
    value += c * (c > 0 ? low[i] : high[i]);
  });
  return value;
}

/** Whether some weights prove the rows infeasible. */
export function isProvenEmpty(program: LinearProgram): boolean {
  const weights = proofWeights(program, null);
  return weights !== null && provenLeast(program, null, weights) > PROOF;
}
