import type { CellTotals } from "../estimates/cell-totals.js";
import { chiSquaredProbability, fProbability } from "../numeric/distributions.js";
import { solveSymmetric } from "../numeric/linear-algebra.js";
import type { TestResult } from "./test-result.js";

/**
 * The Rao-Scott tests of independence in a two-way table: Pearson's X² corrected for the design.
 *
 * - first order: X² over the mean generalised design effect, against chi-squared with (r-1)(c-1) degrees of freedom. The
 *   statistic is the corrected one, to which p belongs (R prints the uncorrected).
 * - second order: X² over the sum of the generalised design effects, against F with (Σδ)² / Σδ² and that many times the
 *   design's degrees of freedom. It also allows for design effects that differ.
 *
 * @throws RangeError without degrees of freedom, and for a table whose shares have no sampling variance
 * Source: Rao and Scott (1984), Annals of Statistics 12(1); Thomas and Rao (1987); R `survey::svychisq`.
 */
export function raoScottTest(table: CellTotals, order: "first" | "second"): TestResult {
  const { rows, columns, totals, df, n } = table;
  const r = rows.length;
  const c = columns.length;
  const cells = r * c;
  const k = (r - 1) * (c - 1);
  const all = totals.reduce((sum, total) => sum + total, 0);
  const p = totals.map((total) => total / all);
  const [rowShare, columnShare] = margins(p, r, c);
  let pearson = 0;
  for (let cell = 0; cell < cells; cell++) {
    const expected = rowShare[Math.floor(cell / c)] * columnShare[cell % c];
    pearson += (n * (p[cell] - expected) ** 2) / expected;
  }
  const covariance = covarianceOfShares(table.covariance, p, all);
  // Interactions of the table's log-linear model: products of centred indicators, over each share (0 where it is empty).
  const scaled = new Float64Array(cells * k);
  const plain = new Float64Array(cells * k);
  for (let cell = 0; cell < cells; cell++) {
    const i = Math.floor(cell / c);
    const j = cell % c;
    const share = p[cell];
    for (let term = 0; term < k; term++) {
      const a = 1 + Math.floor(term / (c - 1));
      const b = 1 + (term % (c - 1));
      const value = ((i === a ? 1 : 0) - 1 / r) * ((j === b ? 1 : 0) - 1 / c);
      plain[cell * k + term] = value;
      scaled[cell * k + term] = share > 0 ? value / share : 0;
    }
  }
  const simple = product(plain, scaled, cells, k).map((value) => value / n);
  const design = new Float64Array(k * k);
  const half = new Float64Array(cells * k);
  for (let cell = 0; cell < cells; cell++)
    for (let other = 0; other < cells; other++) {
      const v = covariance[cell * cells + other];
      for (let term = 0; term < k; term++) half[cell * k + term] += v * scaled[other * k + term];
    }
  design.set(product(scaled, half, cells, k));
  // Generalised design effects are the eigenvalues of simple⁻¹ design; their sum and sum of squares are traces.
  const delta = solveSymmetric(simple, k, design, k);
  let sum = 0;
  let squares = 0;
  for (let a = 0; a < k; a++) {
    sum += delta[a * k + a];
    for (let b = 0; b < k; b++) squares += delta[a * k + b] * delta[b * k + a];
  }
  if (!(sum > 0)) throw new RangeError("the shares of the table have no sampling variance");
  if (!(df > 0)) throw new RangeError("the table has no degrees of freedom");
  if (order === "first") {
    const statistic = pearson / (sum / k);
    return { name: "rao-scott-chisq", statistic, df1: k, p: chiSquaredProbability(statistic, k, "upper") };
  }
  const statistic = pearson / sum;
  const df1 = (sum * sum) / squares;
  const df2 = df1 * df;
  return { name: "rao-scott", statistic, df1, df2, p: fProbability(statistic, df1, df2, "upper") };
}

/** Row and column sums of a table's shares. */
function margins(p: Float64Array, r: number, c: number): [Float64Array, Float64Array] {
  const rows = new Float64Array(r);
  const columns = new Float64Array(c);
  p.forEach((share, cell) => {
    rows[Math.floor(cell / c)] += share;
    columns[cell % c] += share;
  });
  return [rows, columns];
}

/** The covariance of shares from that of totals: of (t_a - p_a T) / T. */
function covarianceOfShares(covariance: Float64Array, p: Float64Array, all: number): Float64Array {
  const k = p.length;
  const withAll = new Float64Array(k);
  for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) withAll[a] += covariance[a * k + b];
  const whole = withAll.reduce((sum, value) => sum + value, 0);
  return covariance.map((value, at) => {
    const a = Math.floor(at / k);
    const b = at % k;
    const pa = p[a];
    const pb = p[b];
    return (value - pa * withAll[b] - pb * withAll[a] + pa * pb * whole) / (all * all);
  });
}

/** A'B of two n × k matrices. */
function product(a: Float64Array, b: Float64Array, n: number, k: number): Float64Array {
  const result = new Float64Array(k * k);
  for (let i = 0; i < n; i++)
    for (let s = 0; s < k; s++) for (let t = 0; t < k; t++) result[s * k + t] += a[i * k + s] * b[i * k + t];
  return result;
}
