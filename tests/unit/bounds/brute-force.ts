import { Z_95 } from "../../../src/stats/numeric/constants.js";

/** `coefficients` times the point is at most `limit`. */
export interface HalfSpace {
  readonly coefficients: readonly number[];
  readonly limit: number;
}

/** The least and greatest objective over the vertices of a bounded polytope; null where it has none. */
export function rangeOverVertices(
  spaces: readonly HalfSpace[],
  objective: readonly number[],
): { low: number; high: number } | null {
  let low = Infinity;
  let high = -Infinity;
  for (const point of polytopeVertices(spaces, objective.length)) {
    const value = dot(objective, point);
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low > high ? null : { low, high };
}

/** Every vertex of a polytope of `n` dimensions: where so many of its half spaces meet and none is left. */
export function polytopeVertices(spaces: readonly HalfSpace[], n: number): number[][] {
  const found: number[][] = [];
  const chosen: HalfSpace[] = [];
  const choose = (from: number) => {
    if (chosen.length === n) {
      const point = intersection(chosen);
      if (point !== null && spaces.every((s) => dot(s.coefficients, point) <= s.limit + 1e-8))
        found.push(point);
      return;
    }
    for (let i = from; i < spaces.length; i++) {
      chosen.push(spaces[i] as HalfSpace);
      choose(i + 1);
      chosen.pop();
    }
  };
  choose(0);
  return found;
}

/** All vertices of the shares from `low` to `high` that sum to 1: all but one at an end. */
export function boxVertices(low: readonly number[], high: readonly number[]): number[][] {
  const n = low.length;
  const found: number[][] = [];
  for (let free = 0; free < n; free++) {
    for (let ends = 0; ends < 1 << (n - 1); ends++) {
      const w = low.map((l, i) => {
        const bit = i < free ? i : i - 1;
        return i === free ? 0 : (ends >> bit) & 1 ? (high[i] as number) : l;
      });
      const rest = 1 - w.reduce((s, x) => s + x, 0);
      if (rest < (low[free] as number) - 1e-12 || rest > (high[free] as number) + 1e-12) continue;
      w[free] = rest;
      found.push(w);
    }
  }
  return found;
}

/** Tangents under the curve below which a figure is significantly lower, by Newton's method on the definition itself. */
export function significanceTangents(
  n: number,
  greater: number,
  less: number,
  deff: number,
  [n1, n2]: readonly [number, number],
  step: number,
): HalfSpace[] {
  const lead = (a: number, b: number) =>
    a - b - Z_95 * Math.sqrt(deff * ((a * (100 - a)) / n1 + (b * (100 - b)) / n2));
  const highestLess = (a: number) => {
    // The lead falls as b grows from 0 to where it is 0: bisection.
    let [from, to] = [0, a];
    if (lead(a, 0) < 0) return null;
    for (let i = 0; i < 60; i++) {
      const middle = (from + to) / 2;
      if (lead(a, middle) >= 0) from = middle;
      else to = middle;
    }
    return from;
  };
  const tangents: HalfSpace[] = [];
  for (let a = step; a < 100; a += step) {
    const [before, at, after] = [a - 1e-4, a, a + 1e-4].map((x) => highestLess(Math.min(100, x)));
    if (before == null || at == null || after == null) continue;
    const slope = (after - before) / 2e-4;
    tangents.push({
      coefficients: Array.from({ length: n }, (_, i) => (i === less ? 1 : 0) - (i === greater ? slope : 0)),
      limit: at - slope * a,
    });
  }
  return tangents;
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
}

/** Solves as many equations as variables by elimination with the greatest pivot; null where they are dependent. */
function intersection(spaces: readonly HalfSpace[]): number[] | null {
  const n = spaces.length;
  const rows = spaces.map(({ coefficients, limit }) => [...coefficients, limit]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++)
      if (Math.abs(rows[r]?.[c] ?? 0) > Math.abs(rows[pivot]?.[c] ?? 0)) pivot = r;
    const lead = rows[pivot]?.[c] ?? 0;
    if (Math.abs(lead) < 1e-10) return null;
    [rows[c], rows[pivot]] = [rows[pivot] as number[], rows[c] as number[]];
    for (let r = 0; r < n; r++) {
      const factor = (rows[r]?.[c] ?? 0) / lead;
      if (r !== c && factor !== 0) rows[r] = (rows[r] ?? []).map((x, k) => x - factor * (rows[c]?.[k] ?? 0));
    }
  }
  return rows.map((r, i) => (r[n] ?? 0) / (r[i] ?? 1));
}
