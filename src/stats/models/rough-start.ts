import type { Cells } from "./cells.js";
import { type Answers, logisticFit } from "./logistic-fit.js";

/** Cells from which on a fit of a part of them saves more than it costs. */
const MANY = 20_000;
const EVERY = 16;

/**
 * Coefficients near those of a model of many cells, from every 16th of them: a fit from there takes two or three rounds over
 * all cells in place of six. Where it ends does not depend on where it begins.
 *
 * @param start where the fit of the part begins, and what is given back for few cells and where a part cannot be fitted
 */
export function roughStart(
  cells: Cells,
  { ones, zeros }: Answers,
  start: Float64Array,
  names: readonly string[],
): Float64Array {
  if (cells.count < MANY) return start;
  const count = Math.floor(cells.count / EVERY);
  const pick = (values: Float64Array) => Float64Array.from({ length: count }, (_, c) => values[c * EVERY]);
  const part: Cells = {
    ...cells,
    count,
    group: Int32Array.from({ length: count }, (_, c) => cells.group[c * EVERY]),
    numbers: cells.numbers.map(pick),
  };
  try {
    return logisticFit(part, { ones: pick(ones), zeros: pick(zeros) }, start, {
      names,
      tolerance: 1e-4,
      maxIterations: 20,
    }).beta;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return start;
  }
}
