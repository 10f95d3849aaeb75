import { CELLS, type Range, type TwoByTwo, type TwoByTwoMargins } from "../../../src/bounds/index.js";

/** `coefficients` times the proportions of a1, a2, b1 and b2 is at most `limit`. */
interface HalfSpace {
  readonly coefficients: readonly number[];
  readonly limit: number;
}

const A_LEADS: readonly HalfSpace[] = [
  { coefficients: [-1, 0, 1, 0], limit: 0 },
  { coefficients: [0, -1, 0, 1], limit: 0 },
];

/** The least and greatest proportion of each cell over the vertices of every table's polytope; null without a vertex. */
export function rangesByVertices(
  tables: readonly TwoByTwo[],
  margins: TwoByTwoMargins,
  { aAtLeastB = false } = {},
): Range[] | null {
  const points = tables.flatMap((table) =>
    vertices([...known(table, margins), ...(aAtLeastB ? A_LEADS : [])]),
  );
  if (points.length === 0) return null;
  return CELLS.map((_, i) => {
    const values = points.map((p) => p[i] as number);
    return { low: Math.min(...values), high: Math.max(...values) };
  });
}

/**
 * The least that the larger of a's leads over b can be. Where the lead in column 1 is the larger it is linear, and so is
 * that in column 2 elsewhere: the least stands at a vertex of one of the two parts.
 */
export function leastLeadByVertices(tables: readonly TwoByTwo[], margins: TwoByTwoMargins): number | null {
  const leads = tables.flatMap((table) =>
    [
      [-1, 1, 1, -1],
      [1, -1, -1, 1],
    ].flatMap((coefficients) =>
      vertices([...known(table, margins), { coefficients, limit: 0 }]).map(
        ([a1 = 0, a2 = 0, b1 = 0, b2 = 0]) => Math.max(a1 - b1, a2 - b2),
      ),
    ),
  );
  return leads.length === 0 ? null : Math.min(...leads);
}

function known({ a1, a2, b1, b2 }: TwoByTwo, margins: TwoByTwoMargins): HalfSpace[] {
  const mean = (counts: readonly number[], { low, high }: Range): HalfSpace[] => {
    const sum = counts.reduce((s, n) => s + n, 0);
    const coefficients = counts.map((n) => n / sum);
    return [
      { coefficients, limit: high },
      { coefficients: coefficients.map((c) => -c), limit: -low },
    ];
  };
  return [
    ...mean([a1, a2, b1, b2], margins.total),
    ...mean([a1, a2, 0, 0], margins.a),
    ...mean([0, 0, b1, b2], margins.b),
    ...mean([a1, 0, b1, 0], margins.first),
    ...mean([0, a2, 0, b2], margins.second),
    ...CELLS.flatMap((_, i) => {
      const unit = CELLS.map((_, j) => (i === j ? 1 : 0));
      return [
        { coefficients: unit, limit: 1 },
        { coefficients: unit.map((c) => -c), limit: 0 },
      ];
    }),
  ];
}

/** Every point where four of the half spaces hold with equality and all hold, to a billionth. */
function vertices(spaces: readonly HalfSpace[]): number[][] {
  const points: number[][] = [];
  const n = spaces.length;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++)
      for (let k = j + 1; k < n; k++)
        for (let l = k + 1; l < n; l++) {
          const point = intersection([i, j, k, l].map((s) => spaces[s] as HalfSpace));
          if (point !== null && spaces.every((s) => dot(s.coefficients, point) <= s.limit + 1e-9))
            points.push(point);
        }
  return points;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
}

/** Solves four equations by elimination with the greatest pivot; null where they are dependent. */
function intersection(spaces: readonly HalfSpace[]): number[] | null {
  const rows = spaces.map(({ coefficients, limit }) => [...coefficients, limit]);
  for (let column = 0; column < 4; column++) {
    let pivot = column;
    for (let r = column + 1; r < 4; r++) {
      if (Math.abs(at(rows, r, column)) > Math.abs(at(rows, pivot, column))) pivot = r;
    }
    if (Math.abs(at(rows, pivot, column)) < 1e-10) return null;
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    for (let r = 0; r < 4; r++) {
      if (r === column) continue;
      const factor = at(rows, r, column) / at(rows, column, column);
      if (factor !== 0) rows[r] = (rows[r] as number[]).map((x, c) => x - factor * at(rows, column, c));
    }
  }
  return rows.map((row, i) => (row[4] as number) / (row[i] as number));
}

function at(rows: readonly (readonly number[])[], r: number, c: number): number {
  return rows[r]?.[c] ?? 0;
}
