import type { CellTotals } from "../estimates/cell-totals.js";
import { fProbability } from "../numeric/distributions.js";
import { solveSymmetric } from "../numeric/linear-algebra.js";
import type { TestResult } from "./test-result.js";

/**
 * The Wald tests of independence in a two-way table, on the differences of the weighted totals from those that
 * independence would give. Plain: W / k against F(k, df); it rejects too often where k is not small beside df. Adjusted:
 * W (df - k + 1) / (k df) against F(k, df - k + 1).
 *
 * @throws RangeError where the degrees of freedom do not exceed those of the table, or its covariance is singular
 * Source: Koch, Freeman and Freeman (1975), International Statistical Review 43(1); Fellegi (1980); R `survey::svychisq`.
 */
export function waldIndependenceTest(table: CellTotals, method: "wald" | "adjusted-wald"): TestResult {
  const { rows, columns, totals, covariance, df } = table;
  const r = rows.length;
  const c = columns.length;
  const cells = r * c;
  const k = (r - 1) * (c - 1);
  const all = totals.reduce((sum, total) => sum + total, 0);
  const rowTotal = new Float64Array(r);
  const columnTotal = new Float64Array(c);
  totals.forEach((total, cell) => {
    rowTotal[Math.floor(cell / c)] += total;
    columnTotal[cell % c] += total;
  });
  const apart = new Float64Array(k);
  const gradient = new Float64Array(k * cells);
  for (let term = 0; term < k; term++) {
    const i = 1 + Math.floor(term / (c - 1));
    const j = 1 + (term % (c - 1));
    const a = rowTotal[i];
    const b = columnTotal[j];
    apart[term] = totals[i * c + j] - (a * b) / all;
    for (let cell = 0; cell < cells; cell++)
      gradient[term * cells + cell] =
        (cell === i * c + j ? 1 : 0) -
        (Math.floor(cell / c) === i ? b / all : 0) -
        (cell % c === j ? a / all : 0) +
        (a * b) / (all * all);
  }
  const variance = new Float64Array(k * k);
  for (let s = 0; s < k; s++) {
    const along = new Float64Array(cells);
    for (let x = 0; x < cells; x++)
      for (let y = 0; y < cells; y++) along[x] += covariance[x * cells + y] * gradient[s * cells + y];
    for (let t = 0; t < k; t++)
      for (let x = 0; x < cells; x++) variance[t * k + s] += gradient[t * cells + x] * along[x];
  }
  const solved = solveSymmetric(variance, k, apart, 1);
  const w = apart.reduce((sum, value, term) => sum + value * solved[term], 0);
  const df2 = method === "wald" ? df : df - k + 1;
  if (!(df2 > 0)) throw new RangeError(`${df} degrees of freedom are too few for a table of ${r} by ${c}`);
  const statistic = method === "wald" ? w / k : (w * (df - k + 1)) / (k * df);
  return { name: method, statistic, df1: k, df2, p: fProbability(statistic, k, df2, "upper") };
}
